// 4. Contiguous or shuffled batches
// The tutorial's batch is a run of neighbours from a random start. Write a sampler whose batches
// mix: every image is as likely as any other, also the last one, whoever its neighbours are.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.*;
import java.util.stream.*;

var random = new Random(7);

BatchSampler sampler = (images, count) -> {
    int start = random.nextInt(images - count);
    return IntStream.range(start, start + count).toArray();
};

check(4, sampler);
