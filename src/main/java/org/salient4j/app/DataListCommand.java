package org.salient4j.app;

import java.util.List;
import org.salient4j.framework.fetch.DataCache;
import org.salient4j.framework.fetch.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the data sets that can be fetched. */
@Command(
        name = "list",
        description = {
            "List the data sets that can be fetched: name, client, size of the download, whether it"
                    + " is there already, and what it is."
        },
        footer = "  salient4j data list")
final class DataListCommand extends LibraryCommand {

    @Mixin private CacheFolder folder;

    @Override
    public Integer call() {
        DataCache cache = folder.cache();
        List<DataSource> sources = DataSource.registry().members();
        int width = sources.stream().mapToInt(s -> s.name().length()).max().orElse(1);
        String line = "%-" + width + "s  %-7s  %8s  %-11s  %s";
        for (DataSource source : sources) {
            print(
                    line.formatted(
                            source.name(),
                            source.origin().client().program(),
                            ByteCount.text(source.origin().archive().bytes()),
                            cache.state(source).word(),
                            source.description().summary()));
        }
        return DONE;
    }
}
