package org.salient4j.attribution.deeplift;

import java.util.Set;

/**
 * Kinds of PyTorch modules whose backward pass Captum's DeepLIFT replaces, and the ops that stand
 * for them in a SameDiff graph.
 */
public enum CaptumModule {
    /** {@code nn.ReLU}. */
    RELU("relu"),
    /** {@code nn.ELU}. */
    ELU("elu"),
    /** {@code nn.LeakyReLU}. */
    LEAKY_RELU("leakyrelu"),
    /** {@code nn.Sigmoid}. */
    SIGMOID("sigmoid"),
    /** {@code nn.Tanh}. */
    TANH("tanh"),
    /** {@code nn.Softplus}. */
    SOFTPLUS("softplus"),
    /** {@code nn.MaxPool1d}, 2d and 3d, and a maximum over time. */
    MAX_POOL("reduce_max", "maxpool2d", "maxpool3dnew"),
    /** {@code nn.Softmax}. */
    SOFTMAX("softmax");

    private final Set<String> ops;

    CaptumModule(String... ops) {
        this.ops = Set.of(ops);
    }

    /** SameDiff's names of the ops. */
    public Set<String> ops() {
        return ops;
    }
}
