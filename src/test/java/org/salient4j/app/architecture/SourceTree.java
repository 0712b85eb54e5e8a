package org.salient4j.app.architecture;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The main sources of every module under a folder. */
record SourceTree(Path root) {

    /** The project this test runs in, whichever folder the tests were started from. */
    static SourceTree ofProject() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no folder above the tests has a .mvn");
            }
        }
        return new SourceTree(folder);
    }

    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes at) {
                        String name = folder.getFileName().toString();
                        return name.equals("target") || name.equals("test") || name.equals(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes at) {
                        Path path = root.relativize(file);
                        if (path.toString().endsWith(".java")
                                && path.toString().replace('\\', '/').contains("main/java/")) {
                            files.add(path);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }

    List<String> filesOfAtLeast(int lines) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files()) {
            int count = Files.readAllLines(root.resolve(file)).size();
            if (count >= lines) {
                tooLong.add(file + " has " + count + " lines");
            }
        }
        return tooLong;
    }

    List<Path> packagesWithoutDescription() throws IOException {
        TreeSet<Path> packages = new TreeSet<>();
        files().forEach(file -> packages.add(file.getParent()));
        packages.removeIf(
                folder -> Files.exists(root.resolve(folder).resolve("package-info.java")));
        return List.copyOf(packages);
    }
}
