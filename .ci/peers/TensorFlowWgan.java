import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Times a step of the tutorial's dense pair with the Wasserstein loss and gradient penalty (Gulrajani et al. 2017): five
 * critic updates and one of the generator, unrolled in one graph and run by one call; all fakes are drawn in one pass.
 */
public final class TensorFlowWgan {
    private static final int CRITIC_UPDATES = 5;
    private static final int HALF = 32;
    private static final int BATCH = 64;
    private static final int PIXELS = 784;
    private static final int NOISE = 100;
    private static final int[] GENERATOR = {NOISE, 256, 512, 1024, PIXELS};
    private static final int[] CRITIC = {PIXELS, 1024, 256, 1};
    private static final float PENALTY = 10;
    private static final int WARM_UP = 50;
    private static final int STEPS = 150;

    private final Graph graph = new Graph();
    private final Ops tf = Ops.create(graph);
    private final Random random = new Random(7);
    private final List<Op> initialisation = new ArrayList<>();

    /** A parameter and Adam's two moments, and its value as all passes of an update see it. */
    private final class Variable {
        final Operand<? extends TType> value;
        final Operand<? extends TType> first;
        final Operand<? extends TType> second;
        Operand<TFloat32> read;

        Variable(Shape shape, Operand<TFloat32> start) {
            value = handle(shape, start);
            first = handle(shape, filled(shape, 0));
            second = handle(shape, filled(shape, 0));
        }

        void read(Ops ops) {
            read = ops.readVariableOp(value, TFloat32.class);
        }
    }

    private Operand<? extends TType> handle(Shape shape, Operand<TFloat32> start) {
        var handle = tf.varHandleOp(TFloat32.class, shape, VarHandleOp.sharedName("v" + initialisation.size()));
        initialisation.add(tf.assignVariableOp(handle, start));
        return handle;
    }

    private Operand<TFloat32> filled(Shape shape, float value) {
        return tf.fill(tf.constant(shape.asArray()), tf.constant(value));
    }

    private Variable filledVariable(int size, float value) {
        return new Variable(Shape.of(size), filled(Shape.of(size), value));
    }

    private final class Dense {
        final Variable weights;
        final Variable bias;

        Dense(int inputs, int units) {
            double limit = Math.sqrt(6.0 / (inputs + units)); // Glorot's
            var start = new float[inputs * units];
            for (int i = 0; i < start.length; i++) {
                start[i] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            var shape = Shape.of(inputs, units);
            weights = new Variable(shape, tf.constant(shape, DataBuffers.of(start)));
            bias = filledVariable(units, 0);
        }

        Operand<TFloat32> of(Ops ops, Operand<TFloat32> x) {
            return ops.nn.biasAdd(ops.linalg.matMul(x, weights.read), bias.read);
        }
    }

    private final class Norm {
        final Variable gamma;
        final Variable beta;
        final Operand<? extends TType> mean;
        final Operand<? extends TType> variance;

        Norm(int units) {
            gamma = filledVariable(units, 1);
            beta = filledVariable(units, 0);
            mean = handle(Shape.of(units), filled(Shape.of(units), 0));
            variance = handle(Shape.of(units), filled(Shape.of(units), 1));
        }

        Operand<TFloat32> infer(Ops ops, Operand<TFloat32> x) {
            return scale(ops, x, ops.readVariableOp(mean, TFloat32.class), ops.readVariableOp(variance, TFloat32.class));
        }

        Operand<TFloat32> train(Ops ops, Operand<TFloat32> x, List<Op> updates) {
            var rows = ops.constant(new int[] {0});
            var ofBatch = ops.math.mean(x, rows);
            var spread = ops.math.mean(ops.math.squaredDifference(x, ops.stopGradient(ofBatch)), rows);
            updates.add(moved(ops, mean, ofBatch));
            updates.add(moved(ops, variance, spread));
            return scale(ops, x, ofBatch, spread);
        }

        private Op moved(Ops ops, Operand<? extends TType> moving, Operand<TFloat32> to) {
            var difference = ops.math.sub(ops.readVariableOp(moving, TFloat32.class), to);
            return ops.assignSubVariableOp(moving, ops.math.mul(difference, ops.constant(0.2f)));
        }

        private Operand<TFloat32> scale(
                Ops ops, Operand<TFloat32> x, Operand<TFloat32> center, Operand<TFloat32> spread) {
            var factor = ops.math.mul(ops.math.rsqrt(ops.math.add(spread, ops.constant(1e-3f))), gamma.read);
            return ops.math.add(
                    ops.math.mul(x, factor), ops.math.sub(beta.read, ops.math.mul(center, factor)));
        }
    }

    private final List<Dense> generator = stack(GENERATOR);
    private final List<Dense> critic = stack(CRITIC);
    private final List<Norm> norms = Arrays.stream(GENERATOR, 1, 4).mapToObj(Norm::new).toList();

    private List<Dense> stack(int[] units) {
        var layers = new ArrayList<Dense>();
        for (int i = 1; i < units.length; i++) {
            layers.add(new Dense(units[i - 1], units[i]));
        }
        return layers;
    }

    private static Operand<TFloat32> leaky(Ops ops, Operand<TFloat32> x) {
        return ops.nn.leakyRelu(x, LeakyRelu.alpha(0.2f));
    }

    /** Images of noise; of batch statistics where there is a list for their updates. */
    private Operand<TFloat32> draw(Ops ops, Operand<TFloat32> noise, List<Op> updates) {
        var x = noise;
        for (int i = 0; i < norms.size(); i++) {
            x = leaky(ops, generator.get(i).of(ops, x));
            x = updates == null ? norms.get(i).infer(ops, x) : norms.get(i).train(ops, x, updates);
        }
        return ops.math.tanh(generator.get(3).of(ops, x));
    }

    private Operand<TFloat32> score(Ops ops, Operand<TFloat32> images) {
        var x = images;
        for (var layer : critic.subList(0, 2)) {
            x = leaky(ops, layer.of(ops, x));
        }
        return critic.get(2).of(ops, x);
    }

    private Operand<TFloat32> rows(Operand<TFloat32> all, int update, int columns) {
        return tf.slice(all, tf.constant(new int[] {update * HALF, 0}), tf.constant(new int[] {HALF, columns}));
    }

    private static float[] ones(int count) {
        var ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private Operand<TFloat32> penalty(Ops ops, Operand<TFloat32> real, Operand<TFloat32> fake, Operand<TFloat32> alpha) {
        var between = ops.math.add(fake, ops.math.mul(alpha, ops.math.sub(real, fake)));
        var ones = ops.constant(Shape.of(HALF, 1), DataBuffers.of(ones(HALF))); // TensorFlow's own have no derivative
        Operand<TFloat32> slope = ops.gradients(
                        score(ops, between), List.of(between), Gradients.dx(List.of(ones)))
                .dy(0);
        var squares = ops.reduceSum(ops.math.square(slope), ops.constant(1));
        var norm = ops.math.sqrt(ops.math.add(squares, ops.constant(1e-12f)));
        var away = ops.math.square(ops.math.sub(norm, ops.constant(1f)));
        return ops.math.mul(ops.constant(PENALTY), ops.math.mean(away, ops.constant(0)));
    }

    private Operand<TFloat32> criticLoss(Ops ops, Operand<TFloat32> real, Operand<TFloat32> fake, Operand<TFloat32> alpha) {
        var signs = new float[2 * HALF]; // of means over fakes and reals
        Arrays.fill(signs, 0, HALF, -1f / HALF);
        Arrays.fill(signs, HALF, 2 * HALF, 1f / HALF);
        var scores = score(ops, ops.concat(List.of(real, fake), ops.constant(0)));
        var weighted = ops.math.mul(scores, ops.constant(Shape.of(2 * HALF, 1), DataBuffers.of(signs)));
        return ops.math.add(ops.reduceSum(weighted, ops.constant(new int[] {0, 1})), penalty(ops, real, fake, alpha));
    }

    private List<Op> adam(Operand<TFloat32> loss, List<Variable> variables, Operand<TFloat32> update) {
        var gradients = tf.gradients(loss, variables.stream().map(v -> v.read).toList());
        var all = new ArrayList<Op>();
        for (int i = 0; i < variables.size(); i++) {
            all.add(gradients.<TFloat32>dy(i));
        }
        var after = tf.withControlDependencies(all); // else a parameter could change while another's gradient needs it
        var first = after.math.pow(after.constant(0.5f), update);
        var second = after.math.pow(after.constant(0.9f), update);
        var updates = new ArrayList<Op>();
        for (int i = 0; i < variables.size(); i++) {
            var v = variables.get(i);
            updates.add(after.train.resourceApplyAdam(
                    v.value, v.first, v.second, first, second, tf.constant(1e-4f), tf.constant(0.5f),
                    tf.constant(0.9f), tf.constant(1e-7f), gradients.<TFloat32>dy(i)));
        }
        return updates;
    }

    private static List<Variable> variables(List<Dense> layers) {
        return layers.stream().flatMap(layer -> Stream.of(layer.weights, layer.bias)).toList();
    }

    private void run(int threads) {
        fillEvenly(pool);
        var real = input(CRITIC_UPDATES * HALF, PIXELS);
        var criticNoise = input(CRITIC_UPDATES * HALF, NOISE);
        var alpha = input(CRITIC_UPDATES * HALF, 1);
        var noise = input(BATCH, NOISE);
        var step = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar())); // from 0

        var ofCritic = variables(critic);
        var ofGenerator = new ArrayList<>(variables(generator));
        norms.forEach(norm -> ofGenerator.addAll(List.of(norm.gamma, norm.beta)));
        ofGenerator.forEach(variable -> variable.read(tf));

        var fakes = tf.stopGradient(draw(tf, criticNoise, null));
        var ops = tf;
        Operand<TFloat32> criticLoss = null;
        for (int i = 0; i < CRITIC_UPDATES; i++) {
            for (var variable : ofCritic) {
                variable.read(ops);
            }
            criticLoss = criticLoss(ops, rows(real, i, PIXELS), rows(fakes, i, PIXELS), rows(alpha, i, 1));
            var update = tf.math.add(tf.math.mul(step, tf.constant((float) CRITIC_UPDATES)), tf.constant(i + 1f));
            ops = tf.withControlDependencies(adam(criticLoss, ofCritic, update));
        }
        for (var variable : ofCritic) {
            variable.read(ops);
        }
        var updates = new ArrayList<Op>();
        var scores = score(ops, draw(ops, noise, updates));
        var generatorLoss = ops.math.neg(ops.math.mean(scores, ops.constant(new int[] {0, 1})));
        updates.addAll(adam(generatorLoss, ofGenerator, tf.math.add(step, tf.constant(1f))));
        var all = tf.withControlDependencies(updates).noOp();

        var configuration = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
        try (var session = new Session(graph, configuration)) {
            session.runner().addTarget(tf.withControlDependencies(initialisation).noOp()).run();
            var times = new double[STEPS];
            float[] losses = new float[2];
            for (int i = -WARM_UP; i < STEPS; i++) {
                long start = System.nanoTime();
                try (var r = images(CRITIC_UPDATES * HALF);
                        var c = gaussian(CRITIC_UPDATES * HALF);
                        var a = uniform(CRITIC_UPDATES * HALF);
                        var n = gaussian(BATCH);
                        var s = TFloat32.scalarOf(i + WARM_UP);
                        var result = session.runner()
                                .feed(real, r).feed(criticNoise, c).feed(alpha, a).feed(noise, n).feed(step, s)
                                .addTarget(all).fetch(criticLoss).fetch(generatorLoss).run()) {
                    losses[0] = ((TFloat32) result.get(0)).getFloat();
                    losses[1] = ((TFloat32) result.get(1)).getFloat();
                }
                if (i >= 0) {
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Arrays.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "tf%s-wgan-gp threads=%d median_ms=%.2f p10=%.2f p90=%.2f steps=%d d_loss=%.3f g_loss=%.3f%n",
                    TensorFlow.version(), threads, times[STEPS / 2], times[STEPS / 10], times[STEPS * 9 / 10], STEPS,
                    losses[0], losses[1]);
        }
    }

    private Placeholder<TFloat32> input(int rows, int columns) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(rows, columns)));
    }

    private final float[] pool = new float[4096 * PIXELS];

    /** Neighbours in a pool, as the tutorial's loop takes them. */
    private TFloat32 images(int count) {
        int first = random.nextInt(4096 - count) * PIXELS;
        return tensor(count, PIXELS, Arrays.copyOfRange(pool, first, first + count * PIXELS));
    }

    private TFloat32 gaussian(int rows) {
        var values = new float[rows * NOISE];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((float) random.nextGaussian() - 1) / 2;
        }
        return tensor(rows, NOISE, values);
    }

    private TFloat32 uniform(int rows) {
        var values = new float[rows];
        fillEvenly(values);
        return tensor(rows, 1, values);
    }

    private void fillEvenly(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
    }

    private static TFloat32 tensor(int rows, int columns, float[] values) {
        return TFloat32.tensorOf(Shape.of(rows, columns), DataBuffers.of(values));
    }

    public static void main(String[] arguments) {
        new TensorFlowWgan().run(Integer.parseInt(arguments[0]));
        System.exit(0);
    }
}
