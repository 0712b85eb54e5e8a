package org.salient4j.benchmarks.report.vanishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.measurement.TrainingKind;
import org.salient4j.synthetic.BoxPosition;

class VanishingTableTest {

    @Test
    void should_print_a_line_for_every_position_and_training() {
        List<String> lines = VanishingTable.lines(new MadeUpRun().build());
        assertThat(lines).hasSize(2 + 9 + 3);
        assertThat(lines.get(0)).isEqualTo("made-up \u00b7 lstm");
        assertThat(lines.get(2))
                .startsWith("early    standard ")
                .contains("(24.0)")
                .endsWith("  5  learned, but saliency vanished");
        assertThat(lines.get(11)).startsWith("claim, standard, rises with later boxes: AUP held (");
        assertThat(lines).allMatch(line -> line.length() <= 160);
    }

    @Test
    void should_not_print_a_width_for_one_seed() {
        List<String> lines = VanishingTable.lines(new MadeUpRun().seeds(1).build());
        assertThat(lines.get(2)).contains("(1 seed)").doesNotContain("\u00b1 0.0");
        assertThat(lines.get(11)).contains("undecided (one seed has no interval)");
    }

    @Test
    void should_print_what_is_missing() {
        List<String> lines =
                VanishingTable.lines(
                        new MadeUpRun()
                                .missing(
                                        c ->
                                                c.position() == BoxPosition.EARLY
                                                        && c.training() == TrainingKind.STANDARD)
                                .failing(
                                        c -> c.position() == BoxPosition.LATE && c.seed() == 1,
                                        "made up")
                                .build());
        assertThat(lines.get(2)).contains("missing").contains(" 0  missing: no seed has a result");
        assertThat(lines).last().isEqualTo("8 of 45 trainings have no result, 3 of them failed");
    }

    @Test
    void should_write_one_csv_row_a_result() {
        String csv =
                VanishingTable.csv(
                        new MadeUpRun()
                                .seeds(2)
                                .missing(c -> c.seed() == 2 && c.position() == BoxPosition.LATE)
                                .zero(c -> c.position() == BoxPosition.EARLY)
                                .build());
        List<String> rows = csv.lines().toList();
        assertThat(rows).hasSize(1 + 18 - 3);
        assertThat(rows.get(0))
                .isEqualTo(
                        "preset,position,network,training,seed,train_accuracy,validation_accuracy,"
                                + "test_accuracy,learned,aup,auprc,aur,mass_in_truth,roc_auc,"
                                + "mass_in_box,updates,stopped,key");
        assertThat(rows.get(1))
                .startsWith("made-up,early,lstm,standard,1,0.9")
                .contains(",true,,,,,,,500,epochs,");
        assertThat(rows).allMatch(row -> row.split(",", -1).length == 18);
    }

    @Test
    void should_quote_what_would_break_a_csv_row() {
        String csv = VanishingTable.csv(new MadeUpRun().seeds(1).presets("a \"b\", c").build());
        assertThat(csv).contains("\n\"a \"\"b\"\", c\",early,");
    }
}
