package dev.godwit.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A shared library for Linux on x86-64 whose functions all return -1, in the layout of the System V ABI and its symbol
 * versions. It lets a program load that names a library which it never calls.
 */
final class ElfLibrary {
    private static final int PAGE = 4096;
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SEGMENTS = 4;
    private static final int SYMBOL = 24;
    private static final int VERSION = 28;
    // mov rax, -1; ret
    private static final byte[] RETURN_MINUS_ONE = {0x48, (byte) 0xC7, (byte) 0xC0, -1, -1, -1, -1, (byte) 0xC3};

    private final String name;
    private final Map<String, List<String>> functionsByVersion;
    private final ByteBuffer image = ByteBuffer.allocate(2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private final StringBuilder strings = new StringBuilder("\0");
    private final Map<Tag, Integer> dynamic = new LinkedHashMap<>();

    private ElfLibrary(String name, Map<String, List<String>> functionsByVersion) {
        this.name = name;
        this.functionsByVersion = functionsByVersion;
    }

    /** Returns the bytes of a library of that name, with these functions by the version of their symbols. */
    static byte[] of(String name, Map<String, List<String>> functionsByVersion) {
        return new ElfLibrary(name, functionsByVersion).build();
    }

    private byte[] build() {
        int code = HEADER + SEGMENTS * PROGRAM_HEADER;
        image.position(code).put(RETURN_MINUS_ONE);
        symbols(code);
        versions();
        dynamic.put(Tag.SONAME, string(name));
        dynamic.put(Tag.STRTAB, image.position());
        byte[] text = strings.toString().getBytes(StandardCharsets.US_ASCII);
        image.put(text);
        dynamic.put(Tag.STRSZ, text.length);
        int codeEnd = image.position();
        dynamicSection();
        headers(codeEnd, image.position());
        byte[] bytes = new byte[image.position()];
        image.get(0, bytes);
        return bytes;
    }

    private void symbols(int code) {
        List<Short> versionOf = new ArrayList<>(List.of((short) 0));
        align();
        dynamic.put(Tag.SYMTAB, image.position());
        dynamic.put(Tag.SYMENT, SYMBOL);
        skip(SYMBOL);
        short version = 2;
        for (List<String> functions : functionsByVersion.values()) {
            for (String function : functions) {
                symbol(string(function), code);
                versionOf.add(version);
            }
            version++;
        }
        align();
        dynamic.put(Tag.VERSYM, image.position());
        versionOf.forEach(image::putShort);
        hash(versionOf.size());
    }

    // A global function, in whatever section: the loader only asks that it is not section 0, "undefined".
    private void symbol(int nameAt, int code) {
        image.putInt(nameAt).put((byte) 0x12).put((byte) 0).putShort((short) 1);
        image.putLong(code).putLong(RETURN_MINUS_ONE.length);
    }

    // One bucket, in which every symbol leads to the next.
    private void hash(int symbols) {
        align();
        dynamic.put(Tag.HASH, image.position());
        image.putInt(1).putInt(symbols).putInt(1).putInt(0);
        for (int next = 2; next <= symbols; next++) {
            image.putInt(next == symbols ? 0 : next);
        }
    }

    private void versions() {
        align();
        dynamic.put(Tag.VERDEF, image.position());
        dynamic.put(Tag.VERDEFNUM, functionsByVersion.size() + 1);
        int index = 1;
        version(name, index, functionsByVersion.isEmpty());
        for (String version : functionsByVersion.keySet()) {
            index++;
            version(version, index, index == functionsByVersion.size() + 1);
        }
    }

    private void version(String version, int index, boolean last) {
        image.putShort((short) 1).putShort((short) (index == 1 ? 1 : 0)).putShort((short) index);
        image.putShort((short) 1)
                .putInt(systemVHash(version))
                .putInt(VERSION - 8)
                .putInt(last ? 0 : VERSION);
        image.putInt(string(version)).putInt(0);
    }

    private void dynamicSection() {
        image.position(PAGE);
        dynamic.forEach((tag, value) -> image.putLong(tag.number).putLong(value));
        image.putLong(0).putLong(0);
    }

    private void headers(int codeEnd, int dynamicEnd) {
        int dynamicSize = dynamicEnd - PAGE;
        image.position(0);
        image.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        image.putShort((short) 3)
                .putShort((short) 62)
                .putInt(1)
                .putLong(0)
                .putLong(HEADER)
                .putLong(0);
        image.putInt(0)
                .putShort((short) HEADER)
                .putShort((short) PROGRAM_HEADER)
                .putShort((short) SEGMENTS);
        image.putShort((short) 64).putShort((short) 0).putShort((short) 0);
        segment(Segment.LOAD, Segment.READ | Segment.EXECUTE, 0, codeEnd);
        segment(Segment.LOAD, Segment.READ | Segment.WRITE, PAGE, dynamicSize);
        segment(Segment.DYNAMIC, Segment.READ | Segment.WRITE, PAGE, dynamicSize);
        // Without this one the loader makes every stack of the process executable.
        segment(Segment.STACK, Segment.READ | Segment.WRITE, 0, 0);
        image.position(dynamicEnd);
    }

    private void segment(int type, int flags, int offset, int size) {
        image.putInt(type).putInt(flags).putLong(offset).putLong(offset).putLong(offset);
        image.putLong(size).putLong(size).putLong(PAGE);
    }

    private int string(String text) {
        int at = strings.length();
        strings.append(text).append('\0');
        return at;
    }

    private void align() {
        skip(Math.floorMod(-image.position(), 8));
    }

    private void skip(int bytes) {
        image.position(image.position() + bytes);
    }

    static int systemVHash(String text) {
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash << 4) + text.charAt(i);
            int high = hash & 0xF0000000;
            hash = (hash ^ (high >>> 24)) & ~high;
        }
        return hash;
    }

    private static final class Segment {
        static final int LOAD = 1;
        static final int DYNAMIC = 2;
        static final int STACK = 0x6474E551;
        static final int EXECUTE = 1;
        static final int WRITE = 2;
        static final int READ = 4;

        private Segment() {}
    }

    private enum Tag {
        HASH(4),
        STRTAB(5),
        SYMTAB(6),
        STRSZ(10),
        SYMENT(11),
        SONAME(14),
        VERSYM(0x6FFFFFF0),
        VERDEF(0x6FFFFFFC),
        VERDEFNUM(0x6FFFFFFD);

        private final long number;

        Tag(long number) {
            this.number = number;
        }
    }
}
