/** The exercises after the tutorial: their tasks, their solutions, and how an answer is judged. */
@NullMarked
package io.github.gan4j.exercise;

import org.jspecify.annotations.NullMarked;
