"""Reads pictures with Python's standard library alone."""
import struct
import zlib


def png(data):
    """(width, height, rows): each row a list of (red, green, blue). For 8 bits a channel, not interlaced."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n", "no PNG"
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, bits, color, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert bits == 8 and color in (0, 2, 6) and not interlaced, (bits, color, interlaced)
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    channels = {0: 1, 2: 3, 6: 4}[color]
    return width, height, list(rows(zlib.decompress(packed), width, height, channels))


def rows(raw, width, height, channels):
    stride = width * channels
    above = bytearray(stride)
    for y in range(height):
        kind = raw[y * (stride + 1)]
        line = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        unfilter(kind, line, above, channels)
        above = line
        yield [tuple(line[i:i + 3]) if channels > 1 else (line[i],) * 3 for i in range(0, stride, channels)]


def unfilter(kind, line, above, channels):
    if kind == 2:  # the most common one
        line[:] = bytes((a + b) & 255 for a, b in zip(line, above))
        return
    for i in range(len(line) if kind else 0):
        left = line[i - channels] if i >= channels else 0
        corner = above[i - channels] if i >= channels else 0
        line[i] = (line[i] + predicted(kind, left, above[i], corner)) & 255


def predicted(kind, left, above, corner):
    if kind == 4:
        return paeth(left, above, corner)
    return left if kind == 1 else (left + above) // 2


def paeth(left, above, corner):
    a, b, c = abs(above - corner), abs(left - corner), abs(left + above - 2 * corner)
    return left if a <= b and a <= c else above if b <= c else corner


def frames(gif):
    """The number of pictures in an animated GIF: each has a graphic control extension."""
    assert gif[:6] == b"GIF89a", "no GIF"
    return gif.count(b"\x21\xf9\x04")


def count(picture, matches):
    """How many pixels match."""
    return sum(1 for row in picture[2] for pixel in row if matches(*pixel))


def is_blue(red, green, blue):
    return blue > 200 and red < 80 and green < 80


def is_red(red, green, blue):
    return red > 200 and green < 150 and blue < 150
