package org.salient4j.framework.fetch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where programs are looked for, as the PATH of an environment says. Java's own search takes the
 * PATH this process was started with and, on Windows, finds no {@code npm.cmd}.
 */
final class ProgramPath {
    private final List<String> folders;
    private final List<String> suffixes;

    private ProgramPath(List<String> folders, List<String> suffixes) {
        this.folders = folders;
        this.suffixes = suffixes;
    }

    static ProgramPath of(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        String extensions = environment.get("PATHEXT");
        return new ProgramPath(
                List.of(path.split(File.pathSeparator)),
                extensions == null ? List.of("") : List.of(extensions.split(";")));
    }

    /** The file of a program, if there is one that can be run. */
    Optional<Path> find(String program) {
        return folders.stream()
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> suffixes.stream().map(end -> candidate(folder, program + end)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The first command whose program is there, with its full path. */
    Optional<List<String>> first(List<List<String>> commands) {
        return commands.stream()
                .flatMap(words -> find(words.get(0)).map(file -> replaced(words, file)).stream())
                .findFirst();
    }

    private static Optional<Path> candidate(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            return Files.isRegularFile(file) && Files.isExecutable(file)
                    ? Optional.of(file.toAbsolutePath())
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<String> replaced(List<String> words, Path program) {
        String[] command = words.toArray(String[]::new);
        command[0] = program.toString();
        return Arrays.asList(command);
    }
}
