package io.github.gan4j.show;

import java.util.Map;
import java.util.Optional;

/** A value that is no more than its text. */
record TextContent(String text) implements Content {
    @Override
    public Map<String, Object> mime() {
        return Map.of(TEXT, text);
    }

    @Override
    public String terminal(TerminalStyle style) {
        return text;
    }

    @Override
    public String file() {
        return text;
    }

    @Override
    public Optional<byte[]> image() {
        return Optional.empty();
    }
}
