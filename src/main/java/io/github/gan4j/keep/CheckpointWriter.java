package io.github.gan4j.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the archive. Nothing is compressed: weights hardly shrink, and a reader need not trust a promised size. */
final class CheckpointWriter {
    private CheckpointWriter() {}

    static void write(Checkpoint checkpoint, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out);
        var header = Header.of(checkpoint).text().getBytes(StandardCharsets.UTF_8);
        var generator = checkpoint.generator();
        var discriminator = checkpoint.discriminator();
        add(zip, Entry.HEADER, header);
        add(zip, Entry.GENERATOR_PARAMETERS, Numbers.pack(generator.parameters()));
        add(zip, Entry.GENERATOR_OPTIMIZER, Numbers.pack(generator.optimizerState()));
        add(zip, Entry.DISCRIMINATOR_PARAMETERS, Numbers.pack(discriminator.parameters()));
        add(zip, Entry.DISCRIMINATOR_OPTIMIZER, Numbers.pack(discriminator.optimizerState()));
        add(
                zip,
                Entry.LOSSES,
                Numbers.pack(
                        checkpoint.progress().losses(), checkpoint.options().loss()));
        zip.finish();
    }

    private static void add(ZipOutputStream zip, Entry name, byte[] content) throws IOException {
        var entry = new ZipEntry(name.fileName());
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
