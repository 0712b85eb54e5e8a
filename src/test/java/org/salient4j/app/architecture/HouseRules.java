package org.salient4j.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.ops.SDLoss;
import org.nd4j.autodiff.samediff.ops.SDNN;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The rules of the house for the packages under one root: the project's own, or the fixtures that
 * break each rule on purpose.
 */
record HouseRules(String root) {

    private static final Set<String> GRAPH_FILES =
            Set.of(
                    "save",
                    "load",
                    "asFlatBuffers",
                    "asFlatFile",
                    "asFlatGraph",
                    "fromFlatBuffers",
                    "fromFlatFile");

    /** Modules know only those they stand on. */
    ArchRule arrows() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("layers")
                .definedBy(within("layers"))
                .layer("losses")
                .definedBy(within("losses"))
                .layer("cpu-backend")
                .definedBy(within("framework.cpu"))
                .layer("framework")
                .definedBy(
                        resideInAPackage(within("framework"))
                                .and(not(resideInAPackage(within("framework.cpu")))))
                .layer("attribution")
                .definedBy(within("attribution"))
                .layer("synthetic-data")
                .definedBy(within("synthetic"))
                .layer("benchmarks")
                .definedBy(within("benchmarks"))
                .layer("app")
                .definedBy(within("app"))
                .whereLayer("layers")
                .mayNotAccessAnyLayer()
                .whereLayer("losses")
                .mayOnlyAccessLayers("layers")
                .whereLayer("cpu-backend")
                .mayNotAccessAnyLayer()
                .whereLayer("framework")
                .mayOnlyAccessLayers("layers", "losses")
                .whereLayer("attribution")
                .mayOnlyAccessLayers("layers", "losses", "framework")
                .whereLayer("synthetic-data")
                .mayNotAccessAnyLayer()
                .whereLayer("benchmarks")
                .mayOnlyAccessLayers(
                        "layers", "losses", "framework", "attribution", "synthetic-data")
                .whereLayer("app")
                .mayOnlyAccessLayers(
                        "layers",
                        "losses",
                        "framework",
                        "attribution",
                        "synthetic-data",
                        "benchmarks");
    }

    /** Packages can be read one after another. */
    ArchRule noCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Spark has one room, which only the application enters: everything else runs without it. */
    ArchRule sparkInItsRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(within("benchmarks.grid.spark"), within("app"))
                .should()
                .dependOnClassesThat(
                        resideInAPackage(within("benchmarks.grid.spark"))
                                .or(resideInAnyPackage("org.apache.spark..", "scala..")))
                .because("only the package grid.spark knows Spark, and only the app knows it");
    }

    /** The application knows the executor, not Spark. */
    ArchRule noSparkInTheApplication() {
        return noClasses()
                .that()
                .resideInAPackage(within("app"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.spark..", "scala.."));
    }

    /** Fused losses ignore what is done to their output, so λ would not scale the gradient. */
    ArchRule noFusedLosses() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe("the fused losses of SameDiff", on(SDLoss.class, name -> true)));
    }

    /** SameDiff's dropout has no derivative. */
    ArchRule noNativeDropout() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "SameDiff's dropout",
                                on(SDNN.class, name -> name.startsWith("dropout"))));
    }

    /** The logSoftmax over a named axis has no derivative; the one over the last axis has. */
    ArchRule noLogSoftmaxOverAnAxis() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "logSoftmax with an axis",
                                on(SDNN.class, "logSoftmax"::equals)
                                        .and(
                                                access ->
                                                        access.getTarget()
                                                                .getFullName()
                                                                .endsWith("int)"))));
    }

    /** A saved graph with an LSTM cannot be loaded: checkpoints hold the spec instead. */
    ArchRule noGraphFiles() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        describe(
                                "SameDiff's own files", on(SameDiff.class, GRAPH_FILES::contains)));
    }

    /**
     * Random numbers come from a seed that was handed in; dropout draws from the generator it set.
     */
    ArchRule noGlobalRandomness() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within("framework.graph"))
                .and()
                .doNotHaveFullyQualifiedName(root + ".layers.BernoulliNoise")
                .should()
                .accessTargetWhere(
                        describe(
                                "the global random generators",
                                on(
                                                Nd4j.class,
                                                Set.of(
                                                                "getRandom",
                                                                "rand",
                                                                "randn",
                                                                "random",
                                                                "shuffle")
                                                        ::contains)
                                        .or(on(Math.class, "random"::equals))));
    }

    /** Only the application talks to the terminal; QuietOutput mutes what ND4J prints. */
    ArchRule noPrinting() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(within("app"))
                .and()
                .doNotHaveFullyQualifiedName(root + ".framework.graph.QuietOutput")
                .should()
                .accessTargetWhere(
                        describe(
                                "the standard streams",
                                on(System.class, Set.of("out", "err")::contains)));
    }

    /** A name says what the thing does. */
    ArchRule tellingNames() {
        return classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
                .because("a name says what the thing does");
    }

    /** A type is found in the file of its name. */
    ArchRule oneTypeAFile() {
        return classes().that().areTopLevelClasses().should(standInAFileOfTheirName());
    }

    private String within(String module) {
        return root + "." + module + "..";
    }

    private static Predicate<JavaAccess<?>> on(Class<?> owner, Predicate<String> name) {
        return access ->
                access.getTargetOwner().isAssignableTo(owner)
                        && name.test(access.getTarget().getName());
    }

    private static ArchCondition<JavaClass> standInAFileOfTheirName() {
        return new ArchCondition<>("stand in a file of their name") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String file =
                        type.getSource().flatMap(source -> source.getFileName()).orElse("no file");
                events.add(
                        new SimpleConditionEvent(
                                type,
                                file.equals(type.getSimpleName() + ".java"),
                                type.getName() + " stands in " + file));
            }
        };
    }
}
