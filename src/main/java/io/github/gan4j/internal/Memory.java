package io.github.gan4j.internal;

import org.bytedeco.javacpp.Pointer;

/**
 * Whether what a verb is asked for fits into memory, said before any of it is taken.
 *
 * <p>Arrays lie outside of Java's heap. JavaCPP limits the whole process, but looks only after ND4J has taken an array.
 */
public final class Memory {
    private static final long MEGABYTE = 1 << 20;
    private static final long SMALL = 64 * MEGABYTE; // what is below is not worth a look
    private static final int TRIES = 10; // ND4J frees on a thread of its own what was collected
    private static final long WAIT = 50;

    private Memory() {}

    /**
     * Throws unless this is free.
     *
     * @param verb what the user called
     * @param what what needs the memory, for example {@code 3,000,000 images}
     * @param heap bytes in Java's heap
     * @param arrays bytes in arrays
     * @param repair what takes less
     * @throws IllegalArgumentException if there is less, also after unused objects are collected
     */
    public static void require(String verb, String what, long heap, long arrays, String repair) {
        if (heap + arrays > SMALL && !fitsAfterAll(heap, arrays)) {
            boolean tooLarge = heap > freeHeap();
            Check.argument(
                    false,
                    "%s: %s must fit into memory, but need %,d MB of %s where %,d MB are free.%n%s, or start Java with more: %s.",
                    verb,
                    what,
                    megabytes(tooLarge ? heap : heap + arrays),
                    tooLarge ? "Java's heap" : "memory",
                    megabytes(tooLarge ? freeHeap() : freeInAll()),
                    repair,
                    tooLarge ? "-Xmx8g" : "-Dorg.bytedeco.javacpp.maxphysicalbytes=16g");
        }
    }

    private static boolean fitsAfterAll(long heap, long arrays) {
        for (int tried = 0; !fits(heap, arrays); tried++) {
            if (tried == TRIES || !canEverFit(heap, arrays)) {
                return false;
            }
            System.gc();
            pause();
        }
        return true;
    }

    private static boolean fits(long heap, long arrays) {
        return heap <= freeHeap() && heap + arrays <= freeInAll();
    }

    private static boolean canEverFit(long heap, long arrays) {
        long most = Pointer.maxPhysicalBytes();
        return heap <= Runtime.getRuntime().maxMemory() && (most <= 0 || heap + arrays <= most);
    }

    private static long freeHeap() {
        var java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }

    /** What the process may still grow by, and what it holds for Java's heap without a use. */
    private static long freeInAll() {
        long most = Pointer.maxPhysicalBytes();
        return most <= 0
                ? Long.MAX_VALUE
                : Math.max(0, most - Pointer.physicalBytes())
                        + Runtime.getRuntime().freeMemory();
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    /** An interrupt is kept for the caller. */
    private static void pause() {
        try {
            Thread.sleep(WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
