package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.internal.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The notebooks as they are committed: with the results of a full-length run that belong to their code, on MNIST or, in
 * notebook 10, on the pictures that it draws. {@code notebooks/start --update} makes them.
 */
class CommittedNotebooksTest {
    private static final int LARGEST = 500_000; // bytes that every viewer still takes
    static final String MNIST = "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db";
    private static final Pattern MNIST_TRAIN = Pattern.compile("MNIST train, (?:60,000 images, )?sha256 " + MNIST);
    private static final Pattern OWN_PICTURES = Pattern.compile("data +faces, 2,000 images, sha256 [0-9a-f]{64}\\s");
    private static final Pattern PATH = Pattern.compile("(?<![\\w./])/\\w[\\w.+-]*/|\\b[A-Z]:\\\\");
    private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]+)\\)");

    @ParameterizedTest
    @MethodSource("all")
    void isSmallEnoughForEveryViewer(Path file) throws IOException {
        assertTrue(Files.size(file) <= LARGEST, "bytes: " + Files.size(file));
    }

    @ParameterizedTest
    @MethodSource("all")
    void asksForTheKernelCalledJava(Path file) throws IOException {
        assertEquals(
                "java", NotebookCells.json(file).at("/metadata/kernelspec/name").asText());
    }

    @ParameterizedTest
    @MethodSource("withResults")
    void carriesTheResultsOfItsCodeAsItStands(Path file) throws IOException {
        var code = NotebookCells.read(file).stream()
                .map(cell -> cell.source() + "\0")
                .collect(Collectors.joining());
        assertEquals(
                Sha256.of(code.getBytes(StandardCharsets.UTF_8)),
                NotebookCells.json(file).at("/metadata/gan4j/code_sha256").asText(),
                "the code has changed since the notebook ran; run notebooks/start --update " + file);
    }

    @ParameterizedTest
    @MethodSource("withResults")
    void ranEachCellOnceFromTopToBottomWithoutAnError(Path file) throws IOException {
        var cells = codeCells(file);
        assertEquals(
                IntStream.rangeClosed(1, cells.size()).boxed().toList(),
                cells.stream().map(cell -> cell.path("execution_count").asInt()).toList());
        for (var output : outputs(file)) {
            assertFalse(output.path("output_type").asText().equals("error"), output.toString());
            assertFalse(output.path("name").asText().equals("stderr"), output.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void hasOneOutputACellAndOnlyImportsHaveNone(Path file) throws IOException {
        var cells = codeCells(file);
        assertTrue(
                NotebookCells.text(cells.get(0).path("source")).lines().allMatch(line -> line.startsWith("import ")));
        for (var cell : cells.subList(1, cells.size())) {
            assertEquals(1, cell.path("outputs").size(), NotebookCells.text(cell.path("source")));
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void showsPicturesThatEveryViewerShows(Path file) throws IOException {
        var pictures = outputs(file).stream()
                .map(output -> output.path("data").path("image/png"))
                .filter(picture -> !picture.isMissingNode())
                .toList();
        assertFalse(pictures.isEmpty());
        for (var picture : pictures) {
            var bytes = Base64.getMimeDecoder().decode(NotebookCells.text(picture));
            assertTrue(ImageIO.read(new ByteArrayInputStream(bytes)).getWidth() >= 100);
        }
    }

    @ParameterizedTest
    @MethodSource("withResults")
    void namesNoFolderOfTheMachineThatRanIt(Path file) throws IOException {
        for (var output : outputs(file)) {
            var words = NotebookCells.text(output.path("text"))
                    + NotebookCells.text(output.path("data").path("text/plain"));
            assertFalse(PATH.matcher(words).find(), words);
        }
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void endsWithWhatItsResultsRestOn(Path file) throws IOException {
        var cells = codeCells(file);
        var provenance = NotebookCells.text(cells.get(cells.size() - 1).at("/outputs/0/text"));
        var code = NotebookCells.read(file).stream().map(Script::source).collect(Collectors.joining());
        var data = code.contains("loadImages(") ? OWN_PICTURES : MNIST_TRAIN;
        assertTrue(provenance.contains("gan4j ") && data.matcher(provenance).find(), provenance);
        assertTrue(!code.contains("buildGan") || provenance.contains("seed 42"), provenance);
        assertTrue(!code.contains("5_000") || provenance.contains("5,000 steps in "), provenance);
    }

    @ParameterizedTest
    @MethodSource("all")
    void keepsCellsShort(Path file) throws IOException {
        var lines = NotebookCells.read(file).stream()
                .mapToLong(cell -> cell.source().lines().count())
                .sorted()
                .toArray();
        assertTrue(lines[lines.length - 1] <= 12, "the longest cell: " + lines[lines.length - 1]);
        assertTrue(lines[lines.length / 2] <= 4, "the median: " + lines[lines.length / 2]);
    }

    @ParameterizedTest
    @MethodSource("all")
    void linksToFilesThatAreThere(Path file) throws IOException {
        LINK.matcher(NotebookCells.prose(file))
                .results()
                .map(link -> file.resolveSibling(link.group(1)))
                .forEach(target -> assertTrue(Files.exists(target), target.toString()));
    }

    /** Notebook 6 takes the triangle away from a summary; the style that brings it back is one that its filter lets pass. */
    @ParameterizedTest
    @MethodSource("all")
    void showsThatDetailsOpen(Path file) throws IOException {
        Pattern.compile("<summary[^>]*>")
                .matcher(NotebookCells.prose(file))
                .results()
                .forEach(tag -> assertEquals("<summary style=\"display: list-item\">", tag.group()));
    }

    @Test
    void thereAreElevenInTheOrderOfTheirTitles() throws IOException {
        var files = notebooks().toList();
        for (int i = 0; i < files.size(); i++) {
            assertTrue(
                    NotebookCells.prose(files.get(i)).startsWith("# " + (i + 1) + ". "),
                    files.get(i).toString());
        }
        assertEquals(11, files.size());
    }

    @Test
    void nameEverySlipOfTheTutorial() throws IOException {
        var prose = new StringBuilder();
        for (var file : notebooks().toList()) {
            prose.append(NotebookCells.prose(file));
        }
        assertAll(IntStream.rangeClosed(1, 13)
                .mapToObj(slip -> "(E" + slip + ")")
                .map(slip -> () -> assertTrue(prose.indexOf(slip) >= 0, slip)));
    }

    static Stream<Path> notebooks() {
        return NotebookCells.files("");
    }

    static Stream<Path> withResults() {
        return Stream.concat(notebooks(), ExerciseNotebooksTest.solutions());
    }

    static Stream<Path> all() {
        return NotebookCells.files("", "exercises", "solutions");
    }

    private static List<JsonNode> codeCells(Path file) throws IOException {
        return NotebookCells.cells(file, "code").toList();
    }

    private static List<JsonNode> outputs(Path file) throws IOException {
        return NotebookCells.cells(file, "code")
                .flatMap(cell -> NotebookCells.stream(cell.path("outputs")))
                .toList();
    }
}
