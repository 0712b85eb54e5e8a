package org.salient4j.framework.fetch;

import java.util.List;
import org.salient4j.framework.InvalidInputException;

/**
 * One version of a package in a registry.
 *
 * @param client the program that downloads it
 * @param name the package's name
 * @param version its version
 * @param archive the file that the client gives
 */
public record RegistryPackage(
        PackageClient client, String name, String version, PinnedFile archive) {

    /**
     * @throws InvalidInputException if a part is missing or could be taken for an option
     */
    public RegistryPackage {
        if (client == null || archive == null) {
            throw new InvalidInputException("client and archive must be given");
        }
        requireWord("name", name);
        requireWord("version", version);
    }

    private static void requireWord(String component, String word) {
        if (word == null || !word.matches("[A-Za-z0-9][A-Za-z0-9._~+-]*")) {
            throw new InvalidInputException(
                    component + " must be a word of letters, digits and ._~+-, was '" + word + "'");
        }
    }

    /** What to type where the client is, to get the archive into the current folder. */
    public String commandByHand() {
        return client.commandByHand(this);
    }

    /** How to get the data in without the client here, one step a line. */
    public List<String> stepsByHand(String source) {
        return List.of(
                "'%s' where %s is".formatted(commandByHand(), client.program()),
                "'salient4j data fetch %s --archive %s' here".formatted(source, archive.name()));
    }
}
