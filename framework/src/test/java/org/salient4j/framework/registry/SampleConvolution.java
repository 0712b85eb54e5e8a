package org.salient4j.framework.registry;

/** A member without settings. */
public record SampleConvolution() implements Sample {
    @Override
    public String name() {
        return "convolution";
    }
}
