/** A sweep as a Spark job: its session, what is sent to the executors, and what they do with it. */
@NullMarked
package io.github.gan4j.spark;

import org.jspecify.annotations.NullMarked;
