// 14. Find the bugs: four mistakes with labels
// Each of these four small programs has a mistake that conditional pairs were published with: the last
// class is never drawn, labels that are not those of their images, one label for a whole batch, a label
// that the discriminator never sees. Mend them.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

int[] drawn(int count, Random random) { return random.ints(count, 0, 9).toArray(); }

int[] batchLabels(Images digits, int from, int count) {
    return Arrays.copyOf(digits.labels(), count);
}

int[] fakes(int[] real) {
    var labels = new int[real.length];
    Arrays.fill(labels, real[0]);
    return labels;
}

INDArray judged(INDArray images, INDArray oneHot) { return images; }

check(14, new ConditionalPieces(
        (n, r) -> drawn(n, r), (d, f, n) -> batchLabels(d, f, n), r -> fakes(r), (i, o) -> judged(i, o)));
