package org.salient4j.framework;

/** A family for the tests of the registry. */
public interface Sample {
    /** The name it is registered by. */
    String name();
}
