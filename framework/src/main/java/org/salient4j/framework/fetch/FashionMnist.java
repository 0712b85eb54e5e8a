package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.salient4j.framework.io.AtomicFile;

/**
 * Fashion-MNIST, whole: the four gzipped IDX files as they were published, and the names of its
 * classes.
 */
public record FashionMnist() implements DataSource {
    private static final String LICENCE = "LICENSE.txt";
    private static final String CLASSES = "classes.txt";

    @Override
    public String name() {
        return "fashion-mnist";
    }

    @Override
    public DataDescription description() {
        return new DataDescription(
                "articles of clothing, 28 x 28 grey, 60,000 to train on and 10,000 to test on",
                "MIT, Zalando SE",
                "H. Xiao, K. Rasul, R. Vollgraf. Fashion-MNIST: a Novel Image Dataset for"
                        + " Benchmarking Machine Learning Algorithms. 2017");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(
                PackageClient.APT,
                "dataset-fashion-mnist",
                "0.0~git20200523.55506a9-1",
                new PinnedFile(
                        "dataset-fashion-mnist_0.0~git20200523.55506a9-1_all.deb",
                        30_900_652,
                        "39e172fe32dd318ebb3e512220c3beea2fa47d7e20bab348fb4e0922d6beefc0"));
    }

    @Override
    public List<PinnedFile> files() {
        return List.of(
                new PinnedFile(
                        "train-images-idx3-ubyte.gz",
                        26_421_856,
                        "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"),
                new PinnedFile(
                        "train-labels-idx1-ubyte.gz",
                        29_491,
                        "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"),
                new PinnedFile(
                        "t10k-images-idx3-ubyte.gz",
                        4_422_079,
                        "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"),
                new PinnedFile(
                        "t10k-labels-idx1-ubyte.gz",
                        5_125,
                        "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"),
                new PinnedFile(
                        LICENCE,
                        1_349,
                        "193c9c47fa3dc7e614dcd5f4ea5315d69c0a542b698b64dc34ac5bc4b09d5c3a"),
                new PinnedFile(
                        CLASSES,
                        76,
                        "c05cbe764897f8f34d28f45aa4669357a728c2bd56e7610475ae1594e478a8c7"));
    }

    @Override
    public void unpack(Path archive, Path folder) throws IOException {
        Map<String, String> wanted = new HashMap<>();
        wanted.put("usr/share/doc/dataset-fashion-mnist/copyright", LICENCE);
        files().stream()
                .map(PinnedFile::name)
                .filter(name -> name.endsWith(".gz"))
                .forEach(name -> wanted.put("usr/share/datasets/fashion-mnist/" + name, name));
        ArchiveFiles.copyDeb(archive, wanted, folder);
        // As the package's README numbers them.
        AtomicFile.write(
                folder.resolve(CLASSES),
                String.join(
                                "\n",
                                "T-shirt/top",
                                "Trouser",
                                "Pullover",
                                "Dress",
                                "Coat",
                                "Sandal",
                                "Shirt",
                                "Sneaker",
                                "Bag",
                                "Ankle boot")
                        + "\n");
    }
}
