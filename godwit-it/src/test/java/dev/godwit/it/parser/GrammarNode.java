package dev.godwit.it.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * A node of a parse tree, free of the classes of its grammar.
 *
 * @param rule the name of the grammar's rule; empty for a token
 * @param text of a token as it was written; empty for a rule
 */
record GrammarNode(String rule, String text, List<GrammarNode> children) {
    GrammarNode {
        children = List.copyOf(children);
    }

    static GrammarNode of(ParseTree tree, Parser parser) {
        if (tree instanceof TerminalNode token) {
            return new GrammarNode("", token.getText(), List.of());
        }
        RuleContext context = (RuleContext) tree;
        return new GrammarNode(
                parser.getRuleNames()[context.getRuleIndex()],
                "",
                IntStream.range(0, context.getChildCount())
                        .mapToObj(i -> of(context.getChild(i), parser))
                        .toList());
    }

    boolean is(String wanted) {
        return rule.equals(wanted);
    }

    /** Returns the children by that rule. */
    Stream<GrammarNode> all(String wanted) {
        return children.stream().filter(child -> child.is(wanted));
    }

    /** Returns the first child by one of those rules. */
    Optional<GrammarNode> child(String... wanted) {
        return children.stream()
                .filter(child -> List.of(wanted).contains(child.rule))
                .findFirst();
    }

    /** Returns the first node by that rule, from here down, in the order of the text. */
    Optional<GrammarNode> first(String wanted) {
        return is(wanted)
                ? Optional.of(this)
                : children.stream()
                        .flatMap(child -> child.first(wanted).stream())
                        .findFirst();
    }

    /** Returns all nodes by that rule below, but for those within one. */
    Stream<GrammarNode> below(String wanted) {
        return children.stream().flatMap(child -> child.is(wanted) ? Stream.of(child) : child.below(wanted));
    }

    /** Returns the texts of all tokens below. */
    List<String> tokens() {
        List<String> tokens = new ArrayList<>();
        collect(tokens);
        return tokens;
    }

    private void collect(List<String> tokens) {
        if (rule.isEmpty()) {
            tokens.add(text);
        }
        children.forEach(child -> child.collect(tokens));
    }

    /** Returns the tokens that are this node's own children, upper case. */
    List<String> words() {
        return children.stream()
                .filter(child -> child.rule.isEmpty())
                .map(child -> child.text.toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Returns all tokens below in upper case, joined by spaces. */
    String phrase() {
        return String.join(" ", tokens()).toUpperCase(Locale.ROOT);
    }

    /** Reads all tokens below as one name: unquoted, parts joined by dots. */
    String name() {
        StringBuilder name = new StringBuilder();
        for (String token : tokens()) {
            boolean dotted = token.startsWith(".") && token.length() > 1;
            name.append(dotted ? "." : "").append(unquoted(dotted ? token.substring(1) : token));
        }
        return name.toString();
    }

    private static String unquoted(String token) {
        if (token.length() < 2 || token.charAt(0) != token.charAt(token.length() - 1)) {
            return token;
        }
        String quote = token.substring(0, 1);
        boolean quoted = quote.equals("`") || quote.equals("\"") || quote.equals("'");
        return quoted ? token.substring(1, token.length() - 1).replace(quote + quote, quote) : token;
    }
}
