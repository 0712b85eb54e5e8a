package org.salient4j.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.salient4j.benchmarks.grid.CellResult;
import org.salient4j.framework.Provenance;

/** The commands, software and machines that made the results of a run. */
public final class ProvenanceBlocks {

    private ProvenanceBlocks() {}

    /** The blocks, for a section on what was run. */
    public static List<Block> of(ReportedRun<?, ?> run) {
        List<Block> blocks = new ArrayList<>();
        if (run.results().isEmpty()) {
            blocks.add(new Paragraph("Nothing was computed yet."));
            return blocks;
        }
        List<String> commands =
                run.results().stream()
                        .map(result -> commandLine(result.provenance().command()))
                        .filter(command -> !command.isEmpty())
                        .distinct()
                        .toList();
        if (commands.isEmpty()) {
            blocks.add(
                    new Note(
                            Tone.PLAIN,
                            "No command was recorded.",
                            "The run was started from Java; the settings below repeat it."));
        } else {
            blocks.add(
                    new Listing(
                            commands.size() == 1 ? "To repeat it" : "Commands that made results",
                            String.join("\n", commands)));
        }
        blocks.add(table(run));
        return blocks;
    }

    /** The words as a shell would read them. */
    static String commandLine(List<String> words) {
        return words.stream()
                .map(
                        word ->
                                word.matches("[A-Za-z0-9_./:=,@%+-]+")
                                        ? word
                                        : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private static Table table(ReportedRun<?, ?> run) {
        Map<List<String>, List<CellResult<?, ?>>> machines = new LinkedHashMap<>();
        for (CellResult<?, ?> result : run.results()) {
            machines.computeIfAbsent(machine(result.provenance()), m -> new ArrayList<>())
                    .add(result);
        }
        List<TableRow> rows = new ArrayList<>();
        machines.forEach((machine, results) -> rows.add(row(machine, results)));
        return new Table(
                "What computed the results",
                List.of(
                        TableColumn.words("salient4j"),
                        TableColumn.words("ND4J"),
                        TableColumn.words("Backend"),
                        TableColumn.words("Java"),
                        TableColumn.words("System"),
                        TableColumn.numbers("CPUs", ""),
                        TableColumn.numbers("Results", ""),
                        TableColumn.numbers("Minutes", "Sum over results; several may run at once"),
                        TableColumn.words("From"),
                        TableColumn.words("To")),
                rows,
                "");
    }

    private static List<String> machine(Provenance p) {
        return List.of(
                known(p.salient4j()),
                known(p.nd4j()),
                known(p.backend()),
                known(p.java()),
                known(p.os()),
                Integer.toString(p.cpus()));
    }

    private static TableRow row(List<String> machine, List<CellResult<?, ?>> results) {
        List<TableCell> cells = new ArrayList<>();
        machine.forEach(text -> cells.add(TableCell.of(text)));
        double seconds = results.stream().mapToDouble(CellResult::seconds).sum();
        List<String> times =
                results.stream().map(r -> known(r.provenance().time())).sorted().toList();
        cells.add(TableCell.of(Integer.toString(results.size())));
        cells.add(TableCell.of(String.format(Locale.ROOT, "%.1f", seconds / 60)));
        cells.add(TableCell.of(times.get(0)));
        cells.add(TableCell.of(times.get(times.size() - 1)));
        return new TableRow(cells, false, Tone.PLAIN);
    }

    private static String known(String text) {
        return text == null ? "not recorded" : text;
    }
}
