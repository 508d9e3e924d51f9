package dev.godwit.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.db.DatabaseUrl;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsModeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sslMode=DISABLED                    | disable
            ssl-mode=REQUIRED                   | trust
            ssl_mode=VERIFY_IDENTITY            | verify-full
            sslMode=VERIFY_CA                   | verify-ca
            sslMode=verify-full                 | verify-full
            useSSL=false                        | disable
            useSSL=true                         | trust
            sslaccept=strict                    | verify-full
            sslaccept=accept_invalid_certs      | trust
            tls=skip-verify                     | trust
            ssl={"rejectUnauthorized":true}     | verify-full
            ssl={"rejectUnauthorized":false}    | trust
            charset=utf8mb4&connection_limit=5  |
            """)
    void readsWhatManyDriversWrite(String query, String mode) {
        assertThat(TlsMode.of(DatabaseUrl.parse("mysql://h/d?" + query).parameters()))
                .isEqualTo(Optional.ofNullable(mode));
    }
}
