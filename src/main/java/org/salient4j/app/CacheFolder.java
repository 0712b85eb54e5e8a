package org.salient4j.app;

import java.nio.file.Path;
import org.salient4j.framework.fetch.DataCache;
import picocli.CommandLine.Option;

/** Where fetched data is kept. */
final class CacheFolder {

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Where data is kept (default: SALIENT4J_CACHE, else salient4j in XDG_CACHE_HOME,"
                            + " else ~/.cache/salient4j).")
    private Path folder;

    DataCache cache() {
        return folder == null ? DataCache.ofUser() : new DataCache(folder);
    }
}
