package org.salient4j.benchmarks.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes SVG elements; what it is given as text or attribute value is escaped. */
final class Svg {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element with attributes given as name, value, name, value, .... */
    Svg open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /** An element without content. */
    Svg empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /** An element with text. */
    Svg text(String element, String text, Object... attributes) {
        open(element, attributes);
        out.append(escape(text));
        return close();
    }

    /** Closes the innermost open element. */
    Svg close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Elements that another one wrote. */
    Svg add(Svg elements) {
        out.append(elements);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(escape(value(attributes[i + 1]))).append('"');
        }
    }

    private static String value(Object value) {
        return value instanceof Double ? number((Double) value) : value.toString();
    }

    /** A coordinate, to a tenth of a unit. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
