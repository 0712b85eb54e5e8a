package org.salient4j.benchmarks.report.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.salient4j.benchmarks.images.ImageTraining;
import org.salient4j.benchmarks.images.ImagesCell;
import org.salient4j.benchmarks.images.ImagesResult;
import org.salient4j.benchmarks.report.ExperimentReports;
import org.salient4j.benchmarks.report.Outcome;
import org.salient4j.benchmarks.report.ReportWriter;
import org.salient4j.benchmarks.report.ReportedRun;

class ImagesReportTest {

    private static Document page(ReportedRun<ImagesCell, ImagesResult> run) {
        return Jsoup.parse(ReportWriter.html(new ImagesReport().page(run)));
    }

    private static ImageClaims claims(ReportedRun<ImagesCell, ImagesResult> run) {
        return new ImageClaims(ImageGroup.of(run).get(0));
    }

    private static Element table(Document page, String caption) {
        return page.select("table").stream()
                .filter(table -> table.select("caption").text().startsWith(caption))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + caption + "'"));
    }

    @Test
    void should_be_registered() {
        assertThat(ExperimentReports.registry().names()).contains("images", "roar");
    }

    @Test
    void should_answer_the_claims_by_paired_tests() {
        ImageClaims held = claims(new MadeUpImages().build());
        assertThat(held.contrasts(ImageClaim.ORDER, "corner")).hasSize(2);
        assertThat(held.judge(ImageClaim.ORDER, "corner").outcome()).isEqualTo(Outcome.HELD);
        assertThat(held.judge(ImageClaim.ORDER, "corner").difference().mean())
                .isBetween(300.0, 500.0);
        assertThat(held.judge(ImageClaim.ORDER_BEYOND_RANDOM, "corner").outcome())
                .isEqualTo(Outcome.HELD);
        assertThat(held.judge(ImageClaim.SPARSITY, "").outcome()).isEqualTo(Outcome.HELD);
        // 0.1 points are lost: the test sees the same loss in every seed and cannot be made.
        assertThat(held.judge(ImageClaim.ACCURACY, "").difference().mean()).isPositive();
        ImageClaims against =
                claims(
                        new MadeUpImages()
                                .area(cell -> 2000.0 + 700 * cell.training().ordinal())
                                .build());
        assertThat(against.judge(ImageClaim.ORDER, "corner").outcome()).isEqualTo(Outcome.NOT_HELD);
        ImageClaims mixed =
                claims(
                        new MadeUpImages()
                                .area(
                                        cell ->
                                                2000.0
                                                        + (cell.training()
                                                                                == ImageTraining
                                                                                        .FINE_TUNED
                                                                        && cell.seed() == 2
                                                                ? 900
                                                                : 0))
                                .build());
        assertThat(mixed.judge(ImageClaim.ORDER, "corner").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void should_not_let_a_network_that_did_not_learn_answer_a_claim() {
        ReportedRun<ImagesCell, ImagesResult> run =
                new MadeUpImages().dead(ImageTraining.SALIENCY_GUIDED).build();
        ImageClaims claims = claims(run);
        for (ImageClaim claim : List.of(ImageClaim.ORDER, ImageClaim.ORDER_BEYOND_RANDOM)) {
            assertThat(claims.judge(claim, "corner").outcome()).isEqualTo(Outcome.UNDECIDED);
        }
        assertThat(claims.judge(ImageClaim.SPARSITY, "").reason())
                .isEqualTo("0 seeds with every training learned, at least 3 are needed");
        // That it did not learn is an answer to whether it keeps its accuracy.
        assertThat(claims.contrasts(ImageClaim.ACCURACY, "").get(0).difference().count())
                .isEqualTo(3);
        Document page = page(run);
        assertThat(page.select(".note").text())
                .contains("3 of 9 networks did not learn", "above guessing, 1 in 10");
        assertThat(table(page, "Accuracy and cost").text())
                .contains("Networks that learned 3 of 3 3 of 3 ! 0 of 3");
        assertThat(new ImagesReport().lines(run))
                .anyMatch(
                        line -> line.matches(" +learned, above guessing +3 of 3 +3 of 3 +0 of 3"));
    }

    @Test
    void should_say_nothing_of_learning_where_every_network_did() {
        ReportedRun<ImagesCell, ImagesResult> run = new MadeUpImages().build();
        assertThat(page(run).select(".note")).isEmpty();
        assertThat(new ImagesReport().lines(run)).noneMatch(line -> line.contains("learned"));
    }

    @Test
    void should_draw_violins_beside_one_whose_values_are_all_0() {
        Document usual = page(new MadeUpImages().build());
        Document beside = page(new MadeUpImages().dead(ImageTraining.FINE_TUNED).build());
        assertThat(beside.select("svg.bars path.bar.usual"))
                .hasSameSizeAs(usual.select("svg.bars path.bar.usual"));
        assertThat(beside.select("svg.bars path.bar.usual").get(0).attr("d"))
                .isEqualTo(usual.select("svg.bars path.bar.usual").get(0).attr("d"));
    }

    @Test
    void should_draw_the_image_in_greys_and_its_maps_in_colours() {
        // The made-up image and its maps have the same levels.
        List<String> drawn =
                page(new MadeUpImages().build()).select(".picture-row").stream()
                        .map(row -> row.select("img").eachAttr("src"))
                        .filter(pictures -> pictures.size() == 4)
                        .findFirst()
                        .orElseThrow();
        assertThat(drawn.get(0)).isNotEqualTo(drawn.get(1));
        assertThat(drawn.get(1)).isEqualTo(drawn.get(2)).isEqualTo(drawn.get(3));
    }

    @Test
    void should_decide_nothing_by_two_seeds() {
        ImageClaims claims = claims(new MadeUpImages().seeds(2).build());
        assertThat(claims.judge(ImageClaim.ORDER, "corner").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(claims.judge(ImageClaim.ORDER, "corner").reason())
                .isEqualTo("2 seeds with every training, at least 3 are needed");
    }

    @Test
    void should_print_our_numbers_beside_the_papers() {
        List<String> lines = new ImagesReport().lines(new MadeUpImages().build());
        assertThat(lines).allMatch(line -> line.length() <= 120);
        assertThat(lines)
                .anyMatch(l -> l.matches("  test accuracy, % +99\\.12 \\+- 0\\.02 .*99\\.02 .*"))
                .anyMatch(l -> l.matches("    the paper's +99\\.4 +- +99\\.3"))
                .anyMatch(l -> l.matches(" +the paper's gradient +3360\\.4 +2258\\.8 +1817\\.6"))
                .anyMatch(l -> l.contains("corner pixel (IID): held: +"));
    }

    @Test
    void should_be_readable_without_seeing_it_and_load_nothing() {
        Document page = page(new MadeUpImages().build());
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("img")).isNotEmpty().allMatch(e -> e.attr("alt").length() > 15);
        assertThat(page.select("[src]")).allMatch(e -> e.attr("src").startsWith("data:image/png;"));
        assertThat(page.select("svg.chart"))
                .isNotEmpty()
                .allMatch(e -> e.attr("role").equals("img") && e.attr("aria-label").length() > 20);
        assertThat(page.select("table")).allMatch(e -> !e.select("caption").isEmpty());
        for (Element link : page.select("nav a")) {
            assertThat(page.getElementById(link.attr("href").substring(1))).isNotNull();
        }
    }

    @Test
    void should_show_maps_of_the_trainings_side_by_side() {
        Document page = page(new MadeUpImages().build());
        Element maps = page.select(".pictures").last();
        assertThat(maps.select(".picture-head span").eachText())
                .containsExactly("Image", "Standard", "Fine-tuned", "Saliency guided");
        assertThat(maps.select(".picture-row")).hasSize(2);
        assertThat(maps.select(".map img")).hasSize(8);
        assertThat(table(page, "Accuracy and cost").select("tr").eachText())
                .anyMatch(row -> row.startsWith("Epochs 3 3 + 1 3"));
        assertThat(table(page, "Claims").select("tbody tr")).hasSize(6);
    }

    @Test
    void should_say_what_is_missing() {
        ReportedRun<ImagesCell, ImagesResult> run = new MadeUpImages().missing(2).build();
        assertThat(page(run).text()).contains("2 of 9 trainings have no result");
        assertThat(new ImagesReport().lines(run))
                .contains("2 of 9 networks have no result, 0 of them failed");
        ReportedRun<ImagesCell, ImagesResult> nothing = new MadeUpImages().missing(9).build();
        assertThat(page(nothing).text()).contains("There are no maps yet.");
        assertThat(new ImagesReport().csv(nothing).lines()).hasSize(1);
        assertThat(new ImagesReport().csv(new MadeUpImages().build()).lines()).hasSize(1 + 9 * 4);
    }
}
