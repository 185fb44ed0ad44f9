// 2. The generator: 100 random numbers in, one image out.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var generator = buildGenerator();
System.out.println(generator);                // n is any number of images
summary(generator);                           // row by row as Keras prints it; None is any number of images

// The random numbers are called noise. The tutorial trains on normal(-1, 1) / 2: mean -0.5, standard deviation 0.5.
var noise = Noise.TRAINING.draw(16, 42);      // [16, 100], seed 42

// What each layer makes of the noise; the first shape is that of the noise itself. The false says "not training":
// batch normalisation takes the averages that it kept, not those of these 16.
for (var output : generator.network().feedForward(noise, false)) {
    System.out.println(Arrays.toString(output.shape()));
}

var fog = generator.network().output(noise, false); // [16, 784]
System.out.println("values: from " + fog.minNumber() + " to " + fog.maxNumber());
show(plotGrid(fog));                          // grey fog: nothing is learned yet
