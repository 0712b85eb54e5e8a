package org.salient4j.app;

import org.nd4j.linalg.api.buffer.DataType;
import picocli.CommandLine.Option;

/** The data type, for a group of which one may be given. */
final class Precision {

    @Option(names = "--float", description = "Single precision.")
    @SuppressWarnings("UnusedVariable") // picocli sets it; --double is what counts
    private boolean single;

    @Option(names = "--double", description = "Double precision.")
    private boolean twice;

    /** The type that was asked for, or else this one. */
    static DataType of(Precision precision, DataType otherwise) {
        if (precision == null) {
            return otherwise;
        }
        return precision.twice ? DataType.DOUBLE : DataType.FLOAT;
    }
}
