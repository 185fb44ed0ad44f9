package io.github.gan4j.judge;

import java.util.Arrays;

/** The nearest references of each query so far, nearest first; of equal ones the earlier. */
final class Nearest {
    private final int k;
    private final float[] distances; // [queries * k]
    private final int[] references; // [queries * k]

    Nearest(int queries, int k) {
        this.k = k;
        distances = new float[queries * k];
        references = new int[queries * k];
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
    }

    /** Keeps a reference if it is among the nearest of a query. */
    void offer(int query, int reference, float distance) {
        int first = query * k;
        int at = first + k - 1;
        if (distance >= distances[at]) {
            return;
        }
        for (; at > first && distance < distances[at - 1]; at--) {
            distances[at] = distances[at - 1];
            references[at] = references[at - 1];
        }
        distances[at] = distance;
        references[at] = reference;
    }

    /** Each query's most frequent label among its references. */
    NeighbourLabels votes(int[] labelOfReference) {
        int queries = references.length / k;
        var labels = new int[queries];
        var counts = new int[queries];
        for (int query = 0; query < queries; query++) {
            for (int i = query * k; i < (query + 1) * k; i++) {
                int label = labelOfReference[references[i]];
                int count = count(label, query, labelOfReference);
                if (count > counts[query]) { // not at equality: the nearer one stays
                    counts[query] = count;
                    labels[query] = label;
                }
            }
        }
        return new NeighbourLabels(k, labels, counts);
    }

    private int count(int label, int query, int[] labelOfReference) {
        int count = 0;
        for (int i = query * k; i < (query + 1) * k; i++) {
            count += labelOfReference[references[i]] == label ? 1 : 0;
        }
        return count;
    }
}
