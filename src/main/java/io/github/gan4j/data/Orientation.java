package io.github.gan4j.data;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as EXIF's orientation tells it: the stored pixels are turned and mirrored to stand upright.
 *
 * <p>Source: JEITA CP-3451, "Exchangeable image file format for digital still cameras", tag 274.
 *
 * @param value 1 (upright) to 8
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int START_OF_SCAN = 0xffda;
    private static final int APP_1 = 0xffe1;
    private static final long EXIF = 0x457869660000L; // "Exif" and two zeros
    private static final int EXIF_BYTES = 6;
    private static final int TAG = 274;
    private static final int ENTRY_BYTES = 12;

    /** What a JPEG or TIFF file says; upright where it says nothing, or something that no camera writes. */
    static Orientation of(byte[] file) {
        try {
            var bytes = ByteBuffer.wrap(file);
            return switch (bytes.getShort(0) & 0xffff) {
                case 0xffd8 -> ofJpeg(bytes.position(2));
                case 0x4949, 0x4d4d -> ofTiff(bytes);
                default -> UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
            return UPRIGHT; // garbled, which no reason is not to read the pixels
        }
    }

    private static Orientation ofJpeg(ByteBuffer bytes) {
        while (true) {
            int marker = bytes.getShort() & 0xffff;
            int next = bytes.position() + (bytes.getShort(bytes.position()) & 0xffff);
            int content = bytes.position() + Short.BYTES;
            if (marker == APP_1 && bytes.getLong(content) >>> Short.SIZE == EXIF) {
                return ofTiff(bytes.position(content + EXIF_BYTES).slice());
            }
            if (marker <= 0xff00 || marker == START_OF_SCAN) {
                return UPRIGHT;
            }
            bytes.position(next);
        }
    }

    /** From the entries of the first directory: tag, type, count, value. */
    private static Orientation ofTiff(ByteBuffer bytes) {
        bytes.order(bytes.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        bytes.position(bytes.getInt(4));
        int entries = bytes.getShort() & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = bytes.position();
            int value = bytes.getShort(entry + 8);
            if ((bytes.getShort(entry) & 0xffff) == TAG && value >= 1 && value <= 8) {
                return new Orientation(value);
            }
            bytes.position(entry + ENTRY_BYTES);
        }
        return UPRIGHT;
    }

    /** Whether rows become columns. */
    boolean swaps() {
        return value >= 5;
    }

    /** The place, counted row by row, of a stored pixel in the upright picture, for stored pixels of so many rows and columns. */
    int place(int row, int column, int rows, int columns) {
        int x = value == 2 || value == 3 || value == 7 || value == 8 ? columns - 1 - column : column;
        int y = value == 3 || value == 4 || value == 6 || value == 7 ? rows - 1 - row : row;
        return swaps() ? x * rows + y : y * columns + x;
    }
}
