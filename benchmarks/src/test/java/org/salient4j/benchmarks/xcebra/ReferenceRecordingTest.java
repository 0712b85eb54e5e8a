package org.salient4j.benchmarks.xcebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.salient4j.framework.InvalidInputException;

class ReferenceRecordingTest {
    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("r.csv"), text);
    }

    @Test
    void should_read_latents_neurons_and_their_truth() throws IOException {
        Path file = file("z0,z1,x0,x1,x2,x3\n1,2,3,4,5,6\n7,8,9,10,11,12\n");

        KnownRecording recording = ReferenceRecording.read(file);

        assertThat(recording.latents().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{1, 2}, {7, 8}});
        assertThat(recording.neurons().toDoubleMatrix()[1]).containsExactly(9, 10, 11, 12);
        assertThat(recording.truth())
                .isDeepEqualTo(
                        new boolean[][] {{true, true, true, true}, {false, false, true, true}});
        assertThat(recording.observed().start()).isEqualTo(1);
    }

    @Test
    void should_refuse_other_columns() throws IOException {
        Path odd = file("z0,z1,z2,x0,x1\n1,2,3,4,5\n");
        assertThatThrownBy(() -> ReferenceRecording.read(odd))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("even number of latents z");
        Path none = file("a,b\n1,2\n");
        assertThatThrownBy(() -> ReferenceRecording.read(none))
                .hasMessageContaining("must have the columns z0, z1, …; it has [a, b]");
        Path gap = file("z0,z2,x0,x1\n1,2,3,4\n");
        assertThatThrownBy(() -> ReferenceRecording.read(gap))
                .hasMessageContaining("must have the columns z0 to z1, has no z1");
    }
}
