/**
 * Labelled series whose salient cells are known: the truth that attributions are measured against.
 *
 * <p>A {@link org.salient4j.synthetic.BaseProcess} makes the background, a {@link
 * org.salient4j.synthetic.TimeSeriesLayout} says where the class is written into it, and a {@link
 * org.salient4j.synthetic.SyntheticSpec} joins the two with sizes and scaling. Every pair works:
 * ten benchmark layouts and seven processes give seventy data sets.
 *
 * <pre>{@code
 * SyntheticSpec spec = SyntheticSpec.of(new Middle(), new Gaussian());
 * SyntheticDataset data = DatasetGenerator.generate(spec, new SplittableRandom(7));
 * INDArray x = data.train().x(); // [1000, 50, 50]
 * }</pre>
 *
 * <p>Layouts and processes are found by {@link java.util.ServiceLoader}: a new one is a record with
 * a public constructor without arguments and a line in {@code META-INF/services}.
 *
 * <p>Sources: Ismail, Gunady, Corrada Bravo and Feizi, <em>Benchmarking Deep Learning
 * Interpretability in Time Series Predictions</em>, NeurIPS 2020; Ismail, Corrada Bravo and Feizi,
 * <em>Improving Deep Learning Interpretability by Saliency Guided Training</em>, NeurIPS 2021;
 * Ismail et al., <em>Input-Cell Attention Reduces Vanishing Saliency of Recurrent Neural
 * Networks</em>, NeurIPS 2019.
 */
package org.salient4j.synthetic;
