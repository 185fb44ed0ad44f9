package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Fuzz;
import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdxReaderFuzzTest {
    private static final long MAX_BYTES = 5_000_000; // buffers; the files are under 3,000
    private static final Path NAME = Path.of("input");
    private static final List<byte[]> GOOD =
            List.of(Idx.images(3), Idx.labels(40), Idx.gzip(Idx.images(3)), Idx.gzip(Idx.labels(40)));

    private final Fuzz fuzz = new Fuzz();

    @Test
    void throwsOnlyWhatIsDocumentedAndTakesLittleMemory() {
        fuzz.run("IdxReader", 10_000, MAX_BYTES, () -> reads(input()));
    }

    private byte[] input() {
        var input = fuzz.mutated(GOOD.get(fuzz.random().nextInt(GOOD.size())));
        return fuzz.random().nextInt(4) == 0 ? Idx.gzip(input) : input;
    }

    private boolean reads(byte[] input) throws IOException {
        var kind = fuzz.random().nextBoolean() ? IdxKind.IMAGES : IdxKind.LABELS;
        try {
            return IdxReader.read(new MemoryChannel(input), kind, NAME).items().length > 0;
        } catch (FileProblem e) {
            assertTrue(e.getMessage().startsWith("input "), e.getMessage());
            return false;
        }
    }
}
