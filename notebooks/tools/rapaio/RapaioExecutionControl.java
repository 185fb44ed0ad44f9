package org.rapaio.jupyter.kernel.core.java;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jdk.jshell.execution.DirectExecutionControl;
import sun.misc.Signal;

/**
 * Takes the place of the class of this name in rapaio's kernel 3.0.1, where the stop button also ends what runs the cells, so
 * that none runs after it. Here it interrupts the cell, and the kernel waits until that has ended by itself. It comes as a
 * signal where there are any: a message has the kernel take the cell's output away while it still runs.
 */
public class RapaioExecutionControl extends DirectExecutionControl {
    private final ExecutorService cells = Executors.newSingleThreadExecutor();
    private final Map<String, Object> results = new ConcurrentHashMap<>();
    private Thread running; // null between two cells

    /** A time limit for each cell, as RJK_TIMEOUT_MILLIS sets it, is not kept: training takes its time. */
    public RapaioExecutionControl(long timeoutMillis) {
        Signal.handle(new Signal("INT"), signal -> interrupt());
    }

    public long getTimeout() {
        return -1;
    }

    /** What the cell gave, or null, by the key that {@link #invoke} returned: JShell passes on nothing but text. */
    public Object takeResult(String key) {
        return results.remove(key);
    }

    public synchronized void interrupt() {
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void stop() {
        interrupt();
    }

    @Override
    public void close() {
        cells.shutdownNow();
    }

    @Override
    protected String invoke(Method cell) throws Exception {
        Object result;
        try {
            result = cells.submit(() -> run(cell)).get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause(); // the super class makes JShell's own exceptions of it
        }
        String key = UUID.randomUUID().toString();
        if (result != null) {
            results.put(key, result);
        }
        return key;
    }

    private Object run(Method cell) throws InvocationTargetException, IllegalAccessException {
        setRunning(Thread.currentThread());
        try {
            return cell.invoke(null);
        } finally {
            setRunning(null);
        }
    }

    private synchronized void setRunning(Thread thread) {
        running = thread;
    }
}
