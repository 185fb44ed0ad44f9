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
    private static final Path NOTEBOOKS = Path.of("notebooks");

    /** Twice, because a reader goes back and runs a cell again; then the Java that stands in the text. */
    @TestFactory
    Stream<DynamicTest> runsEachCellTwiceAndTheJavaInTheText() throws IOException {
        return notebooks().stream()
                .map(notebook -> DynamicTest.dynamicTest(notebook.getFileName().toString(), () -> runTwice(notebook)));
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
                session.run(cell);
                session.run(cell);
                output.take();
            }
            for (var block : CodeBlock.in(NotebookCells.prose(notebook))) {
                session.run(new Script(notebook + " text", 1, block.code()));
            }
            session.checkResolved();
        }
    }

    private static List<Path> notebooks() throws IOException {
        if (!Files.exists(NOTEBOOKS)) {
            return List.of();
        }
        try (var files = Files.list(NOTEBOOKS)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }
}
