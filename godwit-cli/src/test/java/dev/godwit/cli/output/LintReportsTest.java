package dev.godwit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.godwit.cli.config.FailOn;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.Severity;
import dev.godwit.core.migration.Problem;
import dev.godwit.sql.SourceSpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

final class LintReportsTest {
    private static final RuleInfo DROP = RuleInfo.error("drop-column", Category.DATA_LOSS, "DROP COLUMN loses data");
    private static final RuleInfo DOWN =
            RuleInfo.warn("missing-rollback", Category.REVERSIBILITY, "There is no way back");
    private static final LintReport REPORT = new LintReport(
            new ServerVersion("postgres", 16, 0, 0, "16"),
            List.of("db/1.sql", "db/2 ä%.sql"),
            3,
            List.of(
                    new Finding(
                            DROP,
                            Severity.ERROR,
                            Optional.of(new Finding.Place(
                                    "db/2 ä%.sql",
                                    new SourceSpan(10, 40),
                                    new SourceSpan(22, 30),
                                    2,
                                    13,
                                    2,
                                    21,
                                    "ALTER TABLE users DROP fax",
                                    List.of("ALTER TABLE users DROP fax"))),
                            "every fax <number> is lost, 100%",
                            "a column cannot be\nput back",
                            List.of("ALTER TABLE users RENAME fax TO \"old & gone\";"),
                            List.of("users")),
                    new Finding(
                            DOWN, Severity.WARN, Optional.empty(), "2.sql has no way back", "", List.of(), List.of())),
            1,
            List.of(new Problem("x.sql", "it is no migration")),
            List.of());

    private static final Outcome.Linted LINTED =
            new Outcome.Linted(REPORT, FailOn.ERROR, Optional.empty(), rule -> Optional.of("# " + rule));

    private static String written(java.util.function.Consumer<JsonDocument> writing) {
        var out = new ByteArrayOutputStream();
        writing.accept(new JsonDocument(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void sarifIsWhatItsSchemaDemands() throws IOException {
        String sarif = written(document -> document.write(json -> Sarif.write(json, LINTED, "0.1.0")));

        try (InputStream schema = Objects.requireNonNull(
                LintReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"), "no schema")) {
            Schema wanted = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
            assertThat(wanted.validate(sarif, InputFormat.JSON)).isEmpty();
            assertThat(wanted.validate(sarif.replace("\"results\"", "\"result\""), InputFormat.JSON))
                    .isNotEmpty();
        }
        assertThat(sarif)
                .contains(
                        "\"uri\" : \"db/2%20%C3%A4%25.sql\"",
                        "\"startLine\" : 2",
                        "\"ruleIndex\" : 1",
                        "\"level\" : \"error\"",
                        "\"godwitStatement/v1\"",
                        "\"toolConfigurationNotifications\"",
                        "\"markdown\" : \"# drop-column\"");
    }

    @Test
    void workflowCommandsEscapeWhatTheyMust() {
        assertThat(GithubCommands.lines(REPORT))
                .containsExactly(
                        "::error title=godwit::x.sql: it is no migration",
                        "::error file=db/2 ä%25.sql,line=2,endLine=2,col=13,endColumn=21,title=godwit%3A"
                                + " drop-column::DROP COLUMN loses data: every fax <number> is lost, 100%25%0AWhy: a"
                                + " column cannot be%0Aput back%0AInstead:%0AALTER TABLE users RENAME fax TO \"old &"
                                + " gone\";",
                        "::warning title=godwit%3A missing-rollback::There is no way back: 2.sql has no way back");
    }

    @Test
    void codeQualityHasAFingerprintForEach() {
        String report = written(document -> document.writeArray(json -> GitlabReport.write(json, REPORT)));

        assertThat(report)
                .startsWith("[ {")
                .contains("\"severity\" : \"critical\"", "\"begin\" : 2", "\"path\" : \"db/2 ä%.sql\"");
        assertThat(report.lines()
                        .filter(line -> line.contains("\"fingerprint\""))
                        .distinct())
                .hasSize(3);
    }

    @Test
    void testResultsAreXmlWithATestForEachCleanFile() throws ParserConfigurationException, IOException, SAXException {
        String xml = String.join("\n", JunitReport.lines(REPORT));
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("4");
        assertThat(document.getElementsByTagName("failure").item(1).getTextContent())
                .contains("every fax <number> is lost", "\"old & gone\"");
    }

    @Test
    void jsonHasAllOfIt() {
        assertThat(written(document -> document.write(json -> LintJson.write(json, LINTED))))
                .isEqualTo("""
                    {
                      "files" : 2,
                      "statements" : 3,
                      "server" : {
                        "product" : "postgres",
                        "version" : "16",
                        "assumed" : false
                      },
                      "findings" : [ {
                        "rule" : "drop-column",
                        "category" : "data-loss",
                        "severity" : "error",
                        "summary" : "DROP COLUMN loses data",
                        "file" : "db/2 ä%.sql",
                        "line" : 2,
                        "column" : 13,
                        "endLine" : 2,
                        "endColumn" : 21,
                        "statement" : "ALTER TABLE users DROP fax",
                        "happens" : "every fax <number> is lost, 100%",
                        "because" : "a column cannot be\\nput back",
                        "instead" : [ "ALTER TABLE users RENAME fax TO \\"old & gone\\";" ],
                        "objects" : [ "users" ]
                      }, {
                        "rule" : "missing-rollback",
                        "category" : "reversibility",
                        "severity" : "warn",
                        "summary" : "There is no way back",
                        "file" : null,
                        "line" : null,
                        "column" : null,
                        "endLine" : null,
                        "endColumn" : null,
                        "statement" : null,
                        "happens" : "2.sql has no way back",
                        "because" : "",
                        "instead" : [ ],
                        "objects" : [ ]
                      } ],
                      "problems" : [ {
                        "file" : "x.sql",
                        "message" : "it is no migration"
                      } ],
                      "notes" : [ ],
                      "summary" : {
                        "error" : 1,
                        "warn" : 1,
                        "info" : 0,
                        "suppressed" : 1
                      }
                    }
                    """);
    }
}
