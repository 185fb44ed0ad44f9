// 16. Find the bugs: six mistakes with a critic
// Each of these six small programs has a mistake that critics were published with: shares from a normal
// distribution, the penalty on fakes only, a length for each pixel, a root of 0, batch normalisation, a
// generator that learns in the critic's turn. Mend them. (A share is the real image's part in a point.)

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import java.util.*;
import java.util.stream.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

double[] shares(int n, Random r) { return DoubleStream.generate(r::nextGaussian).limit(n).toArray(); }
INDArray points(INDArray real, INDArray fake, INDArray share) { return fake; }
INDArray lengths(INDArray gradients) { return Transforms.abs(gradients); }
INDArray scores(INDArray x, INDArray w) { return x.subRowVector(x.mean(0)).mmul(w); }

double[] push(double[] gradient) { // of (length - 1)^2
    double length = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
    return Arrays.stream(gradient).map(g -> 2 * (length - 1) / length * g).toArray();
}

double[] turn(double critic, double generator, double noise, double real) {
    return new double[] {critic - 0.1 * (generator * noise - real), generator - 0.1 * critic * noise};
}

check(16, new CriticPieces((n, r) -> shares(n, r), (r, f, a) -> points(r, f, a), g -> lengths(g),
        g -> push(g), (x, w) -> scores(x, w), (c, g, z, x) -> turn(c, g, z, x)));
