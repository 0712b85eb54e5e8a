package org.salient4j.framework.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;

/** What the samples of a decoded image mean. */
enum PixelKind {
    GREY("grey-scale"),
    GREY_ALPHA("grey-scale with alpha"),
    RGB("RGB"),
    RGBA("RGBA"),
    CMYK("CMYK"),
    OTHER("of a colour model that is not read");

    private final String words;

    PixelKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean grey() {
        return this == GREY || this == GREY_ALPHA;
    }

    static PixelKind of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        boolean alpha = model.hasAlpha();
        if (model instanceof IndexColorModel) {
            boolean grey = grey((IndexColorModel) model);
            return grey ? alpha ? GREY_ALPHA : GREY : alpha ? RGBA : RGB;
        }
        switch (model.getColorSpace().getType()) {
            case ColorSpace.TYPE_GRAY:
                return alpha ? GREY_ALPHA : GREY;
            case ColorSpace.TYPE_RGB:
                return alpha ? RGBA : RGB;
            case ColorSpace.TYPE_CMYK:
                return CMYK;
            default:
                return OTHER;
        }
    }

    private static boolean grey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i)
                    || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }
}
