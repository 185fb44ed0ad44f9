package io.github.gan4j.judge;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whether digits lie on their side, rows and columns exchanged, as those of EMNIST's files do. */
final class Transposition {
    private static final double BETTER = 0.05; // of confidence: MNIST loses 0.13 when it is transposed

    private Transposition() {}

    /** Whether the classifier is far surer of images [n, 784] once they are transposed. */
    static boolean isRight(DigitClassifier classifier, INDArray images) {
        return classifier.predict(transposed(images)).confidence()
                > classifier.predict(images).confidence() + BETTER;
    }

    /** The same of images that a pair was trained on, of which at most so many are looked at. */
    static boolean isRight(DigitClassifier classifier, Images images, int most) {
        return isRight(classifier, images.batch(0, Math.min(most, images.size())));
    }

    static INDArray transposed(INDArray images) {
        var shape = ImageShape.MNIST;
        return images.reshape(images.size(0), shape.height(), shape.width())
                .permute(0, 2, 1)
                .dup('c')
                .reshape(images.size(0), shape.features());
    }
}
