/** The toolkit as a user sees it: the verbs of {@link io.github.gan4j.Gan4j} and the values they give. */
@NullMarked
package io.github.gan4j;

import org.jspecify.annotations.NullMarked;
