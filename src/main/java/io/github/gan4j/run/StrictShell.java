package io.github.gan4j.run;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/**
 * A JShell session that stops at the first snippet that fails, where the {@code jshell} command goes on and ends with
 * exit code 0. The snippets run in this Java process, so that several sessions load ND4J once.
 */
public final class StrictShell implements AutoCloseable {
    private static final List<String> IMPORTS_OF_JSHELL = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    private final JShell shell;
    private final SnippetReader reader;
    private final SnippetReader typedReader;
    private final Map<Snippet, String> places = new LinkedHashMap<>();
    private int typed = 0;

    /** A session without any import, on the class path of this process. */
    public StrictShell() {
        this(System.getProperty("java.class.path"));
    }

    /** A session without any import, on a class path of its own. */
    StrictShell(String classPath) {
        shell = JShell.builder()
                .executionEngine("local")
                .tempVariableNameGenerator(() -> "$" + typed)
                .build();
        for (var entry : classPath.split(File.pathSeparator)) {
            shell.addToClasspath(entry);
        }
        reader = new SnippetReader(shell.sourceCodeAnalysis());
        typedReader = new TypedReader(shell.sourceCodeAnalysis());
    }

    /** A session with the imports that the {@code jshell} command starts with. */
    public static StrictShell withImports() {
        var session = new StrictShell();
        for (var name : IMPORTS_OF_JSHELL) {
            session.shell.eval("import " + name + ".*;");
        }
        return session;
    }

    /**
     * Runs the snippets of a script one after another. They must read alike typed line by line into JShell and as a whole
     * into a notebook's cell.
     *
     * @return what JShell would answer to them, for example {@code x ==> 3}
     * @throws ScriptFailure at the first snippet that is not complete, does not compile or throws
     */
    public List<String> run(Script script) {
        return run(script, reader);
    }

    /**
     * The same with a script as JShell's own program takes it: semicolons may be missing, and commands that only show
     * something, and {@code /exit}, may stand in it.
     *
     * @throws ScriptFailure at the first snippet or command that JShell or this refuses
     */
    public List<String> runTyped(Script script) {
        return run(script, typedReader);
    }

    private List<String> run(Script script, SnippetReader reader) {
        var answers = new ArrayList<String>();
        int start = reader.start(script, 0);
        while (start < script.source().length()) {
            var piece = reader.read(script, start);
            answers.addAll(evaluate(script, start, piece.source()));
            start = reader.start(script, piece.end());
        }
        return answers;
    }

    /**
     * Checks that every declaration so far found all that it refers to.
     *
     * @throws ScriptFailure if one did not
     */
    public void checkResolved() {
        places.forEach((snippet, place) -> {
            var status = shell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                throw new ScriptFailure(place, Problems.unresolved(shell, (DeclarationSnippet) snippet));
            }
        });
    }

    /** Ends the session. */
    @Override
    public void close() {
        shell.close();
    }

    private List<String> evaluate(Script script, int start, String source) {
        typed++;
        var answers = new ArrayList<String>();
        for (var event : shell.eval(source)) {
            if (event.causeSnippet() == null) {
                places.put(event.snippet(), script.at(start));
                Problems.throwIfFailed(shell, event, script, start);
                answer(event).ifPresent(answers::add);
            }
        }
        return answers;
    }

    private static Optional<String> answer(SnippetEvent event) {
        boolean named = event.snippet() instanceof VarSnippet || event.snippet() instanceof ExpressionSnippet;
        if (!named || event.value() == null || event.value().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(name(event.snippet()) + " ==> " + event.value());
    }

    private static String name(Snippet snippet) {
        return snippet instanceof ExpressionSnippet expression
                ? expression.name()
                : ((PersistentSnippet) snippet).name();
    }
}
