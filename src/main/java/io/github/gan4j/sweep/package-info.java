/** Many runs at once: what one of them is, where they run, the file that keeps them, and whether variants differ. */
@NullMarked
package io.github.gan4j.sweep;

import org.jspecify.annotations.NullMarked;
