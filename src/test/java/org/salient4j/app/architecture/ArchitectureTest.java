package org.salient4j.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = ArchitectureTest.ROOT, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    static final String ROOT = "org.salient4j";

    private static final HouseRules HOUSE = new HouseRules(ROOT);

    @ArchTest static final ArchRule arrows_point_one_way = HOUSE.arrows();
    @ArchTest static final ArchRule packages_have_no_cycles = HOUSE.noCycles();
    @ArchTest static final ArchRule spark_has_one_room = HOUSE.sparkInItsRoom();
    @ArchTest static final ArchRule the_app_knows_no_spark = HOUSE.noSparkInTheApplication();
    @ArchTest static final ArchRule objectives_are_not_fused = HOUSE.noFusedLosses();
    @ArchTest static final ArchRule dropout_has_a_derivative = HOUSE.noNativeDropout();
    @ArchTest static final ArchRule log_softmax_has_one_too = HOUSE.noLogSoftmaxOverAnAxis();
    @ArchTest static final ArchRule checkpoints_hold_the_spec = HOUSE.noGraphFiles();
    @ArchTest static final ArchRule randomness_is_handed_in = HOUSE.noGlobalRandomness();
    @ArchTest static final ArchRule libraries_do_not_print = HOUSE.noPrinting();
    @ArchTest static final ArchRule names_say_what_things_do = HOUSE.tellingNames();
    @ArchTest static final ArchRule a_type_has_its_own_file = HOUSE.oneTypeAFile();

    /** Without this, a module missing from the class path would pass every rule. */
    @ArchTest
    static void every_module_is_looked_at(JavaClasses classes) {
        Set<String> modules =
                classes.stream()
                        .map(type -> type.getPackageName().substring(ROOT.length() + 1))
                        .map(name -> name.split("\\.", 2)[0])
                        .collect(Collectors.toSet());
        assertThat(modules)
                .contains(
                        "layers", "losses", "framework", "attribution", "synthetic", "benchmarks");
    }
}
