package io.github.gan4j.data;

import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Why a data set was not found: in full, with a line for each place and mirror, and in short. */
final class Reasons {
    private final List<String> lines = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private String noDownload = "no mirror gave them";

    /** A place has nothing of it. */
    void absent(IOException problem) {
        lines.add(FileProblem.firstLine(problem));
    }

    /** A place has something that could not be taken. */
    void refused(IOException problem) {
        absent(problem);
        refused.add(FileProblem.clause(problem));
    }

    /** No mirror was even asked. */
    void notAsked(IOException problem) {
        noDownload = FileProblem.clause(problem);
    }

    /** The download failed; a line for each mirror. */
    void download(IOException problem) {
        FileProblem.describe(problem).lines().forEach(lines::add);
    }

    /** All lines, indented. */
    String inFull() {
        return String.join(System.lineSeparator() + "  ", lines);
    }

    /** What was refused, and why nothing was downloaded. */
    String inShort() {
        return (refused.isEmpty() ? "no usable files" : String.join("; ", refused)) + ", and " + noDownload;
    }
}
