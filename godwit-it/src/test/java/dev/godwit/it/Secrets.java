package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.DatabaseUrl;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** A password that would be seen wherever it leaked. */
final class Secrets {
    static final String PASSWORD = "s3cret/Pass word+%";

    private Secrets() {}

    /** Returns the URL with that password in it. */
    static DatabaseUrl in(String url) {
        return DatabaseUrl.parse(url).withLogin(Optional.empty(), Optional.of(PASSWORD));
    }

    static void areNotIn(Object shown) {
        StringWriter text = new StringWriter();
        text.append(shown.toString());
        if (shown instanceof Throwable failure) {
            failure.printStackTrace(new PrintWriter(text));
            messages(failure, text);
        }
        assertThat(text.toString()).doesNotContain("s3cret", "Pass word");
    }

    private static void messages(Throwable failure, StringWriter text) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append(cause.getLocalizedMessage()).append(cause.toString());
            for (Throwable suppressed : cause.getSuppressed()) {
                messages(suppressed, text);
            }
        }
    }
}
