package io.github.gan4j.show;

import java.util.List;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** How rapaio's kernel shows the toolkit's values. It finds this class by itself; nothing else ever loads it. */
public final class RapaioDisplay implements DisplayProvider {
    /** For the kernel's service loader. */
    public RapaioDisplay() {}

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return Contents.TYPES.stream().<DisplayRenderer>map(Renderer::new).toList();
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of(new Transformer());
    }

    private record Renderer(Class<?> rendererClass) implements DisplayRenderer {
        @Override
        public boolean canRender(String mimeType) {
            return true;
        }

        @Override
        public DisplayData render(String mimeType, Object value) {
            var data = DisplayData.fromText(value.toString());
            Contents.of(value).mime().forEach(data::putData);
            return data;
        }
    }

    /** The kernel takes plain values for HTML and so swallows their line breaks; the toolkit's keep them. */
    private static final class Transformer implements DisplayTransformer {
        @Override
        public boolean canTransform(Object value) {
            return Contents.isOurs(value);
        }

        @Override
        public Class<?> transformedClass() {
            return TextContent.class;
        }

        @Override
        public Object transform(Object value) {
            return new TextContent(value.toString());
        }
    }
}
