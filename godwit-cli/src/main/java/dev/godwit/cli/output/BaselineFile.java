package dev.godwit.cli.output;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.lint.Baseline;
import dev.godwit.core.lint.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Keeps a baseline in a JSON file, one line for each finding, sorted, so that it can be merged. */
public final class BaselineFile {
    private static final String FINDINGS = "findings";
    private static final Comparator<Fingerprint> ORDER = Comparator.comparing(Fingerprint::file)
            .thenComparing(Fingerprint::rule)
            .thenComparing(Fingerprint::hash);

    private BaselineFile() {}

    /**
     * Writes it.
     *
     * @throws ConfigurationException if the file cannot be written
     */
    public static void write(Path file, Baseline baseline) {
        var bytes = new ByteArrayOutputStream();
        new JsonDocument(bytes).write(json -> {
            json.writeNumberProperty("version", 1);
            json.writeArrayPropertyStart(FINDINGS);
            List<Fingerprint> known =
                    baseline.known().keySet().stream().sorted(ORDER).toList();
            for (Fingerprint one : known) {
                json.writeStartObject();
                json.writeStringProperty("file", one.file());
                json.writeStringProperty("rule", one.rule());
                json.writeStringProperty("statement", one.hash());
                json.writeNumberProperty("count", baseline.known().getOrDefault(one, 1));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
        try {
            Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new ConfigurationException("cannot write baseline \"" + file + "\": " + e.getMessage()
                    + ". Name another file with --baseline.");
        }
    }

    /**
     * Reads it.
     *
     * @throws ConfigurationException if it is missing or not such a file
     */
    public static Baseline read(Path file) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
            return read(json);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(
                    "cannot read baseline \"" + file + "\": there is no such file. Make it with --write-baseline.");
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new ConfigurationException(
                    "cannot read baseline \"" + file + "\": it is not what --write-baseline writes. Make it anew.");
        }
    }

    private static Baseline read(JsonParser json) {
        Map<Fingerprint, Integer> known = new HashMap<>();
        demand(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (FINDINGS.equals(name)) {
                demand(value == JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    readFinding(json, known);
                }
            } else {
                json.skipChildren();
            }
        }
        return new Baseline(known);
    }

    private static void readFinding(JsonParser json, Map<Fingerprint, Integer> known) {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, json.getString());
        }
        demand(texts.keySet().containsAll(List.of("rule", "file", "statement")));
        var fingerprint = new Fingerprint(
                texts.getOrDefault("rule", ""), texts.getOrDefault("file", ""), texts.getOrDefault("statement", ""));
        known.merge(fingerprint, Integer.parseInt(texts.getOrDefault("count", "1")), Integer::sum);
    }

    private static void demand(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("another shape");
        }
    }
}
