package dev.godwit.cli.output;

/** How a piece of text looks on a terminal with colours. */
enum Style {
    GOOD("32"),
    BAD("31"),
    CAREFUL("33"),
    STRONG("1"),
    FAINT("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
