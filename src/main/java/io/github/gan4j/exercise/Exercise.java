package io.github.gan4j.exercise;

import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One exercise.
 *
 * @param number from 1 on
 * @param title a few words
 * @param task what to do and what to hand to {@code check}
 * @param start Java to paste and change; it runs as it is, and is not right yet
 * @param solution Java that is right, and what the task asks to look at
 * @param why why it is right, and what to see in it
 * @param rule says of a right answer what it shows, and ends with {@link WrongAnswer} at any other
 */
public record Exercise(
        int number,
        String title,
        String task,
        String start,
        String solution,
        String why,
        Function<Object, String> rule) {
    private static final String IMPORTS =
            "import io.github.gan4j.*;\nimport io.github.gan4j.exercise.*;\nimport static io.github.gan4j.Gan4j.*;\n";

    /** Puts the imports before both snippets, so that they can be pasted anywhere; blank lines part what is run in one go. */
    public Exercise {
        start = withImports(start);
        solution = withImports(solution);
    }

    /** Judges an answer by computing with it; the answer does not change. */
    public Verdict judge(@Nullable Object answer) {
        try {
            WrongAnswer.require(answer != null, "there is no answer yet; exercise(%d) says what it should be.", number);
            return new Verdict(true, rule.apply(answer));
        } catch (WrongAnswer e) {
            return new Verdict(false, e.getMessage());
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            return new Verdict(false, "computing with the answer ended with " + e);
        }
    }

    /** The task, and the Java to start from. */
    public String text() {
        return heading() + "\n\n" + task + "\n" + start;
    }

    /** The Java that is right and, as a comment, why. */
    public String answer() {
        return solution + "\n" + commented(why);
    }

    /** Words as a comment of Java, which can be pasted with it. */
    public static String commented(String words) {
        return words.lines().map(line -> "// " + line + "\n").collect(Collectors.joining());
    }

    /** For example {@code 3. Read the losses}. */
    public String heading() {
        return number + ". " + title;
    }

    private static String withImports(String code) {
        return IMPORTS + (code.startsWith("import ") ? "" : "\n") + code;
    }
}
