package io.github.gan4j.keep;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The entries of a checkpoint, for tests that put together others than the writer would, with right sums and sizes. */
final class Archive {
    private final Map<String, byte[]> entries;

    private Archive(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    static Archive of(byte[] zip) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Archive(entries);
    }

    byte[] get(Entry name) {
        return entries.get(name.fileName());
    }

    /** The same with another content of an entry, or with one more. */
    Archive with(String name, byte[] content) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(name, content);
        return new Archive(changed);
    }

    Archive with(Entry name, byte[] content) {
        return with(name.fileName(), content);
    }

    Archive without(Entry name) {
        var changed = new LinkedHashMap<>(entries);
        changed.remove(name.fileName());
        return new Archive(changed);
    }

    String header() {
        return new String(get(Entry.HEADER), StandardCharsets.UTF_8);
    }

    Archive withHeader(UnaryOperator<String> change) {
        return with(Entry.HEADER, change.apply(header()).getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes(ZipEntry.STORED);
    }

    byte[] bytes(int method) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(entry(entry.getKey(), entry.getValue(), method));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, byte[] content, int method) {
        var entry = new ZipEntry(name);
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }
}
