package io.github.gan4j.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.plotly.components.Figure;

/**
 * A Tablesaw figure as the data that Plotly draws.
 *
 * <p>Tablesaw 0.44.4 only writes JavaScript, so this reads that back: {@code var layout = {..}; var trace0 = {..}; ..}
 */
final class PlotlyJson {
    private static final Pattern VARIABLE = Pattern.compile("(?m)^\\s*var\\s+(\\w+)\\s*=");
    private static final Pattern TEXT = Pattern.compile("'([^']*+)'|\"(?:[^\"\\\\]++|\\\\.)*+\"");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?|NaN|-?Infinity");

    private static final JsonMapper JAVASCRIPT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private PlotlyJson() {}

    /** {@code {data: [trace, ..], layout: {..}}} of maps, lists, strings and numbers; a missing number is null. */
    static Map<String, Object> of(Figure figure) {
        figure.asJavascript("figure"); // fills the context that the next line reads
        var script = quoted((String) figure.getContext().get("figure"));
        var traces = new ArrayList<Object>();
        Object layout = Map.of();
        var variable = VARIABLE.matcher(script);
        while (variable.find()) {
            var value = plain(parse(script.substring(variable.end())));
            if (variable.group(1).equals("layout")) {
                layout = value;
            } else if (variable.group(1).startsWith("trace")) {
                traces.add(value);
            }
        }
        return Map.of("data", traces, "layout", layout);
    }

    /** Numbers of which one that is not finite is null, as JSON has no word for it. */
    static List<@Nullable Double> numbers(double[] values) {
        var numbers = new ArrayList<@Nullable Double>(values.length);
        for (double value : values) {
            numbers.add(Double.isFinite(value) ? value : null);
        }
        return numbers;
    }

    /** Text that can stand inside a script element, which it neither closes nor comments out. */
    static String write(Object value) {
        return json(value).replace("<", "\\u003c");
    }

    private static String json(Object value) {
        try {
            return JAVASCRIPT.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tablesaw puts a title between single quotes, escaped for HTML alone, and a category between double quotes, as JSON. */
    private static String quoted(String script) {
        return TEXT.matcher(script)
                .replaceAll(text ->
                        Matcher.quoteReplacement(text.group(1) == null ? text.group() : json(unescape(text.group(1)))));
    }

    private static Object parse(String script) {
        try (var parser = JAVASCRIPT.createParser(script)) {
            return parser.readValueAs(Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((name, inner) -> copy.put((String) name, plain(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(inner -> copy.add(inner instanceof String text ? number(text) : plain(inner)));
            return copy;
        }
        return value;
    }

    /** Tablesaw quotes the numbers of a trace: "1.0". What Java takes for a number besides, such as "3D", is a name. */
    private static @Nullable Object number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        var number = Double.valueOf(text);
        return Double.isFinite(number) ? number : null;
    }

    private static String unescape(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
