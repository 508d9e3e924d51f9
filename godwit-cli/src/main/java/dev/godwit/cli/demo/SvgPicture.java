package dev.godwit.cli.demo;

import java.util.Locale;

/** A picture of bars, lines and words; all measures are pixels from the upper left corner. */
final class SvgPicture {
    private final StringBuilder svg = new StringBuilder();

    SvgPicture(int width, int height) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n",
                width,
                height));
        bar(0, 0, width, height, "#ffffff");
    }

    /** Where a word stands to its place. */
    enum Anchor {
        START,
        END
    }

    void bar(double left, double top, double width, double height, String fill) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                left,
                top,
                width,
                height,
                fill));
    }

    void line(double left, double right, double y) {
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#dddddd\"/>%n", left, y, right));
    }

    void text(double x, double y, Anchor anchor, String fill, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
                x,
                y,
                anchor.name().toLowerCase(Locale.ROOT),
                fill,
                words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}
