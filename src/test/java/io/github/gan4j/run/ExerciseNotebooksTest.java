package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gan4j.exercise.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks of the exercises as they are committed, the tasks without results, the solutions with theirs. */
class ExerciseNotebooksTest {
    /** Where code and text are what they should be, the file with its results stays. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void comesAsANotebook(ExerciseNotebook notebook) throws IOException {
        var file = notebook.file();
        if (Boolean.getBoolean("gan4j.record")
                && !(Files.exists(file) && cells(file).equals(notebook.cells()))) {
            notebook.write();
        }
        assertEquals(
                notebook.cells(),
                cells(file),
                "write it anew with -Dgan4j.record=true, and run notebooks/start --update " + file);
    }

    @Test
    void thereAreNoOthers() {
        assertEquals(
                notebooks().map(ExerciseNotebook::file).sorted().toList(),
                NotebookCells.files("exercises", "solutions").sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskKeepsNoResult(Path file) throws IOException {
        for (var cell : codeCells(file)) {
            assertTrue(
                    cell.path("outputs").isEmpty()
                            && cell.path("execution_count").isNull(),
                    cell.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void aSolutionKeepsThatItIsRight(Path file) throws IOException {
        var cells = codeCells(file);
        var check = cells.get(cells.size() - 2);
        assertTrue(NotebookCells.text(check.path("source")).contains("check("), check.toString());
        var said = NotebookCells.text(check.at("/outputs/0/text"));
        assertTrue(said.startsWith("Right: "), said);
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void aSolutionKeepsEachPictureThatItShows(Path file) throws IOException {
        for (var cell : codeCells(file)) {
            boolean shows = NotebookCells.text(cell.path("source")).contains("show(");
            assertTrue(cell.path("outputs").size() <= 1, cell.toString());
            assertEquals(shows, cell.at("/outputs/0/data").has("image/png"), cell.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("solutions")
    void aSolutionEndsWithWhatItsResultsRestOn(Path file) throws IOException {
        var cells = codeCells(file);
        var provenance = NotebookCells.text(cells.get(cells.size() - 1).at("/outputs/0/text"));
        boolean onMnist = cells.stream()
                .anyMatch(cell -> NotebookCells.text(cell.path("source")).contains("loadDigits"));
        assertTrue(provenance.startsWith("gan4j "), provenance);
        assertEquals(onMnist, provenance.contains(CommittedNotebooksTest.MNIST), provenance);
    }

    @Test
    void onlyTheSolutionThatNeedsFashionMnistKeepsNoResultAndItSaysSo() throws IOException {
        for (var file : NotebookCells.files("solutions").toList()) {
            boolean kept = solutions().toList().contains(file);
            assertEquals(kept, !NotebookCells.prose(file).contains("results of this notebook are not kept"));
            assertEquals(kept, !codeCells(file).get(1).path("execution_count").isNull(), file.toString());
        }
    }

    static Stream<ExerciseNotebook> notebooks() {
        return Exercises.all().stream()
                .flatMap(exercise ->
                        Stream.of(ExerciseNotebook.ofTask(exercise), ExerciseNotebook.ofSolution(exercise)));
    }

    static Stream<Path> tasks() {
        return NotebookCells.files("exercises");
    }

    /** The solutions with results: all but the one on Fashion-MNIST, which cannot be had everywhere. */
    static Stream<Path> solutions() {
        return NotebookCells.files("solutions").filter(file -> !file.toString().contains("fashion-mnist"));
    }

    private static List<ExerciseNotebook.Cell> cells(Path file) throws IOException {
        return NotebookCells.stream(NotebookCells.json(file).required("cells"))
                .map(cell -> new ExerciseNotebook.Cell(
                        cell.required("cell_type").asText(), NotebookCells.text(cell.required("source"))))
                .toList();
    }

    private static List<JsonNode> codeCells(Path file) throws IOException {
        return NotebookCells.cells(file, "code").toList();
    }
}
