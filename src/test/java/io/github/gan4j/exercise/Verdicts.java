package io.github.gan4j.exercise;

import static org.junit.jupiter.api.Assertions.*;

/** What is to be said about an answer. */
final class Verdicts {
    private Verdicts() {}

    static void right(int number, Object answer) {
        var verdict = Exercises.get("check", number).judge(answer);
        assertTrue(verdict.right(), verdict.toString());
    }

    static void not(int number, String hint, Object answer) {
        var verdict = Exercises.get("check", number).judge(answer);
        assertFalse(verdict.right(), verdict.toString());
        assertTrue(verdict.words().contains(hint), verdict.toString());
    }
}
