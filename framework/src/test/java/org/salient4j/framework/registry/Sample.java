package org.salient4j.framework.registry;

/** A family for the tests of the registry. */
public interface Sample {
    /** The name it is registered by. */
    String name();
}
