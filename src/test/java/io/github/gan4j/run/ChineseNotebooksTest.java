package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gan4j.internal.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lessons and the exercises in Chinese: the code and the results of the English ones between paragraphs that were
 * written for the English ones as they stand. {@code notebooks/start --chinese} makes them.
 */
class ChineseNotebooksTest {
    private static final Path ENGLISH = Path.of("notebooks");
    private static final Path CHINESE = ENGLISH.resolve("zh");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\|");
    private static final Pattern SLIP = Pattern.compile("\\bE\\d+\\b");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern BOLD = Pattern.compile("(.?)\\*\\*([^*\n]+)\\*\\*(?=(.?))");

    /** A paragraph in both languages. */
    private record Pair(String id, String english, String chinese, JsonNode digest) {}

    @Test
    void eachLessonAndEachExerciseHasOneAndThereAreNoOthers() {
        assertEquals(
                english().map(ChineseNotebooksTest::twin).toList(),
                NotebookCells.files("zh", "zh/exercises").toList());
    }

    @ParameterizedTest
    @MethodSource("english")
    void hasTheSameCellsInTheSameOrder(Path file) throws IOException {
        assertEquals(namesOfCells(file), namesOfCells(twin(file)));
    }

    @ParameterizedTest
    @MethodSource("english")
    void hasTheSameCodeWithTheSameResults(Path file) throws IOException {
        assertEquals(
                NotebookCells.cells(file, "code").toList(),
                NotebookCells.cells(twin(file), "code").toList(),
                "run notebooks/start --chinese");
        assertEquals(withoutCells(file), withoutCells(twin(file)), "run notebooks/start --chinese");
    }

    @ParameterizedTest
    @MethodSource("english")
    void wasWrittenForTheEnglishAsItStands(Path file) throws IOException {
        assertPairs(
                file,
                pair -> assertEquals(
                        Sha256.of(pair.english().getBytes(StandardCharsets.UTF_8)),
                        pair.digest().asText(),
                        "the English paragraph " + pair.id()
                                + " changed after its Chinese one was written; edit that in " + twin(file)
                                + ", delete its english_sha256 and run notebooks/start --chinese"));
    }

    @ParameterizedTest
    @MethodSource("english")
    void speaksChinese(Path file) throws IOException {
        assertPairs(
                file,
                pair -> assertTrue(
                        HAN.matcher(pair.chinese()).find()
                                || !LETTER.matcher(pair.english()).find(),
                        pair.id()));
    }

    /** A link to an English notebook becomes one to its Chinese twin, and the other way round. */
    @ParameterizedTest
    @MethodSource("english")
    void linksToTheSame(Path file) throws IOException {
        assertPairs(
                file,
                pair -> assertEquals(
                        targets(file, pair.english(), ChineseNotebooksTest::twin),
                        targets(twin(file), pair.chinese(), UnaryOperator.identity()),
                        pair.id()));
    }

    @ParameterizedTest
    @MethodSource("english")
    void linksToFilesThatAreThere(Path file) throws IOException {
        targets(twin(file), NotebookCells.prose(twin(file)), UnaryOperator.identity())
                .forEach(target -> assertTrue(target.contains("://") || Files.exists(Path.of(target)), target));
    }

    @ParameterizedTest
    @MethodSource("english")
    void isAClickAwayFromItsTwin(Path file) throws IOException {
        var first = NotebookCells.cells(file, "markdown").findFirst().orElseThrow();
        var link = file.getParent().relativize(twin(file)).toString().replace('\\', '/');
        var words = NotebookCells.text(first.required("source"));
        assertTrue(words.endsWith("\n\n[中文](" + link + ")"), words);
    }

    @ParameterizedTest
    @MethodSource("english")
    void keepsRowsOfTablesAndNumbersOfSlips(Path file) throws IOException {
        assertPairs(file, pair -> {
            assertEquals(found(ROW, pair.english()), found(ROW, pair.chinese()), "rows in " + pair.id());
            assertEquals(found(SLIP, pair.english()), found(SLIP, pair.chinese()), "slips in " + pair.id());
        });
    }

    /** Between a sign such as a full-width colon and a letter, two stars stay two stars. */
    @ParameterizedTest
    @MethodSource("english")
    void isBoldWhereItIsMeantToBe(Path file) throws IOException {
        assertPairs(
                file,
                pair -> BOLD.matcher(CODE.matcher(pair.chinese()).replaceAll("`"))
                        .results()
                        .forEach(bold -> {
                            var inside = bold.group(2);
                            boolean opens = !isSign(inside.substring(0, 1)) || !isLetter(bold.group(1));
                            boolean closes = !isSign(inside.substring(inside.length() - 1)) || !isLetter(bold.group(3));
                            assertTrue(opens && closes, pair.id() + ": " + bold.group() + bold.group(3));
                        }));
    }

    @ParameterizedTest
    @MethodSource("english")
    void isInUtf8(Path file) throws IOException {
        assertFalse(Files.readString(twin(file)).contains("\uFFFD")); // which throws where a byte is wrong
    }

    static Stream<Path> english() {
        return NotebookCells.files("", "exercises");
    }

    /** The notebook in the other language; a solution, which is in English alone, and any other file is its own. */
    private static Path twin(Path file) {
        if (file.startsWith(CHINESE)) {
            return ENGLISH.resolve(CHINESE.relativize(file));
        }
        boolean hasOne = file.startsWith(ENGLISH) && !file.startsWith(ENGLISH.resolve("solutions"));
        return hasOne ? CHINESE.resolve(ENGLISH.relativize(file)) : file;
    }

    private static List<String> targets(Path file, String words, UnaryOperator<Path> then) {
        return LINK.matcher(words)
                .results()
                .map(link -> link.group(1))
                .map(target -> target.contains("://")
                        ? target
                        : then.apply(file.resolveSibling(target).normalize()).toString())
                .sorted()
                .toList();
    }

    private static List<String> found(Pattern pattern, String words) {
        return pattern.matcher(words)
                .results()
                .map(result -> result.group())
                .sorted()
                .toList();
    }

    private static boolean isSign(String character) {
        return character.matches("[\\p{P}\\p{S}]");
    }

    private static boolean isLetter(String character) {
        return character.matches("[\\p{L}\\p{N}]");
    }

    private interface Check {
        void of(Pair pair);
    }

    private static void assertPairs(Path file, Check check) throws IOException {
        assertAll(pairs(file).map(pair -> (Executable) () -> check.of(pair)));
    }

    private static Stream<Pair> pairs(Path file) throws IOException {
        var chinese = NotebookCells.cells(twin(file), "markdown").toList();
        return NotebookCells.cells(file, "markdown")
                .flatMap(cell -> chinese.stream()
                        .filter(other -> id(other).equals(id(cell)))
                        .map(other -> new Pair(
                                id(cell), source(cell), source(other), other.at("/metadata/gan4j/english_sha256"))));
    }

    private static String id(JsonNode cell) {
        return cell.required("id").asText();
    }

    private static String source(JsonNode cell) {
        return NotebookCells.text(cell.required("source"));
    }

    private static List<String> namesOfCells(Path file) throws IOException {
        return NotebookCells.stream(NotebookCells.json(file).required("cells"))
                .map(cell -> cell.required("cell_type").asText() + " " + id(cell))
                .toList();
    }

    private static JsonNode withoutCells(Path file) throws IOException {
        return ((ObjectNode) NotebookCells.json(file)).without("cells");
    }
}
