package org.salient4j.losses;

import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** How alike two embeddings are, times a temperature. */
public enum Similarity {
    /** a · b: the cosine of embeddings of length 1, which nobody checks. */
    COSINE {
        @Override
        SDVariable pairs(SDVariable a, SDVariable b, SDVariable columns) {
            return a.mul(b).mmul(columns);
        }

        @Override
        All all(
                SameDiff graph,
                SDVariable a,
                SDVariable b,
                SDVariable columns,
                UnaryOperator<SDVariable> division) {
            SDVariable right = division.apply(b.mul(graph.transpose(columns)));
            return new All(product(graph, a, right), null);
        }
    },
    /**
     * -|a - b|², without a root, in its expanded form |a|² + |b|² - 2 a · b where all pairs are.
     */
    EUCLIDEAN {
        @Override
        SDVariable pairs(SDVariable a, SDVariable b, SDVariable columns) {
            SDVariable difference = a.sub(b);
            return difference.mul(difference).mmul(columns).neg();
        }

        @Override
        All all(
                SameDiff graph,
                SDVariable a,
                SDVariable b,
                SDVariable columns,
                UnaryOperator<SDVariable> division) {
            // |b|² is one more column of the product: no pass over the pairs adds it.
            SDVariable squares = b.mul(b).mmul(columns);
            SDVariable twice = b.mul(graph.transpose(columns).mul(2));
            SDVariable right = division.apply(graph.concat(1, twice, squares));
            SDVariable left = graph.concat(1, a, graph.onesLike(squares).neg());
            return new All(
                    product(graph, left, right), division.apply(a.mul(a).mmul(columns)).neg());
        }
    };

    /**
     * Similarities of all pairs: {@code product + shift}.
     *
     * @param product [B, N]
     * @param shift [B, 1], the same for all pairs of a row; null for none
     */
    record All(SDVariable product, SDVariable shift) {}

    /**
     * Similarity of the rows of a and b.
     *
     * @param a [B, D]
     * @param b [B, D]
     * @param columns [D, 1], 1 for the dimensions that count and 0 for the others
     * @return [B, 1]
     */
    abstract SDVariable pairs(SDVariable a, SDVariable b, SDVariable columns);

    /**
     * Similarity of every row of a and every row of b.
     *
     * @param a [B, D]
     * @param b [B, D]
     * @param columns [D, 1], 1 for the dimensions that count and 0 for the others
     * @param division what similarities are divided by
     */
    abstract All all(
            SameDiff graph,
            SDVariable a,
            SDVariable b,
            SDVariable columns,
            UnaryOperator<SDVariable> division);

    private static SDVariable product(SameDiff graph, SDVariable a, SDVariable b) {
        return graph.linalg().mmul(a, b, false, true, false);
    }
}
