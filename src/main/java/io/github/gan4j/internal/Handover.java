package io.github.gan4j.internal;

/**
 * An array that its maker gives away and never touches again, so that the taker need not copy it: millions of drawn digits are
 * in memory once.
 *
 * @param array what is given away
 */
public record Handover(byte[] array) {}
