package io.github.gan4j.exercise;

import java.util.Locale;

/** Why an answer is not right yet, and what to think of next. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotYet(String hint) {
        super(hint);
    }

    /** Goes on if the rule holds, else ends the judging with this hint, a format of {@link String#format}. */
    static void unless(boolean holds, String hint, Object... details) {
        if (!holds) {
            throw new NotYet(String.format(Locale.ROOT, hint, details));
        }
    }

    /** The answer as what the exercise asks for. */
    static <T> T unlessA(Class<T> type, String example, Object answer) {
        unless(
                type.isInstance(answer),
                "the answer should be of type %s, but this is of type %s. %s",
                type.getSimpleName(),
                nameOf(answer.getClass()),
                example);
        return type.cast(answer);
    }

    /** A lambda's class has a name that nobody typed; that of its interface is known. */
    private static String nameOf(Class<?> type) {
        return (type.isHidden() ? type.getInterfaces()[0] : type).getSimpleName();
    }
}
