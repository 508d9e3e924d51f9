package dev.godwit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SecretsTest {
    private final Secrets secrets = new Secrets();

    @Test
    void hidesAPasswordThatWasLearnedAlsoPercentEncoded() {
        secrets.add("s p&t");

        assertThat(secrets.hide("s p&t, s+p%26t and s%20p%26t are one")).isEqualTo("***, *** and *** are one");
    }

    @Test
    void hidesPasswordsOfUrlsThatItHasNeverSeen() {
        assertThat(secrets.hide("nothing to do with \"postgres://app:geheim@db/shop\""))
                .isEqualTo("nothing to do with \"postgres://app:***@db/shop\"");
        assertThat(secrets.hide("postgres://app:ge@h:eim@db/shop")).isEqualTo("postgres://app:***@db/shop");
        assertThat(secrets.hide("jdbc:mysql://db/shop?user=a&password=geheim&ssl=1"))
                .isEqualTo("jdbc:mysql://db/shop?user=a&password=***&ssl=1");
    }

    @Test
    void leavesOtherTextAlone() {
        secrets.add("");

        assertThat(secrets.hide("postgres://app@db:5432/shop at 10:30, me@example.com"))
                .isEqualTo("postgres://app@db:5432/shop at 10:30, me@example.com");
    }
}
