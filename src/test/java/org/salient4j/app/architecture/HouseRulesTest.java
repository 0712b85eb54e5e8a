package org.salient4j.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds the fixture that breaks it, and leaves its lawful neighbours alone. */
class HouseRulesTest {

    private static final String ROOT = HouseRulesTest.class.getPackageName() + ".fixture";
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(ROOT);
    private static final HouseRules RULES = new HouseRules(ROOT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LayerAboveItself",
                "LossAboveItself",
                "FrameworkAboveItself",
                "KernelAboveItself",
                "MethodAboveItself",
                "GeneratorAboveItself",
                "MetricAboveItself"
            })
    void should_find_an_arrow_that_points_the_wrong_way(String fixture) {
        assertThat(broken(RULES.arrows())).contains("." + fixture + ".above>");
    }

    @Test
    void should_find_a_cycle_of_packages() {
        assertThat(broken(RULES.noCycles()))
                .contains("Slice left")
                .contains("Slice right")
                .doesNotContain("Slice layers");
    }

    @Test
    void should_find_spark_outside_its_room() {
        assertThat(broken(RULES.sparkInItsRoom()))
                .contains("SparkEverywhere.context")
                .contains("SparkEverywhere.room")
                .doesNotContain("SparkRoom.context");
    }

    @Test
    void should_find_spark_in_the_application() {
        assertThat(broken(RULES.noSparkInTheApplication())).contains("SparkOnTop.context");
    }

    @Test
    void should_find_a_fused_loss() {
        assertThat(broken(RULES.noFusedLosses())).contains("FusedLoss.loss(");
    }

    @Test
    void should_find_a_dropout_without_a_derivative() {
        assertThat(broken(RULES.noNativeDropout())).contains("NativeDropout.drop(");
    }

    @Test
    void should_find_a_log_softmax_over_an_axis_only() {
        assertThat(broken(RULES.noLogSoftmaxOverAnAxis()))
                .contains("LogSoftmaxOverAnAxis.")
                .doesNotContain("LogSoftmaxOverTheLastAxis.");
    }

    @Test
    void should_find_the_files_of_a_graph() {
        assertThat(broken(RULES.noGraphFiles()))
                .contains("SavedGraph.save(")
                .contains("SavedGraph.load(");
    }

    @Test
    void should_find_global_randomness_outside_its_room() {
        assertThat(broken(RULES.noGlobalRandomness()))
                .contains("Nd4j.getRandom()")
                .contains("Math.random()")
                .doesNotContain("SeededDice");
    }

    @Test
    void should_find_a_library_that_prints() {
        assertThat(broken(RULES.noPrinting())).contains("Chatter.say()");
    }

    @Test
    void should_find_a_name_that_says_nothing() {
        assertThat(broken(RULES.tellingNames())).contains("ThingUtils").doesNotContain("Things>");
    }

    @Test
    void should_find_a_second_type_in_a_file() {
        assertThat(broken(RULES.oneTypeAFile()))
                .contains("Stowaway stands in Things.java")
                .doesNotContain("Things stands");
    }

    private static String broken(ArchRule rule) {
        FailureReport report = rule.evaluate(FIXTURES).getFailureReport();
        assertThat(report.isEmpty()).as("%s can fail", rule.getDescription()).isFalse();
        return String.join("\n", report.getDetails());
    }
}
