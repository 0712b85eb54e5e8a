package org.salient4j.benchmarks.images;

/** How a network of the image experiments is trained. */
public enum ImageTraining {
    /** Cross-entropy only; "traditional" in the paper. */
    STANDARD("standard"),
    /** Standard, and then saliency guided from where it ended. */
    FINE_TUNED("fine-tuned"),
    /** Saliency guided from the start. */
    SALIENCY_GUIDED("saliency guided");

    private final String words;

    ImageTraining(String words) {
        this.words = words;
    }

    /** In running text. */
    public String words() {
        return words;
    }
}
