package org.salient4j.framework.images;

import java.io.DataInputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Images as DataVec's records, for pipelines of Deeplearning4j: each is an array [1, channels,
 * height, width] and the class as an int, so {@code new RecordReaderDataSetIterator(reader, batch,
 * 1, classes)} makes data sets of them.
 *
 * <p>Channels are red, green, blue and values are what the images give, in [0, 1] unless
 * normalized; DataVec's own reader gives blue, green, red from 0 to 255. It is ready as it is made:
 * a split that it is initialized with says nothing.
 */
public final class ImageRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1L;

    private final transient ImageData images;
    private transient Configuration configuration = new Configuration();
    private int next;

    /**
     * @param images what it reads
     */
    public ImageRecordReader(ImageData images) {
        this.images = images;
    }

    @Override
    public void initialize(InputSplit split) {
        reset();
    }

    @Override
    public void initialize(Configuration conf, InputSplit split) {
        configuration = conf;
        reset();
    }

    @Override
    public boolean hasNext() {
        return next < images.size();
    }

    @Override
    public List<Writable> next() {
        return nextRecord().getRecord();
    }

    @Override
    public boolean batchesSupported() {
        return true;
    }

    @Override
    public List<List<Writable>> next(int count) {
        List<List<Writable>> records = new ArrayList<>();
        while (records.size() < count && hasNext()) {
            records.add(next());
        }
        return records;
    }

    @Override
    public Record nextRecord() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more than " + images.size() + " images");
        }
        Record record = record(next++);
        invokeListeners(record);
        return record;
    }

    private Record record(int index) {
        float[] values = new float[images.shape().values()];
        images.read(index, values);
        ImageShape shape = images.shape();
        INDArray image =
                Nd4j.createFromArray(values)
                        .reshape('c', 1, shape.channels(), shape.height(), shape.width());
        return new org.datavec.api.records.impl.Record(
                List.of(new NDArrayWritable(image), new IntWritable(images.label(index))),
                new RecordMetaDataIndex(index, null, ImageRecordReader.class));
    }

    @Override
    public Record loadFromMetaData(RecordMetaData place) {
        return record((int) ((RecordMetaDataIndex) place).getIndex());
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> places) {
        List<Record> records = new ArrayList<>();
        places.forEach(place -> records.add(loadFromMetaData(place)));
        return records;
    }

    @Override
    public List<Writable> record(URI uri, DataInputStream in) {
        throw new UnsupportedOperationException("images come from the data, not from a stream");
    }

    @Override
    public List<String> getLabels() {
        return images.classes();
    }

    @Override
    public void reset() {
        next = 0;
    }

    @Override
    public boolean resetSupported() {
        return true;
    }

    @Override
    public void setConf(Configuration conf) {
        configuration = conf;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    @Override
    public void close() {
        // The images are not its own.
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("images stay where they are: make a reader there");
    }
}
