package io.github.gan4j;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The layers of docs/architecture.md, read from the compiled classes: who may know whom. */
class LayersTest {
    private static final String ROOT = "io.github.gan4j";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** The types of the root package that know machinery; all others there are values. */
    private static final Set<String> MACHINERY = Set.of(
            "About",
            "Gan",
            "Gan4j",
            "GanGrids",
            "GridAnimation",
            "LossChart",
            "Main",
            "QualityChart",
            "Sweep",
            "SweepChart",
            "SweepRun",
            "TrainAndJudge",
            "TrainingRun");

    /** The layers that each may know beside its own. */
    private static final Map<String, Set<String>> KNOWS = Map.ofEntries(
            Map.entry("internal", Set.of()),
            Map.entry("values", Set.of("internal")),
            Map.entry("data", Set.of("values", "internal")),
            Map.entry("model", Set.of("values", "internal")),
            Map.entry("train", Set.of("model", "train.fused", "values", "internal")),
            Map.entry("train.fused", Set.of("train", "values", "internal")),
            Map.entry("keep", Set.of("train", "model", "values", "internal")),
            Map.entry("judge", Set.of("data", "values", "internal")),
            Map.entry("show", Set.of("values", "internal")),
            Map.entry("sweep", Set.of("keep", "values", "internal")),
            Map.entry("run", Set.of("show", "machinery", "values", "internal")));

    @Test
    void layersKnowOnlyThoseBelow() {
        var wrong = new TreeSet<String>();
        for (var from : CLASSES) {
            for (var dependency : from.getDirectDependenciesFromSelf()) {
                var to = dependency.getTargetClass().getBaseComponentType();
                if (isOurs(to) && !mayKnow(layer(from), layer(to))) {
                    wrong.add(name(from) + " (" + layer(from) + ") knows " + name(to) + " (" + layer(to) + ")");
                }
            }
        }
        assertEquals(List.of(), List.copyOf(wrong));
    }

    @Test
    void noClassesKnowEachOtherInACircle() {
        slices().assignedFrom(new TopLevelClasses()).should().beFreeOfCycles().check(CLASSES);
    }

    private static boolean mayKnow(String from, String to) {
        boolean isTop = from.equals("machinery") || from.equals("exercise");
        return isTop || from.equals(to) || KNOWS.get(from).contains(to);
    }

    private static String layer(JavaClass type) {
        if (!type.getPackageName().equals(ROOT)) {
            return type.getPackageName().substring(ROOT.length() + 1);
        }
        return MACHINERY.contains(name(type)) ? "machinery" : "values";
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    /** The name of the type in whose file a class stands. */
    private static String name(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).replaceFirst("\\$.*", "");
    }

    private static final class TopLevelClasses implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isOurs(type) ? SliceIdentifier.of(type.getPackageName(), name(type)) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "top-level classes";
        }
    }
}
