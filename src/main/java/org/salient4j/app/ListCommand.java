package org.salient4j.app;

import java.util.Map;
import org.salient4j.framework.NearestName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what there is. */
@Command(
        name = "list",
        description = "List what can be named, with a line on each.",
        footer = {"  salient4j list networks", "  salient4j list metrics"})
final class ListCommand extends LibraryCommand {

    @Parameters(
            paramLabel = "WHAT",
            description =
                    "layers, networks, methods, embedding-methods, metrics, datasets, recordings,"
                            + " samplers (of positives), processes, training-presets (of images), experiments or"
                            + " presets (of experiments).")
    private String what;

    @Override
    public Integer call() {
        Map<String, ListedFamily> families = ListedFamily.byName();
        ListedFamily family = families.get(what);
        if (family == null) {
            throw NearestName.unknown("list", what, families.keySet());
        }
        Map<String, String> lines = family.lines();
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        lines.forEach((name, text) -> print(("%-" + width + "s  %s").formatted(name, text)));
        return DONE;
    }
}
