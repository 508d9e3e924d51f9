package dev.godwit.it.effects;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bytes of a database file, read as far as its trees of pages (sqlite.org/fileformat2.html, section 1.6). */
final class SqliteImage {
    private static final int PAGE_SIZE_AT = 16;
    private static final int FILE_HEADER = 100;
    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;

    private final byte[] bytes;

    SqliteImage(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    private int pageSize() {
        int size = unsigned(PAGE_SIZE_AT, 2);
        return size == 1 ? 1 << 16 : size;
    }

    private int unsigned(int at, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | (bytes[at + i] & 0xff);
        }
        return value;
    }

    private int start(int page) {
        return (page - 1) * pageSize() + (page == 1 ? FILE_HEADER : 0);
    }

    private List<Integer> children(int page) {
        int start = start(page);
        int type = bytes[start];
        if (type != INTERIOR_INDEX && type != INTERIOR_TABLE) {
            return List.of();
        }
        List<Integer> children = new ArrayList<>();
        int cells = unsigned(start + 3, 2);
        for (int i = 0; i < cells; i++) {
            int cell = unsigned(start + 12 + 2 * i, 2);
            children.add(unsigned((page - 1) * pageSize() + cell, 4));
        }
        children.add(unsigned(start + 8, 4));
        return children;
    }

    /** Returns the pages of a tree, overflow pages aside. */
    List<Integer> pages(int root) {
        List<Integer> pages = new ArrayList<>();
        pages.add(root);
        for (int child : children(root)) {
            pages.addAll(pages(child));
        }
        return pages;
    }

    /** Returns those of the pages that are not as in the other image. */
    Set<Integer> changed(List<Integer> pages, SqliteImage before) {
        Set<Integer> changed = new HashSet<>();
        for (int page : pages) {
            int from = (page - 1) * pageSize();
            int to = from + pageSize();
            if (to > before.bytes.length || !Arrays.equals(bytes, from, to, before.bytes, from, to)) {
                changed.add(page);
            }
        }
        return changed;
    }

    /** Returns this image with a page of rows in the middle of the tree made unreadable, unless the tree is a single page. */
    Optional<SqliteImage> damaged(int root) {
        List<Integer> children = children(root);
        if (children.isEmpty()) {
            return Optional.empty();
        }
        byte[] damaged = bytes.clone();
        int from = start(children.get(children.size() / 2));
        Arrays.fill(damaged, from, from + 8, (byte) 0);
        return Optional.of(new SqliteImage(damaged));
    }
}
