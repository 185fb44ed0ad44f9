package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The code cells of the notebooks, run without Jupyter. */
@ExtendWith(Shortened.class)
class NotebooksTest {
    /** Twice, because a reader goes back and runs a cell again; then the Java that stands in the text. */
    @TestFactory
    Stream<DynamicTest> runsEachCellTwiceAndTheJavaInTheText() throws IOException {
        return NotebookCells.files(folders())
                .map(notebook -> DynamicTest.dynamicTest(notebook.toString(), () -> runTwice(notebook)));
    }

    /** The exercises' cells are what {@link ExerciseSnippetsTest} runs, so that here the night is early enough for them. */
    private static String[] folders() {
        return Shortened.isFullLength() ? new String[] {"", "exercises", "solutions"} : new String[] {""};
    }

    @Test
    void readsCodeCells(@TempDir Path folder) throws IOException {
        var notebook = Files.writeString(folder.resolve("a.ipynb"), """
                {"cells": [
                  {"cell_type": "markdown", "source": "# Title"},
                  {"cell_type": "code", "source": ["int x = 1;\\n", "x + 1"]},
                  {"cell_type": "code", "source": "x"}]}
                """);
        assertEquals(
                List.of(
                        new Script(notebook + " cell 2", 1, "int x = 1;\nx + 1"),
                        new Script(notebook + " cell 3", 1, "x")),
                NotebookCells.read(notebook));
    }

    private static void runTwice(Path notebook) throws IOException {
        try (var output = new CapturedOutput();
                var session = new StrictShell()) {
            for (var cell : NotebookCells.read(notebook)) {
                var code = new Script(cell.place(), 1, Clothes.insteadOfFashionMnist(cell.source()));
                session.run(code);
                session.run(code);
                output.take();
            }
            for (var block : CodeBlock.in(NotebookCells.prose(notebook))) {
                session.run(new Script(notebook + " text", 1, block.code()));
            }
            session.checkResolved();
        }
    }
}
