/**
 * Saliency guided training of image classifiers (Ismail, Corrada Bravo, Feizi, NeurIPS 2021): how
 * accuracy drops as the most salient pixels are removed (figures 3 and 10, table 4), how sparse
 * gradients are (figure 2), digits read as series (figures 5 and 11 to 13), and removal with
 * retraining (figure 4).
 */
package org.salient4j.benchmarks.images;
