package io.github.gan4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers are written in the same digits wherever the reader lives: in Egypt, Java's own are others. */
class LocaleTest {
    private static final Pattern FORMAT =
            Pattern.compile("(?:String\\.format|\\.printf|\\.formatted)\\(\\s*(?!\\s|Locale\\.ROOT)");
    private static final Pattern NUMBER = Pattern.compile("%[,.\\d-]*[dfeg]");

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void liveInEgypt() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    }

    @AfterEach
    void liveWhereOneDid() {
        Locale.setDefault(before);
    }

    @Test
    void egyptHasOtherDigits() {
        assertEquals("\u0667", String.format("%d", 7));
    }

    @Test
    void aboutAndValuesKeepTheirDigits() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var losses = Gan4j.train(gan, Gan4j.syntheticDigits(40, 1), 21);
        var texts = List.of(
                About.text(),
                About.text(gan, Gan4j.syntheticDigits(40, 1)),
                gan.toString(),
                losses.toString(),
                Gan4j.plotGrid(gan).toString(),
                Gan4j.evaluate(gan).toString(),
                Gan4j.diagnose(losses, gan).toString());
        texts.forEach(text -> assertTrue(text.codePoints().noneMatch(LocaleTest::isArabicDigit), text));
    }

    /** Whoever formats a number says in whose digits; "%s" has none of its own. */
    @Test
    void everyFormatOfANumberNamesItsLocale() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var found = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(LocaleTest::formatsWithoutLocale)
                    .collect(Collectors.joining("\n"));
            assertEquals("", found);
        }
    }

    private static Stream<String> formatsWithoutLocale(Path file) {
        try {
            var code = Files.readString(file)
                    .replaceAll("(?s)\"\"\".*?\"\"\"", "\"text\""); // what a reader is to type is his
            return FORMAT.matcher(code)
                    .results()
                    .map(call -> code.substring(call.start(), code.indexOf(';', call.start())))
                    .filter(call -> !call.contains("\"") || NUMBER.matcher(call).find())
                    .map(call -> file + ": " + call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isArabicDigit(int character) {
        return Character.isDigit(character) && character > '9';
    }
}
