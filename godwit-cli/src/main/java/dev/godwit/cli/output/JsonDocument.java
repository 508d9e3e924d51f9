package dev.godwit.cli.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** One JSON document on a stream, whole or not at all. */
public final class JsonDocument {
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    };

    private final OutputStream out;

    /** Makes one that is written to {@code out}. */
    public JsonDocument(OutputStream out) {
        this.out = out;
    }

    /** Writes the object whose properties {@code content} writes. */
    void write(Consumer<JsonGenerator> content) {
        writeWhole(json -> {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        });
    }

    /** Writes an array whose elements {@code content} writes. */
    void writeArray(Consumer<JsonGenerator> content) {
        writeWhole(json -> {
            json.writeStartArray();
            content.accept(json);
            json.writeEndArray();
        });
    }

    private void writeWhole(Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(INDENTED, bytes, JsonEncoding.UTF8)) {
            content.accept(json);
        }
        try {
            bytes.writeTo(out);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
