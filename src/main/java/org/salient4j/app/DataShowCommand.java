package org.salient4j.app;

import org.salient4j.framework.fetch.CacheState;
import org.salient4j.framework.fetch.DataDescription;
import org.salient4j.framework.fetch.DataSource;
import org.salient4j.framework.fetch.PinnedFile;
import org.salient4j.framework.fetch.RegistryPackage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one data set. */
@Command(
        name = "show",
        description = {
            "Show what a data set is, where it lies and whether every byte of it is right, and how"
                    + " to bring it by hand.",
            "Ends with 1 if what is there is damaged."
        },
        footer = "  salient4j data show mnist")
final class DataShowCommand extends LibraryCommand {

    @Parameters(
            paramLabel = "NAME",
            description = "Which data set ('salient4j data list' names them).")
    private String name;

    @Mixin private CacheFolder folder;

    @Override
    public Integer call() {
        DataSource source = DataSource.registry().get(name);
        CacheState state = folder.cache().state(source);
        DataDescription description = source.description();
        RegistryPackage origin = source.origin();
        line("name", source.name());
        line("what", description.summary());
        line("licence", description.licence());
        line("cite", description.citation());
        line(
                "package",
                "%s %s, through %s"
                        .formatted(origin.name(), origin.version(), origin.client().program()));
        line("archive", text(origin.archive()));
        source.files().forEach(file -> line("file", text(file)));
        origin.stepsByHand(name).forEach(step -> line("by hand", step));
        line("folder", state.folder().toString());
        line("state", state.word());
        state.faults().forEach(fault -> line("fault", fault));
        if (state.damaged()) {
            remark("salient4j: run 'salient4j data fetch " + name + " --force' to fetch it again");
            return ErrorLine.FAILED;
        }
        return DONE;
    }

    private void line(String label, String text) {
        print("%-8s  %s".formatted(label, text));
    }

    private static String text(PinnedFile file) {
        return "%s, %d bytes, SHA-256 %s".formatted(file.name(), file.bytes(), file.sha256());
    }
}
