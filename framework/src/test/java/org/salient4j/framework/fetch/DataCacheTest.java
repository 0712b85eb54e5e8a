package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;

class DataCacheTest {
    @TempDir private Path folder;

    private Path root(Map<String, String> environment) {
        return DataCache.of(environment, folder.resolve("home")).root();
    }

    @Test
    void should_be_where_the_user_wants_it() {
        String own = folder.resolve("own").toString();
        String xdg = folder.resolve("xdg").toString();
        Path home = folder.resolve("home/.cache/salient4j");
        assertThat(root(Map.of("SALIENT4J_CACHE", own, "XDG_CACHE_HOME", xdg)))
                .isEqualTo(Path.of(own));
        assertThat(root(Map.of("SALIENT4J_CACHE", " ", "XDG_CACHE_HOME", xdg)))
                .isEqualTo(Path.of(xdg, "salient4j"));
        assertThat(root(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(home);
        assertThat(root(Map.of())).isEqualTo(home);
    }

    @Test
    void should_say_what_to_run_for_what_is_not_there() {
        TinySource source =
                TinySource.of(TinySource.write(folder.resolve("a.tgz"), TinySource.CONTENT));
        DataCache cache = new DataCache(folder);
        assertThat(cache.state(source).word()).isEqualTo("not fetched");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> cache.require(source))
                .withMessage(
                        "tiny is not in the cache "
                                + folder
                                + ": run 'salient4j data fetch tiny' first");
    }

    @Test
    void should_take_files_that_were_put_there_by_hand() throws Exception {
        TinySource source =
                TinySource.of(TinySource.write(folder.resolve("a.tgz"), TinySource.CONTENT));
        DataCache cache = new DataCache(folder);
        Path place = Files.createDirectories(cache.folder(source));
        Files.writeString(place.resolve("x.txt"), TinySource.CONTENT.get("x.txt"));
        assertThat(cache.state(source).faults()).containsExactly("y.txt is missing");
        assertThat(cache.state(source).word()).isEqualTo("damaged");
        Files.writeString(place.resolve("y.txt"), TinySource.CONTENT.get("y.txt"));
        assertThat(cache.require(source)).isEqualTo(place);
        assertThat(cache.state(source).word()).isEqualTo("fetched");
    }
}
