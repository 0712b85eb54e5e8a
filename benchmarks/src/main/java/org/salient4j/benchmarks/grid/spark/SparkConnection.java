package org.salient4j.benchmarks.grid.spark;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.AsyncRDDActions;
import org.salient4j.framework.InvalidInputException;
import scala.Function1;
import scala.collection.Seq;
import scala.concurrent.ExecutionContext;
import scala.reflect.ClassTag;
import scala.util.Try;

/** A run of Spark: opened for a grid, closed with it. */
final class SparkConnection implements AutoCloseable {

    private static final String DIRECT_BUFFERS = "sun.nio.ch";

    /** Written for a person who asks for something else in the properties of the Java machine. */
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "spark.app.name", "salient4j",
                    "spark.ui.enabled", "false",
                    "spark.executor.memory", "2g",
                    // As the launcher has it: ND4J frees native memory when the heap is collected.
                    "spark.executor.extraJavaOptions",
                            "-XX:+UseSerialGC -Djava.awt.headless=true"
                                    + " -Dorg.bytedeco.javacpp.maxbytes=4g"
                                    + " -Dorg.bytedeco.javacpp.maxphysicalbytes=8g",
                    // A task is one thread; more of them in an operation make small ones slower.
                    "spark.executorEnv.OMP_NUM_THREADS", "1",
                    "spark.executorEnv.OPENBLAS_NUM_THREADS", "1");

    private final SparkMaster master;
    private final JavaSparkContext context;

    private SparkConnection(SparkMaster master, JavaSparkContext context) {
        this.master = master;
        this.context = context;
    }

    /**
     * @throws InvalidInputException if the master does not answer, or this Java machine runs Spark
     *     already or was not opened to it
     * @throws SparkStoppedException if Spark cannot be started
     * @throws InterruptedException if the thread was interrupted
     */
    static SparkConnection open(SparkMaster master) throws InterruptedException {
        requireOpenModules();
        master.requireAnswer();
        JavaSparkContext context;
        try {
            context = new JavaSparkContext(configuration(master));
        } catch (Exception e) {
            if (e instanceof InterruptedException || Thread.interrupted()) {
                throw new InterruptedException("the run was interrupted");
            }
            if (String.valueOf(e.getMessage()).startsWith("Only one SparkContext")) {
                throw new InvalidInputException(
                        "this Java process runs Spark already: end that run first", e);
            }
            throw new SparkStoppedException(
                    "Spark could not be started with " + master.url() + ": " + firstLine(e), e);
        }
        context.sc().addSparkListener(new LossListener());
        return new SparkConnection(master, context);
    }

    /**
     * Has a cell computed. One job a cell: its outcome comes back when it is there, and a cell that
     * takes its workers down again and again fails alone.
     *
     * @param task what to do with it
     * @param cell the cell
     * @param arrived hears of the outcome, or of why there is none, in a thread of Spark's own
     * @throws SparkStoppedException if Spark has stopped
     */
    void submit(CellTask task, String cell, Consumer<Try<Seq<String>>> arrived) {
        try {
            start(task, cell, arrived);
        } catch (RuntimeException e) {
            // After a minute without a word from the master Spark stops itself, piece by piece.
            throw new SparkStoppedException(
                    "Spark takes no cells: is " + master.url() + " a master of Spark 3.5?", e);
        }
    }

    private void start(CellTask task, String cell, Consumer<Try<Seq<String>>> arrived) {
        JavaRDD<String> outcome = context.parallelize(List.of(cell), 1).map(task);
        ClassTag<String> type = ClassTag.apply(String.class);
        Function1<Try<Seq<String>>, Void> listener =
                result -> {
                    arrived.accept(result);
                    return null;
                };
        new AsyncRDDActions<>(outcome.rdd(), type)
                .collectAsync()
                .onComplete(listener, ExecutionContext.fromExecutor(Runnable::run));
    }

    /** Stops what is still computed: cells notice at their next tick. */
    @Override
    public void close() {
        // Half a stop would leave threads behind.
        boolean interrupted = Thread.interrupted();
        try {
            if (!context.sc().isStopped()) {
                context.sc().cancelAllJobs();
            }
            context.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static String firstLine(Throwable e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getMessage().lines().findFirst().orElse("");
    }

    private static SparkConf configuration(SparkMaster master) {
        // Takes what properties named spark.* say; so does spark-submit hand over its options.
        SparkConf conf = new SparkConf();
        conf.setMaster(master.url());
        DEFAULTS.forEach(conf::setIfMissing);
        if (!master.isLocal()) {
            conf.setIfMissing(
                    "spark.executor.extraClassPath", System.getProperty("java.class.path"));
        }
        if (master.isLocal() || master.isOnLoopback()) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return conf;
    }

    private static void requireOpenModules() {
        Module java = Object.class.getModule();
        Module own = SparkConnection.class.getModule();
        if (!java.isExported(DIRECT_BUFFERS, own)) {
            throw new InvalidInputException(
                    "Spark needs the Java option --add-opens=java.base/sun.nio.ch=ALL-UNNAMED,"
                            + " which the launcher 'salient4j' gives");
        }
    }
}
