package io.github.gan4j.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cells of a notebook. */
final class NotebookCells {
    private NotebookCells() {}

    /** The committed notebooks of these folders under {@code notebooks}, in their order. */
    static Stream<Path> files(String... folders) {
        return Stream.of(folders).map(Path.of("notebooks")::resolve).flatMap(NotebookCells::files);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code cells in their order; each is called after its number among all cells, counted from 1. */
    static List<Script> read(Path notebook) throws IOException {
        var cells = json(notebook).required("cells");
        var scripts = new ArrayList<Script>();
        for (int i = 0; i < cells.size(); i++) {
            if (isOfType("code", cells.get(i))) {
                scripts.add(new Script(
                        notebook + " cell " + (i + 1), 1, text(cells.get(i).required("source"))));
            }
        }
        return scripts;
    }

    /** The text cells, one after the other. */
    static String prose(Path notebook) throws IOException {
        return cells(notebook, "markdown")
                .map(cell -> text(cell.required("source")))
                .collect(Collectors.joining("\n\n"));
    }

    /** The cells of a type, {@code code} or {@code markdown}. */
    static Stream<JsonNode> cells(Path notebook, String type) throws IOException {
        return stream(json(notebook).required("cells")).filter(cell -> isOfType(type, cell));
    }

    /** The whole file. */
    static JsonNode json(Path notebook) throws IOException {
        return new ObjectMapper().readTree(notebook.toFile());
    }

    /** The format allows a text or a list of its lines. */
    static String text(JsonNode source) {
        return source.isTextual()
                ? source.asText()
                : stream(source).map(JsonNode::asText).collect(Collectors.joining());
    }

    /** The elements of an array. */
    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static boolean isOfType(String type, JsonNode cell) {
        return cell.required("cell_type").asText().equals(type);
    }
}
