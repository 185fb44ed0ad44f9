package io.github.gan4j.exercise;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OwnThread;

/** Why an answer is not right yet, and what to think of next. */
final class WrongAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private WrongAnswer(String hint) {
        super(hint);
    }

    /**
     * Goes on if the rule holds, else ends the judging with this hint, a format of {@link String#format}. All judging comes
     * here again and again, so here a stop ends it.
     */
    static void require(boolean holds, String hint, Object... details) {
        OwnThread.requireNoInterrupt();
        Check.that(holds, WrongAnswer::new, hint, details);
    }

    /** The answer as what the exercise asks for. */
    static <T> T requireType(Class<T> type, String example, Object answer) {
        require(
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
