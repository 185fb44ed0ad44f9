package io.github.gan4j.show;

import io.github.gan4j.internal.OwnThread;
import java.util.Map;
import java.util.Optional;

/**
 * What a notebook is given, drawn already: so that whether its cell still runs is asked after the drawing, which may take
 * tenths of a second.
 */
record Drawn(Map<String, Object> mime) implements Content {
    /** Java closes the file of a font that an interrupted thread reads. */
    static Drawn of(Content content) {
        return new Drawn(OwnThread.run(content::mime));
    }

    @Override
    public String terminal(TerminalStyle style) {
        return toString();
    }

    @Override
    public String file() {
        return toString();
    }

    @Override
    public Optional<byte[]> image() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return String.valueOf(mime.get(TEXT));
    }
}
