package io.github.gan4j.show;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;

/**
 * The display classes of IJava or JJava as their jars have them, compiled on the spot and kept in a class loader of their
 * own, below which the library is loaded anew: as in a notebook. Like those two it answers the stop button at once, while
 * the stopped cell goes on in the background.
 */
final class StandInKernel {
    private static final String RENDERING = """
            package DISPLAY;
            import java.util.*;
            public class Renderer {
                private final Map<Class<?>, RenderFunction<Object>> functions = new HashMap<>();
                public <T> RenderRegistration<T> createRegistration(Class<T> type) {
                    return new RenderRegistration<>(type);
                }
                public DisplayData render(Object value) {
                    var data = new DisplayData();
                    var function = find(value.getClass());
                    if (function == null) {
                        data.putData("text/plain", value.toString());
                    } else {
                        function.render(value, new RenderContext(data));
                    }
                    return data;
                }
                /** Of the class, its interfaces, and the same of those above it. */
                private RenderFunction<Object> find(Class<?> type) {
                    for (var above = type; above != null; above = above.getSuperclass()) {
                        if (functions.containsKey(above)) {
                            return functions.get(above);
                        }
                        for (var shown : above.getInterfaces()) {
                            if (functions.containsKey(shown)) {
                                return functions.get(shown);
                            }
                        }
                    }
                    return null;
                }
                public class RenderRegistration<T> {
                    private final Class<?> type;
                    RenderRegistration(Class<?> type) { this.type = type; }
                    @SuppressWarnings("unchecked")
                    public void register(RenderFunction<T> function) {
                        functions.put(type, (RenderFunction<Object>) function);
                    }
                }
            }
            """;
    private static final String FUNCTION =
            "package DISPLAY; public interface RenderFunction<T> { void render(T value, RenderContext context); }";
    private static final String CONTEXT = """
            package DISPLAY;
            public class RenderContext {
                private final DisplayData data;
                RenderContext(DisplayData data) { this.data = data; }
                public DisplayData getOutputContainer() { return data; }
            }
            """;
    private static final String DATA = """
            package DISPLAY;
            public class DisplayData {
                public final java.util.Map<String, Object> data = new java.util.LinkedHashMap<>();
                public void putData(String type, Object value) { data.put(type, value); }
            }
            """;
    private static final String KERNEL = """
            package PACKAGE;
            public class NAME {
                public static final NAME KERNEL = new NAME();
                private final DISPLAY.Renderer renderer = new DISPLAY.Renderer();
                public static NAME GETTER() { return KERNEL; }
                public DISPLAY.Renderer getRenderer() { return renderer; }
            }
            """;
    private static final String STATICS = """
            package PACKAGE;
            import java.util.*;
            public class NAME {
                /** Of each call: the id, then what was shown. */
                public static final List<Map.Entry<String, Map<String, Object>>> SHOWN = Collections.synchronizedList(new ArrayList<>());
                public static String display(Object value) {
                    updateDisplay("id" + SHOWN.size(), value);
                    return SHOWN.get(SHOWN.size() - 1).getKey();
                }
                public static void updateDisplay(String id, Object value) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("an interrupted thread cannot send");
                    }
                    SHOWN.add(Map.entry(id, KERNEL.KERNEL.getRenderer().render(value).data));
                }
            }
            """;

    private final URLClassLoader kernel;
    private final URLClassLoader library;
    private final String statics;

    private StandInKernel(Path folder, String display, String kernel, String getter, String statics) {
        this.statics = statics;
        write(folder, display + ".Renderer", RENDERING, display, kernel, getter);
        write(folder, display + ".RenderFunction", FUNCTION, display, kernel, getter);
        write(folder, display + ".RenderContext", CONTEXT, display, kernel, getter);
        write(folder, display + ".DisplayData", DATA, display, kernel, getter);
        write(folder, kernel, KERNEL, display, kernel, getter);
        write(folder, statics, STATICS.replace("KERNEL.KERNEL", kernel + ".KERNEL"), display, kernel, getter);
        compile(folder);
        this.kernel = new URLClassLoader(new URL[] {url(folder)}, ClassLoader.getPlatformClassLoader());
        this.library = new URLClassLoader(ownClasses(), new Above(this.kernel));
    }

    static StandInKernel ijava(Path folder) {
        return new StandInKernel(
                folder,
                "io.github.spencerpark.jupyter.kernel.display",
                "io.github.spencerpark.ijava.IJava",
                "getKernelInstance",
                "io.github.spencerpark.ijava.runtime.Display");
    }

    static StandInKernel jjava(Path folder) {
        return new StandInKernel(
                folder,
                "org.dflib.jjava.jupyter.kernel.display",
                "org.dflib.jjava.jupyter.kernel.BaseKernel",
                "notebookKernel",
                "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics");
    }

    static StandInKernel jjavaUntilA5(Path folder) {
        return new StandInKernel(
                folder,
                "org.dflib.jjava.jupyter.kernel.display",
                "org.dflib.jjava.JJava",
                "getKernelInstance",
                "org.dflib.jjava.runtime.Display");
    }

    /** Runs a cell with the library loaded below the kernel, and gives what was shown so far. */
    List<Map.Entry<String, Map<String, Object>>> run(Class<? extends Callable<?>> cell)
            throws ReflectiveOperationException {
        call(cell);
        return shown();
    }

    /** Begins a cell on a thread of its own; an interrupt is the stop button. */
    Thread begin(Class<? extends Callable<?>> cell) {
        var thread = new Thread(() -> call(cell));
        thread.start();
        return thread;
    }

    /** What was shown by all cells so far: id and MIME types to data. */
    @SuppressWarnings("unchecked")
    List<Map.Entry<String, Map<String, Object>>> shown() throws ReflectiveOperationException {
        return (List<Map.Entry<String, Map<String, Object>>>)
                kernel.loadClass(statics).getField("SHOWN").get(null);
    }

    private void call(Class<? extends Callable<?>> cell) {
        try {
            var instance =
                    library.loadClass(cell.getName()).getDeclaredConstructor().newInstance();
            Callable.class.getMethod("call").invoke(instance);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library's classes and those of its tests. */
    private static URL[] ownClasses() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(StandInKernel::url)
                .toArray(URL[]::new);
    }

    /** What the library sees besides itself: the kernel, and its dependencies without the real kernel among them. */
    private static final class Above extends ClassLoader {
        Above(ClassLoader kernel) {
            super(kernel);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("io.github.gan4j.") || name.startsWith("org.rapaio.")) {
                throw new ClassNotFoundException(name);
            }
            return StandInKernel.class.getClassLoader().loadClass(name);
        }
    }

    private static void write(Path folder, String type, String template, String display, String kernel, String getter) {
        int dot = type.lastIndexOf('.');
        var source = template.replace("DISPLAY", display)
                .replace("PACKAGE", type.substring(0, dot))
                .replace("NAME", type.substring(dot + 1))
                .replace("GETTER", getter);
        var file = folder.resolve(type.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path folder) {
        try (var files = Files.walk(folder)) {
            var arguments = new ArrayList<>(List.of("-d", folder.toString()));
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
            int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (failed != 0) {
                throw new IllegalStateException("the stand-ins do not compile");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
