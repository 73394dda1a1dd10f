"""Small pictures for tests."""

import struct
import zlib


def _potongan(nama: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))


def kepala_png(lebar: int, tinggi: int) -> bytes:
    """Return how a grey picture begins: what it is and how large."""
    ukuran = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _potongan(b"IHDR", ukuran)


def png(lebar: int, tinggi: int) -> bytes:
    """Return a grey picture."""
    titik = zlib.compress((b"\0" + b"\x80" * lebar) * tinggi)
    return kepala_png(lebar, tinggi) + _potongan(b"IDAT", titik) + _potongan(b"IEND", b"")


def jpeg(lebar: int, tinggi: int) -> bytes:
    """Return the beginning and the end of a picture, which is all that is read of it."""
    kepala = b"\xff\xe0\x00\x10JFIF" + b"\0" * 10
    return b"\xff\xd8" + kepala + b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", tinggi, lebar) + b"\0" * 12 + b"\xff\xd9"
