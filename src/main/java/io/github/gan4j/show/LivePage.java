package io.github.gan4j.show;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a notebook shows of a run while it goes on: one output of a line of text and, under it, pictures.
 *
 * @param values grids and charts, may be none; what has no picture on this machine is left out
 */
record LivePage(String text, List<?> values) implements Content {
    /** Text alone is text; with pictures it is a page without scripts, for only that holds both. */
    @Override
    public Map<String, Object> mime() {
        var pictures = values.stream()
                .flatMap(value -> Contents.of(value).image().map(picture -> element(picture, value)).stream())
                .toList();
        return pictures.isEmpty()
                ? Map.of(TEXT, text)
                : Map.of(TEXT, text, HTML, "<pre>" + text + "</pre>" + String.join("\n", pictures));
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

    /** The alternative text is what the value says of itself, for readers who hear the page. */
    private static String element(byte[] picture, Object value) {
        return "<img alt=\"" + HtmlPage.escape(value.toString()) + "\" src=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture) + "\">";
    }
}
