package io.github.gan4j.exercise;

/**
 * What is to be said about an answer.
 *
 * @param right whether it is right
 * @param words why, or what to think of next
 */
public record Verdict(boolean right, String words) {
    @Override
    public String toString() {
        return (right ? "Right: " : "Not yet: ") + words;
    }
}
