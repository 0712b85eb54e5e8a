package org.salient4j.framework.text.linear;

import java.util.Arrays;
import java.util.List;

/**
 * Multinomial logistic regression: p = softmax(W·x + b), with W and b where
 *
 * <p>−(1/n) Σ ln p(y|x) + (l2/2)·‖W‖²
 *
 * <p>is smallest; b is not penalised. The problem is convex, so the result does not depend on a
 * start or a seed.
 */
final class LogisticRegression {
    private final int classes;
    private final int features;
    private final double[] weights; // class by class: the features' weights, then the bias

    private LogisticRegression(int classes, int features, double[] weights) {
        this.classes = classes;
        this.features = features;
        this.weights = weights;
    }

    /**
     * @param x the texts
     * @param labels their classes
     * @param classes how many classes there are
     * @param features how many features x has
     * @param l2 the strength of the penalty
     */
    static LogisticRegression fit(
            List<SparseVector> x, int[] labels, int classes, int features, double l2) {
        LogisticRegression model =
                new LogisticRegression(classes, features, new double[classes * (features + 1)]);
        LimitedMemoryBfgs.minimise(
                model.weights, (at, gradient) -> model.loss(x, labels, l2, gradient));
        return model;
    }

    /** The probability of each class. */
    double[] probabilities(SparseVector x) {
        double[] p = new double[classes];
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            int offset = c * (features + 1);
            p[c] = x.dot(weights, offset) + weights[offset + features];
            largest = Math.max(largest, p[c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            p[c] = Math.exp(p[c] - largest);
            sum += p[c];
        }
        for (int c = 0; c < classes; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** The objective at the weights as they are, and its gradient. */
    private double loss(List<SparseVector> x, int[] labels, double l2, double[] gradient) {
        Arrays.fill(gradient, 0);
        double share = 1d / labels.length;
        double loss = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] p = probabilities(x.get(i));
            loss -= Math.log(Math.max(p[labels[i]], Double.MIN_NORMAL)) * share;
            for (int c = 0; c < classes; c++) {
                double error = (p[c] - (c == labels[i] ? 1 : 0)) * share;
                int offset = c * (features + 1);
                x.get(i).addTo(gradient, offset, error);
                gradient[offset + features] += error;
            }
        }
        for (int c = 0; c < classes; c++) {
            for (int j = c * (features + 1); j < c * (features + 1) + features; j++) {
                loss += l2 / 2 * weights[j] * weights[j];
                gradient[j] += l2 * weights[j];
            }
        }
        return loss;
    }
}
