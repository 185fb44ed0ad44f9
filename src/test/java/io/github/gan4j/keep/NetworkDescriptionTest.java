package io.github.gan4j.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Fuzz;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkDescriptionTest {
    private static final String DRAWS = "dense 100 12 identity unbiased, norm 12 0.001 0.8, activation leakyrelu:0.2,"
            + " reshape 2 3 2, transposed 2 4 5 2 identity unbiased, norm 4 0.001 0.8, convolution 4 3 5 3 tanh,"
            + " dropout 0.7, flatten 2 2 3, output 12 1 sigmoid";

    @Test
    void readsWhatItWrites() {
        var network = NetworkDescription.parse(DRAWS);
        assertEquals(DRAWS, network.text());
        assertEquals(network, NetworkDescription.parse(network.text()));
        assertEquals(100, network.inputs());
        assertEquals(1, network.outputs());
        int learned = 1200 + 24 + 200 + 8 + 303 + 13;
        assertEquals(learned + 24 + 8, network.parameters());
        assertEquals(2 * learned, network.optimizerState());
    }

    /** What a part becomes, and what the reader is told. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reshape 2 3 2, | '' | layers must fit each other",
                "reshape 2 3 2 | reshape 2 3 3 | layers must fit each other",
                "reshape 2 3 2 | reshape 2 3 2, flatten 2 3 2, reshape 2 3 2 | a layer must follow a change of shape",
                "reshape 2 3 2 | reshape 2 0 2 | a layer must have 1 to 1,000,000 units",
                "flatten 2 2 3, | '' | layers must fit each other",
                "flatten 2 2 3 | flatten 2 3 2 | layers must fit each other",
                "transposed 2 4 5 2 | transposed 4 4 5 2 | layers must fit each other",
                "transposed 2 4 5 2 | transposed 2 4 5 8 | a kernel and a stride must be 1 to 7, but one is 8",
                "transposed 2 4 5 2 | transposed 2 4 0 2 | a kernel and a stride must be 1 to 7, but one is 0",
                "transposed 2 4 5 2 | transposed 2 1000000 5 2 | an image must have at most 4,000,000 numbers",
                "norm 4 | norm 24 | layers must fit each other",
                "convolution 4 3 5 3 tanh | convolution 4 3 5 tanh | there is no layer convolution 4 3 5 tanh",
                "dropout 0.7 | dropout 0 | a share must be above 0 and at most 1, but is 0",
                "dropout 0.7 | dropout 1.1 | a share must be above 0 and at most 1, but is 1.1",
                "dropout 0.7 | dropout 0.7 unbiased | there is no layer dropout 0.7 unbiased",
                "output 12 1 sigmoid | reshape 2 2 3 | a layer must follow a change of shape",
                "dense 100 12 identity unbiased | activation tanh | a network must have inputs",
            })
    void refusesWhatDoesNotFit(String part, String other, String words) {
        assertTrue(DRAWS.contains(part));
        var text = DRAWS.replace(part, other).replace(",  ", ", ");
        var message = assertThrows(IllegalArgumentException.class, () -> NetworkDescription.parse(text))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void refusesImagesThatGrowWithoutEnd() {
        var growing = "reshape 1 1 1" + ", transposed 1 1 7 7 tanh".repeat(90);
        assertThrows(IllegalArgumentException.class, () -> NetworkDescription.parse(growing));
    }

    @Test
    void readsOrRefusesWhateverTheTextIs() {
        var fuzz = new Fuzz();
        var bytes = DRAWS.getBytes(StandardCharsets.UTF_8);
        fuzz.run("layers of a checkpoint", 4_000, 1_000_000, () -> {
            try {
                NetworkDescription.parse(new String(fuzz.mutated(bytes), StandardCharsets.UTF_8));
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }
}
