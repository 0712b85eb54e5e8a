package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.salient4j.framework.io.FolderTree;
import org.salient4j.framework.progress.Progress;

/**
 * Gets the archive of a source through its client.
 *
 * @param source whose archive
 * @param part the folder to work in; nothing in it outlives a failure
 * @param environment where programs are looked for
 */
record ArchiveDownload(DataSource source, Path part, Map<String, String> environment) {
    private static final int KILO = 1000;

    /** The archive, downloaded unless an earlier run had got all of it. */
    Path run(Progress progress) throws IOException {
        PinnedFile pinned = source.origin().archive();
        Path folder = part.resolve("download");
        if (pinned.faultIn(folder).isPresent()) {
            List<String> command = command();
            FolderTree.delete(part);
            Files.createDirectories(folder);
            download(command, folder, progress);
        }
        return folder.resolve(pinned.name());
    }

    private List<String> command() {
        PackageClient client = source.origin().client();
        List<String> command =
                new ArrayList<>(
                        ProgramPath.of(environment)
                                .first(client.programs())
                                .orElseThrow(this::noClient));
        command.addAll(client.arguments(source.origin()));
        return command;
    }

    private void download(List<String> command, Path folder, Progress progress) throws IOException {
        PinnedFile pinned = source.origin().archive();
        long total = pinned.bytes() / KILO;
        progress.start("fetch " + source.name() + ", kB", total);
        ClientRun run;
        Optional<String> fault;
        try {
            run = started(command, folder, total, progress);
            fault = pinned.faultIn(folder);
            if (run.code() == 0 && fault.isEmpty()) {
                return;
            }
        } finally {
            progress.close();
        }
        // What came is not what it should be: no later run shall find it.
        FolderTree.delete(part);
        throw run.code() == 0 ? unexpected(fault.orElseThrow()) : refused(run);
    }

    private ClientRun started(List<String> command, Path folder, long total, Progress progress)
            throws IOException {
        RegistryPackage origin = source.origin();
        for (Map.Entry<String, String> input : origin.client().inputs(origin).entrySet()) {
            Files.writeString(folder.resolve(input.getKey()), input.getValue());
        }
        Path temporary = Files.createDirectories(part.resolve("tmp"));
        long[] shown = {0};
        ClientRun run =
                ClientRun.of(
                        command,
                        folder,
                        origin.client().environment(temporary),
                        part.resolve("client.log"),
                        () -> {
                            long seen = FolderTree.bytes(folder) + FolderTree.bytes(temporary);
                            long now = Math.max(shown[0], Math.min(total, seen / KILO));
                            progress.step(now - shown[0]);
                            shown[0] = now;
                        });
        if (run.code() == 0) {
            progress.step(total - shown[0]);
        }
        return run;
    }

    private FetchFailedException noClient() {
        PackageClient client = source.origin().client();
        return new FetchFailedException(
                "%s comes through %s, which is not on the PATH (%s): install it, or %s"
                        .formatted(source.name(), client.program(), client.provenance(), byHand()));
    }

    private FetchFailedException refused(ClientRun run) {
        String said = run.complaint().isEmpty() ? "" : ", '" + run.complaint() + "'";
        return new FetchFailedException(
                "%s could not get %s (exit code %d%s): %s, or %s"
                        .formatted(
                                source.origin().client().program(),
                                source.name(),
                                run.code(),
                                said,
                                source.origin().client().advice(),
                                byHand()));
    }

    private FetchFailedException unexpected(String fault) {
        return new FetchFailedException(
                "%s brought something else than the pinned archive of %s: %s; nothing was kept"
                        .formatted(source.origin().client().program(), source.name(), fault));
    }

    private String byHand() {
        return "bring the archive by hand: "
                + String.join("; ", source.origin().stepsByHand(source.name()));
    }
}
