/** Runs scripts as JShell does, but stops at the first snippet that fails. */
@NullMarked
package io.github.gan4j.run;

import org.jspecify.annotations.NullMarked;
