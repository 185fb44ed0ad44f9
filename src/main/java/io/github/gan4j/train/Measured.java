package io.github.gan4j.train;

/**
 * What one update measured before it changed anything.
 *
 * @param loss the mean loss of the images judged, in nats
 * @param accuracy the share of them told right at threshold 0.5
 */
public record Measured(double loss, double accuracy) {}
