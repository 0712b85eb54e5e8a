package org.salient4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.benchmarks.grid.ResultFormat;
import org.salient4j.framework.io.NpyFile;

/** What cannot be used is said in one line, and leaves nothing behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private Path folder;

    /** A command line, in which {@code {d}} is the folder, and what the line must say. */
    private record Case(int code, String words, String... says) {
        @Override
        public String toString() {
            return words + " -> " + Arrays.toString(says);
        }
    }

    @BeforeAll
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path data = TinyData.generate(folder);
        Path model = TinyData.model(folder, data);
        byte[] whole = Files.readAllBytes(model);
        Files.write(folder.resolve("truncated.npz"), Arrays.copyOf(whole, whole.length / 2));
        byte[] damaged = whole.clone();
        int middle = new String(damaged, StandardCharsets.ISO_8859_1).indexOf("NUMPY") + 140;
        damaged[middle] ^= 1;
        Files.write(folder.resolve("damaged.npz"), damaged);
        Files.writeString(folder.resolve("text.npy"), "no array at all");
        Files.writeString(folder.resolve("file"), "a file");
        Files.createDirectory(folder.resolve("empty"));
        INDArray x = NpyFile.read(data.resolve("test/x.npy"));
        NpyFile.write(folder.resolve("ints.npy"), x.castTo(DataType.INT32));
        NpyFile.write(folder.resolve("flat.npy"), x.reshape(20, 96));
        NpyFile.write(folder.resolve("wide.npy"), Nd4j.zeros(DataType.FLOAT, 2, 12, 9));
        NpyFile.write(
                folder.resolve("nan.npy"), x.dup().putScalar(new int[] {3, 2, 1}, Double.NaN));
        NpyFile.write(folder.resolve("fewlabels.npy"), Nd4j.createFromArray(0, 1, 0));
        int[] labels = new int[20];
        labels[4] = 2;
        NpyFile.write(folder.resolve("highlabels.npy"), Nd4j.createFromArray(labels));
        NpyFile.write(folder.resolve("floatlabels.npy"), Nd4j.zeros(DataType.FLOAT, 20));
        NpyFile.write(folder.resolve("halftruth.npy"), x.dup().assign(0.5));
        copyOf(data, "missing-y", "train/y.npy", null);
        copyOf(data, "nan-data", "train/x.npy", nan(data));
        copyOf(data, "negative", "train/y.npy", Nd4j.createFromArray(negative()));
        copyOf(data, "three-classes", "train/y.npy", Nd4j.createFromArray(zerosAndATwo()));
        copyOf(data, "gap", "train/y.npy", Nd4j.createFromArray(zerosAndATwo()));
        Files.delete(folder.resolve("gap/dataset.json"));
        NpyFile.write(folder.resolve("gap/test/y.npy"), Nd4j.zeros(DataType.INT32, 20));
        copyOf(data, "ragged", "train/y.npy", Nd4j.createFromArray(0, 1));
        Path weights = Files.createDirectory(folder.resolve("weights"));
        NpyFile.write(weights.resolve("fc.bias.npy"), Nd4j.zeros(DataType.FLOAT, 2));
        Path other = Files.createDirectory(folder.resolve("other-experiment"));
        Files.writeString(
                other.resolve("experiment.json"),
                card("\"experiment\":\"divination\",\"settings\":{}"));
        Path settings = Files.createDirectory(folder.resolve("other-settings"));
        Files.writeString(
                settings.resolve("experiment.json"),
                card(
                        "\"experiment\":\"vanishing-saliency\",\"settings\":{\"presets\":[\"quick\"],"
                                + "\"networks\":[\"lstm\"],\"seeds\":3,\"changes\":{}}"));
        Path older = Files.createDirectory(folder.resolve("older-format"));
        Files.writeString(
                older.resolve("experiment.json"),
                "{\"experiment\":\"vanishing-saliency\",\"settings\":{}}");
        Path lacking = Files.createDirectory(folder.resolve("lacking-card"));
        Files.writeString(
                lacking.resolve("experiment.json"),
                card(
                        "\"experiment\":\"time-series\",\"settings\":{\"seeds\":1,"
                                + "\"preset\":\"quick\",\"changes\":{}}"));
        Path foreign = Files.createDirectory(folder.resolve("foreign-card"));
        Files.writeString(foreign.resolve("experiment.json"), "{\"name\":\"mlflow\"}");
        Path nameless = Files.createDirectory(folder.resolve("nameless-card"));
        Files.writeString(nameless.resolve("experiment.json"), card("\"settings\":{}"));
        Path list = Files.createDirectory(folder.resolve("list-card"));
        Files.writeString(list.resolve("experiment.json"), "[]");
        Path broken = Files.createDirectory(folder.resolve("broken-card"));
        Files.writeString(broken.resolve("experiment.json"), "{\"experiment\":");
    }

    private static String card(String properties) {
        return "{\"format\":%d,%s}".formatted(ResultFormat.CURRENT, properties);
    }

    static Stream<Case> cases() {
        String predict = "predict --out {d}/o.npy --model {d}/model.npz --input ";
        String explain =
                "explain --out {d}/o.npy --model {d}/model.npz --input {d}/data/test/x.npy ";
        String train = "train --network lstm --out {d}/o.npz --data {d}/";
        String guided = train + "data --training saliency-guided ";
        String bare = "train --out {d}/o.npz --data {d}/data ";
        String generate = "generate --out {d}/o --test 5 ";
        String full = "reproduce vanishing-saliency --networks lstm ";
        String vanishing = full + "--preset quick --seeds 1 ";
        String spark = vanishing + "--out {d}/o ";
        return Stream.of(
                // The command line.
                new Case(2, "trian", "unknown command 'trian'", "did you mean 'train'"),
                new Case(2, "train --epoch 3", "unknown option '--epoch'", "'--epochs'"),
                new Case(2, "predict", "Missing required options", "--model", "predict --help"),
                new Case(2, train + "data --epochs", "--epochs"),
                new Case(2, "list netwroks", "unknown list 'netwroks'", "'networks'"),
                new Case(2, "reproduce vanishing", "unknown command", "'vanishing-saliency'"),
                new Case(2, "reproduce", "an experiment is needed"),
                // Where cells are computed.
                new Case(2, spark + "--executor sparc", "unknown executor 'sparc'", "'spark'"),
                new Case(2, spark + "--master local[2]", "--master needs --executor spark"),
                new Case(2, spark + "--executor spark --threads 3", "--master local[3]"),
                new Case(
                        2, spark + "--executor spark --master yarn", "spark://HOST:PORT", "'yarn'"),
                new Case(
                        2,
                        spark + "--executor spark --master spark://127.0.0.1:1",
                        "no Spark master answers at spark://127.0.0.1:1"),
                // Names and settings.
                new Case(2, generate + "--dataset midle", "unknown dataset 'midle'", "'middle'"),
                new Case(2, generate + "--dataset middle --process naram", "'narma'"),
                new Case(2, generate + "--dataset middle --set timesize=3", "'timeSize'"),
                new Case(2, generate + "--dataset middle --time-steps 20", "does not fit a 20x50"),
                new Case(2, generate + "--dataset middle --scaling minmx", "min-max", "'minmx'"),
                new Case(2, generate + "--dataset middle --seed 0", "seed must not be 0"),
                new Case(2, generate + "--dataset middle --train 0", "train must be at least 1"),
                new Case(2, bare + "--network lsmt", "unknown network 'lsmt'", "'lstm'"),
                new Case(
                        2,
                        train + "data --network-preset mnist-serie",
                        "unknown preset of the network lstm 'mnist-serie'",
                        "'mnist-series'"),
                new Case(2, bare + "--network-preset mnist-series", "a network is needed"),
                new Case(2, train + "data --set hiden=3", "'hiden'", "'hidden'"),
                new Case(2, train + "data --set hidden=0", "hidden must be", "was 0"),
                new Case(2, train + "data --training salient", "unknown training", "standard"),
                new Case(2, train + "data --epochs x", "epochs must be a whole number", "'x'"),
                new Case(2, train + "data --learning-rate -1", "must be positive", "-1.0"),
                new Case(2, train + "data --validation-fraction 1.5", "in [0, 1)", "1.5"),
                new Case(2, train + "data --lambda 2", "standard training has no lambda"),
                new Case(2, guided + "--masked-fraction 1.5", "must be in [0, 1]", "1.5"),
                new Case(2, guided + "--masked-fraction -0.1", "must be in [0, 1]", "-0.1"),
                new Case(2, guided + "--lambda 0..1", "schedule such as 0..1@10", "'0..1'"),
                new Case(2, guided + "--ranking abs", "absolute, signed", "'abs'"),
                new Case(2, explain + "--method gradeint", "unknown method", "'gradient'"),
                new Case(2, explain + "--method integrated-gradients --option step=3", "'steps'"),
                new Case(2, explain + "--method neuron-gradient", "is no encoder", "list methods"),
                new Case(2, explain + "--method gradient --map {d}/m.npy", "--map is for encoders"),
                new Case(2, explain + "--method gradient --samples 5", "--samples is for encoders"),
                new Case(
                        2,
                        explain + "--method gradient --trials {d}/fewlabels.npy",
                        "--trials is for encoders"),
                new Case(
                        2,
                        explain + "--method integrated-gradients --option steps=0",
                        "steps must be at least 1"),
                new Case(
                        2,
                        explain + "--method integrated-gradients --option baseline=@{d}/no.npy",
                        "no.npy",
                        "no such file"),
                // Arrays.
                new Case(2, predict + "{d}/no.npy", "no.npy", "no such file"),
                new Case(2, predict + "{d}/text.npy", "text.npy"),
                new Case(2, predict + "{d}/data", "is a folder"),
                new Case(2, predict + "{d}/ints.npy", "float32 or float64", "INT"),
                new Case(2, predict + "{d}/flat.npy", "[samples, 12, 8]", "[20, 96]"),
                new Case(2, predict + "{d}/wide.npy", "[samples, 12, 8]", "[2, 12, 9]"),
                new Case(2, predict + "{d}/nan.npy", "must be finite", "NaN", "[3, 2, 1]"),
                new Case(2, explain + "--method gradient --target {d}/fewlabels.npy", "20", "3"),
                new Case(
                        2,
                        explain + "--method gradient --target {d}/highlabels.npy",
                        "sample 4",
                        "[0, 2)",
                        "was 2"),
                new Case(
                        2,
                        explain + "--method gradient --target {d}/floatlabels.npy",
                        "must be [samples] of integers",
                        "FLOAT [20]",
                        "class indices"),
                new Case(
                        2,
                        "score --attributions {d}/flat.npy --truth {d}/data/test/truth.npy",
                        "[20, 96]"),
                new Case(
                        2,
                        "score --attributions {d}/data/test/x.npy --truth {d}/halftruth.npy",
                        "0.5"),
                new Case(
                        2,
                        "score --attributions {d}/nan.npy --truth {d}/data/test/truth.npy",
                        "finite"),
                // Folders of data.
                new Case(2, train + "no-data", "no such folder"),
                new Case(2, train + "empty", "holds no data", "train"),
                new Case(2, train + "missing-y", "y.npy", "no such file"),
                new Case(2, train + "nan-data", "finite", "NaN"),
                new Case(2, train + "negative", "y[5]", "-1"),
                new Case(2, train + "ragged", "60 samples", "2 labels"),
                new Case(2, train + "three-classes", "[0, 2)", "was 2"),
                new Case(2, train + "gap", "labels go up to 2 but none is 1", "\"classes\": 3"),
                new Case(
                        2,
                        generate.replace("{d}/o ", "{d}/data ") + "--dataset middle",
                        "not empty"),
                // Models and weights.
                new Case(2, predict.replace("model.npz", "no.npz") + "{d}/nan.npy", "no such file"),
                new Case(2, predict.replace("model", "truncated") + "{d}/nan.npy", "truncated"),
                new Case(2, predict.replace("model", "damaged") + "{d}/nan.npy", "damaged"),
                new Case(2, predict.replace("model.npz", "file") + "{d}/nan.npy", "not an archive"),
                new Case(2, train + "data --from {d}/model.npz", "leave out --network"),
                new Case(2, bare, "a network is needed", "--from MODEL"),
                new Case(
                        2,
                        train.replace("o.npz", "model.npz") + "data --resume",
                        "finished model, no training to resume"),
                new Case(2, "import --network lstm --weights {d}/no --out {d}/o", "no such folder"),
                new Case(
                        2,
                        "import --network lstm --weights {d}/empty --out {d}/o",
                        "holds no .npy"),
                new Case(
                        2,
                        "import --network lstm --weights {d}/weights --out {d}/o",
                        "expected the parameters",
                        "weight_ih",
                        "[fc.bias]"),
                // Outputs.
                new Case(
                        2,
                        predict.replace("{d}/o", "{d}/file/o") + "{d}/data/test/x.npy",
                        "cannot write",
                        "there is no folder"),
                new Case(
                        2,
                        predict.replace("{d}/o", "{d}/nowhere/o") + "{d}/data/test/x.npy",
                        "there is no folder",
                        "make it first"),
                new Case(
                        2,
                        "simulate --recording latent-dynamics --out {d}/nowhere/rec",
                        "there is no folder",
                        "make it first"),
                new Case(
                        1,
                        predict.replace("{d}/o.npy", "{d}/empty --force") + "{d}/data/test/x.npy",
                        "folder"),
                new Case(2, predict.replace("o.npy", "file") + "{d}/data/test/x.npy", "--force"),
                // Speed.
                new Case(2, "bench --networks lsmt", "unknown network 'lsmt'", "'lstm'"),
                new Case(2, "bench --only step", "unknown part 'step'", "'steps'"),
                new Case(2, "bench --threads 0", "threads must be at least 1", "was 0"),
                new Case(2, "bench --seconds 0", "seconds must be positive", "was 0"),
                new Case(2, "bench --json {d}/no/b.json", "there is no folder"),
                new Case(2, "bench --json {d}/file", "is there already", "--force"),
                // Experiments.
                new Case(
                        2,
                        vanishing + "--out {d}/other-experiment",
                        "'divination'",
                        "another folder"),
                new Case(2, vanishing + "--out {d}/other-settings --resume", "seeds: was 3, now 1"),
                new Case(2, vanishing + "--out {d}/broken-card --resume", "not JSON"),
                new Case(2, vanishing + "--out {d}/broken-card --resume", "it ends too early"),
                new Case(2, "report {d}/broken-card --out {d}/o.html", "it ends too early"),
                new Case(
                        2,
                        "report {d}/lacking-card --out {d}/o.html",
                        "lacking-card",
                        "settings of time-series: must say datasets, processes, networks"),
                new Case(2, "report {d}/foreign-card --out {d}/o.html", "says no format"),
                new Case(2, "report {d}/nameless-card --out {d}/o.html", "needs a name"),
                new Case(2, "report {d}/list-card --out {d}/o.html", "found array"),
                new Case(2, vanishing + "--out {d}/older-format", "says no format, as those of"),
                new Case(
                        2,
                        "report {d}/older-format --out {d}/o.html",
                        "expected format",
                        "a new one"),
                new Case(2, vanishing + "--out {d}/data", "holds something else"),
                new Case(2, vanishing + "--out {d}/file", "is a file"),
                new Case(2, full + "--preset quik --out {d}/o", "unknown preset", "'quick'"),
                new Case(2, full + "--seeds 0 --out {d}/o", "seeds must be at least 1"),
                new Case(2, vanishing + "--seeds 2 --out {d}/o", "only once"),
                new Case(2, vanishing + "--set hidden=0 --out {d}/o", "hidden must be at least 1"),
                new Case(2, vanishing + "--threads 0 --out {d}/o", "threads must be at least 1"),
                new Case(2, "report {d}/no --out {d}/o.html", "folder of results"),
                new Case(2, "report {d}/other-experiment --out {d}/o.html", "'divination'"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_say_so_in_one_line_and_leave_nothing(Case bad) throws IOException {
        Map<String, Long> before = tree();
        Object[] words = bad.words().replace("{d}", folder.toString()).split(" ");
        Cli run = Cli.run(words);
        assertThat(run.code()).isEqualTo(bad.code());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("salient4j: ")
                .contains(bad.says())
                .doesNotContain("java.", "Source:", "because \"", "unexpected ");
        assertThat(run.out()).isEmpty();
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void should_say_that_a_training_diverged_and_write_no_model_of_it() {
        Path out = folder.resolve("diverged.npz");
        Cli run =
                Cli.run(
                        "train",
                        "--data",
                        folder.resolve("data"),
                        "--network",
                        "lstm",
                        "--updater",
                        "sgd",
                        "--learning-rate",
                        "1e300",
                        "--out",
                        out);
        assertThat(run.code()).isEqualTo(ErrorLine.FAILED);
        assertThat(run.err())
                .contains("training diverged in epoch 0", "Lower the learning rate")
                .doesNotContain("checkpoint");
        assertThat(out).doesNotExist();
    }

    @Test
    void should_show_where_an_error_comes_from_when_asked() {
        Cli run =
                Cli.run(
                        "predict",
                        "--model",
                        "no.npz",
                        "--input",
                        "x",
                        "--out",
                        "o",
                        "--stacktrace");
        assertThat(run.err()).contains("no.npz", "\tat org.salient4j.");
    }

    private Map<String, Long> tree() throws IOException {
        Map<String, Long> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                long size = Files.isDirectory(path) ? -1 : Files.size(path);
                tree.put(folder.relativize(path).toString(), size);
            }
        }
        return tree;
    }

    private void copyOf(Path data, String name, String changed, INDArray array) throws IOException {
        Path copy = folder.resolve(name);
        try (Stream<Path> paths = Files.walk(data)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, copy.resolve(data.relativize(path).toString()));
            }
        }
        Files.delete(copy.resolve(changed));
        if (array != null) {
            NpyFile.write(copy.resolve(changed), array);
        }
    }

    private static INDArray nan(Path data) {
        return NpyFile.read(data.resolve("train/x.npy")).putScalar(new int[] {3, 2, 1}, Double.NaN);
    }

    private static int[] negative() {
        int[] labels = new int[60];
        labels[5] = -1;
        return labels;
    }

    private static int[] zerosAndATwo() {
        int[] labels = new int[60];
        labels[5] = 2;
        return labels;
    }
}
