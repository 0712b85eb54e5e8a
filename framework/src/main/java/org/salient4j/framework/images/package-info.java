/**
 * Labelled images from files, as training takes them: [N, channels, height, width].
 *
 * <p>{@link org.salient4j.framework.images.ImageDataset#open} finds out which {@linkplain
 * org.salient4j.framework.images.ImageFormat format} a folder has: MNIST's IDX, CIFAR-10's binary
 * layout, a folder of image files a class, or NumPy arrays. An {@link
 * org.salient4j.framework.images.ImageRecordReader} gives any of them to DataVec, and {@link
 * org.salient4j.framework.images.RecordImages} takes what any DataVec reader gives.
 *
 * <p>Image files are decoded by the Java platform, not by DataVec's own reader. That one brings 30
 * MB of OpenCV for each platform, and more of Leptonica for files that OpenCV refuses; it returns a
 * JPEG that breaks off half-way as an image whose rest is grey; it resizes without a filter, so
 * small copies alias. The platform's decoder gives, on the 10,000 test images of CIFAR-10 as JPEG,
 * the bytes that Pillow gives.
 */
package org.salient4j.framework.images;
