package org.salient4j.framework.text.corpus;

/** Where an ERASER data set has its documents. */
public enum EraserLayout {
    /** One file a document in the folder {@code docs}. */
    DOCS_FOLDER,
    /** All in the file {@code docs.jsonl}; any name of a document will do. */
    DOCS_FILE
}
