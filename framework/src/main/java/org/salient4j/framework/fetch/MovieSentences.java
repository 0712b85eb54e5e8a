package org.salient4j.framework.fetch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Sentences of movie reviews with the mean of at least twenty people's judgements: one a line,
 * UTF-8, {@code id TAB mean in [-4, 4] TAB text}.
 *
 * <p>Real reviews, but single sentences and without rationales: they are not ERASER's Movies, and
 * no result on them should be called that.
 */
public record MovieSentences() implements DataSource {
    private static final String SENTENCES = "movieReviewSnippets_GroundTruth.txt";
    private static final String README = "_README_.txt";
    private static final String LICENCE = "LICENSE.txt";
    private static final String ROOT = "vaderSentiment-3.3.2/";
    private static final String INNER = "hutto_ICWSM_2014";

    @Override
    public String name() {
        return "movie-sentences";
    }

    @Override
    public DataDescription description() {
        return new DataDescription(
                "10,605 sentences of movie reviews, each with people's mean sentiment in [-4, 4]",
                "MIT (C. J. Hutto) for the package; none is stated for the sentences, which are from"
                        + " reviews collected by B. Pang and L. Lee (2004)",
                "C. J. Hutto, E. Gilbert. VADER: A Parsimonious Rule-based Model for Sentiment"
                        + " Analysis of Social Media Text. ICWSM 2014");
    }

    @Override
    public RegistryPackage origin() {
        return new RegistryPackage(
                PackageClient.PIP,
                "vaderSentiment",
                "3.3.2",
                new PinnedFile(
                        "vaderSentiment-3.3.2.tar.gz",
                        2_466_783,
                        "5d7c06e027fc8b99238edb0d53d970cf97066ef97654009890b83703849632f9"));
    }

    @Override
    public List<PinnedFile> files() {
        return List.of(
                new PinnedFile(
                        SENTENCES,
                        1_383_098,
                        "c8293b0d942e90e223ea2c0955d969040d1a1be514a978b9af0698940bd13350"),
                new PinnedFile(
                        README,
                        12_408,
                        "583d6381c04a4b342ac6e7268066128467785f1f4801c4f7d44afb1ccbaad939"),
                new PinnedFile(
                        LICENCE,
                        1_096,
                        "74cfe41cdbf7f6925aeb4c18c148ec8db042540edb6739fd81069aa4e3c8b118"));
    }

    @Override
    public void unpack(Path archive, Path folder) throws IOException {
        ArchiveFiles.copyTarGz(archive, Map.of(ROOT + LICENCE, LICENCE), folder);
        ArchiveFiles.readTarGz(
                archive,
                ROOT + "additional_resources/" + INNER + ".tar.gz",
                inner ->
                        ArchiveFiles.copyTarGz(
                                inner,
                                Map.of(
                                        INNER + "/" + SENTENCES,
                                        SENTENCES,
                                        INNER + "/" + README,
                                        README),
                                folder));
    }
}
