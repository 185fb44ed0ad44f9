package io.github.gan4j.train;

import io.github.gan4j.train.FamilyCase.Family;
import io.github.gan4j.train.FamilyCase.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A case of the whole reference on MNIST's images and labels, where that and PyTorch are to be had.
 *
 * @param given the weights and batches
 * @param expected what the reference makes of them
 */
record FamilyOracle(Family family, int steps, Map<String, double[]> given, Map<String, double[]> expected) {
    /** Runs the reference, unless the folder has its result. */
    static FamilyOracle of(Path folder, Family family, String seed, int steps) throws Exception {
        var python = DcganOracleTest.pythonWithTorch();
        var model = family.model().name().toLowerCase(Locale.ROOT);
        var loss = family.options().loss().isScore() ? "wgan-gp" : "bce";
        var name = model + "-" + family.classes() + "-" + loss + "-" + seed;
        var given = folder.resolve(name + "-case.npz");
        var result = folder.resolve(name + "-expected.npz");
        if (!Files.exists(result)) {
            var options = String.format(
                    Locale.ROOT,
                    "--model %s --width 8 --classes %d --loss %s --seed %s --steps %d",
                    model,
                    family.classes(),
                    loss,
                    seed,
                    steps);
            DcganOracleTest.families(python, ("make " + given + " " + options).split(" "));
            DcganOracleTest.families(python, "run", given + "", result + "");
        }
        return new FamilyOracle(family, steps, Npz.read(given), Npz.read(result));
    }

    ParityCase.Result run(Route route, DataType type) {
        return FamilyCase.of(family, given, type).run(route, FamilyCase.batches(family, given, steps, type));
    }
}
