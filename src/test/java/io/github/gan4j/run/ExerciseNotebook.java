package io.github.gan4j.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.gan4j.exercise.Exercise;
import io.github.gan4j.exercise.Exercises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A notebook of an exercise as it is to be, before it runs.
 *
 * @param file where it is kept
 * @param cells its cells in their order
 */
record ExerciseNotebook(Path file, List<Cell> cells) {
    private static final Pattern TRAINED = Pattern.compile("train\\((\\w+), (\\w+), ");
    private static final String NO_CLASS_PATH = """
            If the next cell fails: `%classpath ../../target/gan4j.jar` for IJava and JJava, `%jar ../../target/gan4j.jar` for
            rapaio's kernel, in a cell of its own.""";
    private static final String TO_DO = """
            Change the next cells, or add your own, until the last one says *Right*. Until then it says *Not yet*, and gives a
            hint.""";
    private static final String NOT_RUN = """


            > The results of this notebook are not kept: Fashion-MNIST was not at hand where the notebooks ran. Where it can be
            > downloaded, or lies in `data/fashion-mnist`, every cell runs; the test suite runs them on a stand-in of the same
            > format.""";

    /**
     * A cell.
     *
     * @param type {@code markdown} or {@code code}
     * @param source its text
     */
    record Cell(String type, String source) {
        static Cell text(String source) {
            return new Cell("markdown", source);
        }

        static Cell code(String source) {
            return new Cell("code", source);
        }
    }

    /** The one with the task. */
    static ExerciseNotebook ofTask(Exercise exercise) {
        var code = code(exercise.start());
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text(String.format(
                "# Exercise %s\n\n%s\n\n[中文](../zh/exercises/%s.ipynb)",
                exercise.heading(), exercise.task().strip(), name(exercise))));
        cells.add(Cell.text(NO_CLASS_PATH));
        cells.add(code.get(0));
        cells.add(Cell.text(TO_DO));
        cells.addAll(code.subList(1, code.size()));
        cells.add(Cell.text(String.format(
                "Done, or stuck: [the solution](../solutions/%s.ipynb).\n\n%s",
                name(exercise), next(exercise, "Exercise"))));
        return new ExerciseNotebook(file("exercises", exercise), cells);
    }

    /** The one with the solution. */
    static ExerciseNotebook ofSolution(Exercise exercise) {
        var solution = exercise.solution();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.text("# Solution " + exercise.heading() + "\n\n" + quoted(exercise.task())
                + (solution.contains("loadFashionMnist") ? NOT_RUN : "")));
        cells.add(Cell.text(NO_CLASS_PATH));
        cells.addAll(code(solution));
        cells.add(Cell.text("## Why, and what to see\n\n" + exercise.why().strip()));
        cells.add(Cell.text("## Where these results come from"));
        cells.add(Cell.code(provenance(solution)));
        cells.add(Cell.text(String.format(
                "Back to [the exercise](../exercises/%s.ipynb).\n\n%s", name(exercise), next(exercise, "Solution"))));
        return new ExerciseNotebook(file("solutions", exercise), cells);
    }

    /** What its files are called, but for the ending. */
    static String name(Exercise exercise) {
        var title = exercise.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", "-")
                .replaceAll("-$", "");
        return String.format("%02d-%s", exercise.number(), title);
    }

    /** Writes it in Jupyter's format, with no results. */
    void write() throws IOException {
        Files.createDirectories(file.getParent());
        var kernel = Map.of("name", "java", "display_name", "Java", "language", "java");
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValue(
                        file.toFile(),
                        Map.of(
                                "nbformat",
                                4,
                                "nbformat_minor",
                                5,
                                "metadata",
                                Map.of("kernelspec", kernel, "language_info", Map.of("name", "java")),
                                "cells",
                                IntStream.range(0, cells.size())
                                        .mapToObj(this::json)
                                        .toList()));
    }

    private Map<String, Object> json(int index) {
        var cell = cells.get(index);
        var json = new HashMap<String, Object>(Map.of(
                "cell_type", cell.type(),
                "id", String.format("cell-%02d", index + 1),
                "metadata", Map.of(),
                "source", cell.source().split("(?<=\n)")));
        if (cell.type().equals("code")) {
            json.put("execution_count", null);
            json.put("outputs", List.of());
        }
        return json;
    }

    private static Path file(String folder, Exercise exercise) {
        return Path.of("notebooks", folder, name(exercise) + ".ipynb");
    }

    /** A cell for each piece between blank lines; the first has the imports. */
    private static List<Cell> code(String source) {
        return Stream.of(source.strip().split("\n\n")).map(Cell::code).toList();
    }

    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    /** What the results rest on: of the pair that was trained first, if there is one. */
    private static String provenance(String solution) {
        var trained = TRAINED.matcher(solution);
        return trained.find() ? "about(" + trained.group(1) + ", " + trained.group(2) + ");" : "about();";
    }

    private static String next(Exercise exercise, String word) {
        if (exercise.number() == Exercises.all().size()) {
            return "That was the last one; back to the [first notebook](../01-look-at-the-digits.ipynb).";
        }
        var next = Exercises.all().get(exercise.number());
        return "**Next:** [" + word + " " + next.heading() + "](" + name(next) + ".ipynb)";
    }
}
