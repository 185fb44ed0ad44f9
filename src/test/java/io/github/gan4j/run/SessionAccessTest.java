package io.github.gan4j.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Gan4j;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader would try on a value either works or is not there: javac's words about access are no answer. */
class SessionAccessTest {
    @Test
    void samplesOfAPairMayBeAskedOfThePair() {
        var script = """
                var gan = buildGan(buildGenerator(), buildDiscriminator());
                gan.sample(3).equals(sample(gan, 3));
                """;
        try (var session = StrictShell.withImports()) {
            session.run(
                    new Script("start.jsh", 1, "import io.github.gan4j.*;\nimport static io.github.gan4j.Gan4j.*;"));
            var answers = session.run(new Script("demo.jsh", 1, script));
            assertTrue(answers.get(1).endsWith("==> true"), answers::toString);
        }
    }

    static Stream<Class<?>> values() {
        return Stream.concat(
                        Arrays.stream(Gan4j.class.getMethods())
                                .flatMap(verb -> Stream.concat(
                                        Stream.of(verb.getReturnType()), Arrays.stream(verb.getParameterTypes()))),
                        Stream.of(io.github.gan4j.Noise.class, io.github.gan4j.StepLoss.class))
                .filter(type ->
                        type.getPackage() != null && type.getPackageName().equals("io.github.gan4j"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("values")
    void noHiddenMethodHasTheNameOfAVerbOrOfAPublicOne(Class<?> value) {
        var open = Stream.concat(Arrays.stream(Gan4j.class.getMethods()), Arrays.stream(value.getMethods()))
                .map(Method::getName)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        var hidden = Arrays.stream(value.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && isHidden(method.getModifiers()))
                .map(Method::getName)
                .filter(open::contains)
                .toList();
        assertEquals(List.of(), hidden);
    }

    private static boolean isHidden(int modifiers) {
        return !Modifier.isPublic(modifiers) && !Modifier.isPrivate(modifiers);
    }
}
