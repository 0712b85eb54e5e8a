package org.salient4j.benchmarks.grid.spark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.salient4j.framework.io.Json;

/** The results in a folder as they are written, without who computed them when. */
final class StoredCells {

    private StoredCells() {}

    static Map<String, String> in(Path folder) throws IOException {
        Map<String, String> cells = new TreeMap<>();
        Path directory = folder.resolve("cells");
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String name = file.getFileName().toString();
                    if (name.matches("[0-9a-f]{64}\\.json")) {
                        ObjectNode tree = Json.read(file, ObjectNode.class);
                        tree.remove("seconds");
                        tree.remove("provenance");
                        cells.put(name, tree.toString());
                    }
                }
            }
        }
        return cells;
    }
}
