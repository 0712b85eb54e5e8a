package org.salient4j.framework.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;
import org.salient4j.framework.io.NpyFile;

class NumberTableTest {
    @TempDir Path folder;

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    @Test
    void should_read_a_csv_with_names() throws IOException {
        NumberTable table = NumberTable.read(csv("a, b\n1,2\n-3.5,4e2\n"));

        assertThat(table.columns()).containsExactly("a", "b");
        assertThat(table.values().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{1, 2}, {-3.5, 400}});
    }

    @Test
    void should_read_a_csv_without_names() throws IOException {
        NumberTable table = NumberTable.read(csv("1,2\n3,4"));

        assertThat(table.columns()).isEmpty();
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.width()).isEqualTo(2);
    }

    @Test
    void should_read_npy_of_one_or_two_axes() {
        Path file = folder.resolve("x.npy");
        NpyFile.write(file, Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
        assertThat(NumberTable.read(file).values().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{1, 2, 3}, {4, 5, 6}});
        NpyFile.write(file, Nd4j.createFromArray(7L, 8L));
        assertThat(NumberTable.read(file).values().toDoubleMatrix())
                .isDeepEqualTo(new double[][] {{7}, {8}});
    }

    @Test
    void should_name_row_and_column_of_what_is_no_number() throws IOException {
        Path word = csv("a,b\n1,2\n3,four\n");
        assertThatThrownBy(() -> NumberTable.read(word))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(word + ", row 3, column b: expected a finite number, found 'four'");
        Path nan = csv("1,2\n3,NaN\n");
        assertThatThrownBy(() -> NumberTable.read(nan))
                .hasMessage(nan + ", row 2, column 2: expected a finite number, found NaN");
        Path empty = csv("1,2\n3,\n");
        assertThatThrownBy(() -> NumberTable.read(empty))
                .hasMessage(empty + ", row 2, column 2: expected a finite number, found ''");
    }

    @Test
    void should_refuse_what_is_no_table() throws IOException {
        Path ragged = csv("1,2\n3\n");
        assertThatThrownBy(() -> NumberTable.read(ragged))
                .hasMessage(ragged + ", line 2: expected 2 columns as in line 1, found 1");
        Path names = csv("a,b\n");
        assertThatThrownBy(() -> NumberTable.read(names))
                .hasMessage(names + " must hold rows of numbers, holds none");
        Path missing = folder.resolve("no.csv");
        assertThatThrownBy(() -> NumberTable.read(missing))
                .hasMessage("cannot read " + missing + ": no such file");
        assertThatThrownBy(() -> NumberTable.read(folder))
                .hasMessage("cannot read " + folder + ": it is a folder");
        Path cube = folder.resolve("x.npy");
        NpyFile.write(cube, Nd4j.create(2, 3, 4));
        assertThatThrownBy(() -> NumberTable.read(cube))
                .hasMessage(cube + " must be [rows, columns] or [rows], found [2, 3, 4]");
    }
}
