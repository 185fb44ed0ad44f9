package io.github.gan4j.train.fused;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.updater.BaseMultiLayerUpdater;
import org.deeplearning4j.nn.updater.UpdaterBlock;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Where DL4J keeps Adam's two moments of each parameter: neighbouring parameters with the same optimizer form a block,
 * and a block's state is the first moments of all of them, then the second.
 */
public final class AdamState {
    private final MultiLayerNetwork network;
    private final BaseMultiLayerUpdater<?> updater;

    /** The optimizer state of a network. */
    public AdamState(MultiLayerNetwork network) {
        this.network = network;
        this.updater = (BaseMultiLayerUpdater<?>) network.getUpdater();
    }

    /** A view of the first moments of a parameter, in the order of the parameter's memory. */
    public INDArray firstMoment(int layer, String parameter) {
        return view(layer, parameter, false);
    }

    /** A view of the second moments of a parameter, in the order of the parameter's memory. */
    public INDArray secondMoment(int layer, String parameter) {
        return view(layer, parameter, true);
    }

    private INDArray view(int layer, String parameter, boolean second) {
        for (var block : updater.getUpdaterBlocks()) {
            for (var state : block.getLayersAndVariablesInBlock()) {
                if (state.getLayer() == network.getLayer(layer)
                        && state.getParamName().equals(parameter)) {
                    return view(block, state, second);
                }
            }
        }
        throw new IllegalArgumentException("no optimizer state for parameter " + layer + "_" + parameter);
    }

    private INDArray view(UpdaterBlock block, UpdaterBlock.ParamState state, boolean second) {
        int moments = block.getParamOffsetEnd() - block.getParamOffsetStart();
        int from = block.getUpdaterViewOffsetStart() + state.getParamOffsetStart() - block.getParamOffsetStart();
        from += second ? moments : 0;
        int count = state.getParamOffsetEnd() - state.getParamOffsetStart();
        return updater.getStateViewArray().get(NDArrayIndex.interval(from, from + count));
    }
}
