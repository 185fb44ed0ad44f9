package io.github.gan4j.show;

import io.github.gan4j.internal.OwnThread;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The notebook kernel that runs this session: IJava, JJava or rapaio's. It is reached by reflection, for no kernel is on
 * the library's class path.
 */
final class Kernel {
    private enum Kind {
        IJAVA("io.github.spencerpark.ijava.runtime.Display", "io.github.spencerpark.ijava.IJava.getKernelInstance"),
        JJAVA(
                "org.dflib.jjava.jupyter.kernel.BaseNotebookStatics",
                "org.dflib.jjava.jupyter.kernel.BaseKernel.notebookKernel"),
        JJAVA_UNTIL_A5("org.dflib.jjava.runtime.Display", "org.dflib.jjava.JJava.getKernelInstance"),
        RAPAIO("org.rapaio.jupyter.kernel.global.Global", "");

        private final String statics;
        private final String instance; // the static method that gives the kernel

        Kind(String statics, String instance) {
            this.statics = statics;
            this.instance = instance;
        }
    }

    private static final Optional<Kernel> CURRENT =
            find(Kernel.class.getClassLoader().getParent());

    private final Kind kind;
    private final Class<?> statics; // display(Object) -> id, updateDisplay(String, Object)

    private Kernel(Kind kind, Class<?> statics) {
        this.kind = kind;
        this.statics = statics;
    }

    /** The kernel of this session, if it runs in one. */
    static Optional<Kernel> current() {
        return CURRENT;
    }

    /**
     * The kernel whose classes a loader sees: the one above the library's own, for a kernel has started whatever loads the
     * library, and one that lies on the library's class path is not running.
     */
    private static Optional<Kernel> find(@Nullable ClassLoader loader) {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> find(kind, loader).stream())
                .findFirst();
    }

    /**
     * Makes values show themselves when a cell ends in them.
     *
     * @throws ReflectiveOperationException if this version of the kernel has other names
     */
    void register(Iterable<Class<?>> types) throws ReflectiveOperationException {
        if (kind == Kind.RAPAIO) { // it finds RapaioDisplay itself, but not in a jar that came after its start
            var system = statics.getMethod("displaySystem").invoke(null);
            method(system, "refreshSpiDisplayHandlers").invoke(system);
            return;
        }
        var renderer = call(instance(), "getRenderer");
        var function = load(renderer.getClass().getPackageName() + ".RenderFunction");
        var proxy = Proxy.newProxyInstance(function.getClassLoader(), new Class<?>[] {function}, Kernel::render);
        for (var type : types) {
            var registration =
                    method(renderer, "createRegistration", Class.class).invoke(renderer, type);
            method(registration, "register", function).invoke(registration, proxy);
        }
    }

    /** Shows a value now, and gives the name under which {@link #update} replaces it; none if its cell is over. */
    Optional<String> publish(Object value) {
        return isCellOver()
                ? Optional.empty()
                : Optional.of((String) call("display", new Class<?>[] {Object.class}, value));
    }

    /** Shows another value in the place of an earlier one, unless its cell is over. */
    void update(String id, Object value) {
        if (!isCellOver()) {
            call("updateDisplay", new Class<?>[] {String.class, Object.class}, id, value);
        }
    }

    /**
     * Whether the stop button has ended the cell whose thread still runs, so that what it shows would land under another: all
     * kernels but rapaio's answer the button at once.
     */
    private boolean isCellOver() {
        return kind != Kind.RAPAIO && Thread.currentThread().isInterrupted();
    }

    private static Optional<Kernel> find(Kind kind, @Nullable ClassLoader loader) {
        try {
            return Optional.of(new Kernel(kind, Class.forName(kind.statics, false, loader)));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** An interrupted thread cannot send what a kernel shows. */
    private Object call(String name, Class<?>[] types, Object... arguments) {
        return OwnThread.run(() -> callHere(name, types, arguments));
    }

    private Object callHere(String name, Class<?>[] types, Object... arguments) {
        try {
            return statics.getMethod(name, types).invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "show: the kernel must display the value, but got " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("show: the kernel must have " + name + ", but got " + e, e);
        }
    }

    private Object instance() throws ReflectiveOperationException {
        int dot = kind.instance.lastIndexOf('.');
        return load(kind.instance.substring(0, dot))
                .getMethod(kind.instance.substring(dot + 1))
                .invoke(null);
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, statics.getClassLoader());
    }

    /** RenderFunction.render(value, context). */
    private static Object render(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> "gan4j";
            };
        }
        var output = call(arguments[1], "getOutputContainer");
        var put = method(output, "putData", String.class, Object.class);
        for (var entry : Contents.of(arguments[0]).mime().entrySet()) {
            put.invoke(output, entry.getKey(), entry.getValue());
        }
        return null;
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        return method(target, name).invoke(target);
    }

    private static Method method(Object target, String name, Class<?>... types) throws NoSuchMethodException {
        return target.getClass().getMethod(name, types);
    }
}
