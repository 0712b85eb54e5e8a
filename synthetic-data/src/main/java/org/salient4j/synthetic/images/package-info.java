/**
 * Generated images of which the telling pixels are known: coloured shapes on noise, named {@code
 * generated-shapes}.
 *
 * <pre>{@code
 * ShapeImages train = GeneratedShapes.draw(ShapeSpec.usual(), 1000, new SplittableRandom(7));
 * INDArray x = train.x(); // [1000, 3, 32, 32]
 * }</pre>
 *
 * <p>They have the shape and the number of classes of CIFAR-10 and can be written in its binary
 * layout, so whatever reads that can be tried on them. They are not photographs, and a result on
 * them says nothing about CIFAR-10.
 */
package org.salient4j.synthetic.images;
