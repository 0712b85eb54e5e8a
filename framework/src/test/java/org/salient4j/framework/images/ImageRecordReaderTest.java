package org.salient4j.framework.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.records.Record;
import org.datavec.api.records.reader.impl.collection.CollectionRecordReader;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.salient4j.framework.InvalidInputException;

class ImageRecordReaderTest {
    private final ImageData images =
            new PixelImages(
                    new ImageShape(3, 1, 2),
                    List.of("a", "b"),
                    new byte[] {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15},
                    new int[] {1, 0});

    @Test
    void should_give_images_and_classes_as_records() {
        ImageRecordReader reader = new ImageRecordReader(images);
        List<Writable> first = reader.next();
        INDArray image = ((NDArrayWritable) first.get(0)).get();
        assertThat(image.shape()).containsExactly(1, 3, 1, 2);
        assertThat(image.getFloat(0, 2, 0, 1)).isEqualTo(5 / 255f);
        assertThat(first.get(1)).isEqualTo(new IntWritable(1));
        assertThat(reader.getLabels()).containsExactly("a", "b");
        assertThat(reader.next(5)).hasSize(1);
        assertThat(reader.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(reader::next);
        reader.reset();
        assertThat(reader.next(5)).hasSize(2).first().isEqualTo(first);
    }

    @Test
    void should_find_a_record_again_by_its_place() throws Exception {
        ImageRecordReader reader = new ImageRecordReader(images);
        reader.next();
        Record second = reader.nextRecord();
        assertThat(reader.loadFromMetaData(List.of(second.getMetaData())).get(0).getRecord())
                .isEqualTo(second.getRecord());
    }

    @Test
    void should_not_travel() {
        assertThatThrownBy(
                        () ->
                                new ObjectOutputStream(new ByteArrayOutputStream())
                                        .writeObject(new ImageRecordReader(images)))
                .isInstanceOf(NotSerializableException.class);
    }

    @Test
    void should_come_back_from_records() {
        ImageData back = RecordImages.asGiven(new ImageRecordReader(images));
        assertThat(back.examples().x()).isEqualTo(images.examples().x());
        assertThat(back.labels()).isEqualTo(images.labels());
        assertThat(back.classes()).isEqualTo(images.classes());
    }

    @Test
    void should_turn_the_colours_of_datavec_round() {
        INDArray bgr = Nd4j.createFromArray(40f, 50f, 20f, 30f, 0f, 255f).reshape(1, 3, 1, 2);
        ImageData read = RecordImages.ofDataVec(reader(record(bgr, 0), record(bgr, 2)));
        float[] image = new float[6];
        read.read(1, image);
        assertThat(image).containsExactly(0, 1, 20 / 255f, 30 / 255f, 40 / 255f, 50 / 255f);
        assertThat(read.classes()).containsExactly("0", "1", "2");
    }

    @Test
    void should_refuse_other_records() {
        INDArray image = Nd4j.zeros(1, 3, 1, 2);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RecordImages.asGiven(reader(List.of(new Text("a")))))
                .withMessage("record 0 must be an array [1, C, H, W] and a class, found [Text]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RecordImages.asGiven(reader(record(Nd4j.zeros(2, 3, 1, 2), 0))))
                .withMessageEndingWith("found [2, 3, 1, 2]");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () ->
                                RecordImages.asGiven(
                                        reader(record(image, 0), record(Nd4j.zeros(3, 2, 2), 0))))
                .withMessage("record 1 is 3 x 2 x 2, others are 3 x 1 x 2");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> RecordImages.asGiven(reader()))
                .withMessage("the reader gives no record");
    }

    private static List<Writable> record(INDArray image, int label) {
        return List.of(new NDArrayWritable(image), new IntWritable(label));
    }

    @SafeVarargs
    private static CollectionRecordReader reader(List<Writable>... records) {
        return new CollectionRecordReader(List.of(records));
    }
}
