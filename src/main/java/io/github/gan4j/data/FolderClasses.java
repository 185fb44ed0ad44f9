package io.github.gan4j.data;

import io.github.gan4j.internal.OneLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The pictures of a folder that are left, and the class of each: the sub-folder that it lies in.
 *
 * @param kept their places among the folder's files
 * @param labels [kept], or empty when no picture lies in a sub-folder
 * @param names of the classes, in sorted order
 */
record FolderClasses(int[] kept, int[] labels, List<String> names) {
    /**
     * From sorted files. Pictures beside sub-folders with pictures are of no class and are skipped.
     *
     * @param good of each file, whether it is a picture
     */
    static FolderClasses of(Path folder, List<Path> files, boolean[] good, Skipped skipped) {
        var pictures = IntStream.range(0, good.length).filter(i -> good[i]).toArray();
        var paths = IntStream.of(pictures)
                .mapToObj(i -> folder.relativize(files.get(i)))
                .toList();
        if (paths.stream().allMatch(FolderClasses::isBeside)) {
            return new FolderClasses(pictures, new int[0], List.of());
        }
        paths.stream()
                .filter(FolderClasses::isBeside)
                .forEach(path -> skipped.add(path, "lies beside the sub-folders, which are the classes"));
        var names = new ArrayList<String>();
        var labels = paths.stream()
                .filter(path -> !isBeside(path))
                .mapToInt(path -> label(path.getName(0).toString(), names))
                .toArray();
        var kept = IntStream.range(0, pictures.length)
                .filter(i -> !isBeside(paths.get(i)))
                .map(i -> pictures[i])
                .toArray();
        return new FolderClasses(kept, labels, List.copyOf(names));
    }

    private static boolean isBeside(Path path) {
        return path.getNameCount() == 1;
    }

    /** Files are sorted, so a class that was not the last one is new. */
    private static int label(String folder, List<String> names) {
        var name = OneLine.printable(folder);
        if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
            names.add(name);
        }
        return names.size() - 1;
    }
}
