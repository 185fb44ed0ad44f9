package io.github.gan4j.data;

import javax.imageio.stream.ImageInputStreamImpl;

/** The bytes of a file for ImageIO, whose own streams over memory copy them or put them on the disk. */
final class ImageBytes extends ImageInputStreamImpl {
    private final byte[] bytes;

    ImageBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        bitOffset = 0;
        int count = (int) Math.min(length, bytes.length - streamPos);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    /** Empty, so that Java does not keep each stream, and its bytes, for a thread that would close it. */
    @Override
    @SuppressWarnings("deprecation")
    protected void finalize() {}
}
