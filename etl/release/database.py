"""The dataset as one DuckDB file that stands alone, its bytes the same for the same tables.

DuckDB gives every new file a random identifier: 16 bytes of the first block, which a checksum covers. Everything else follows
from the tables. So that two releases of one dataset are equal, the identifier is set to a hash of the rest of the file.
"""

import hashlib
import os
import struct
from pathlib import Path

from etl.views import export

NAME = "comity.duckdb"

_BLOCK = 4096  # the first block: 8 bytes of checksum, then what they cover
_IDENTIFIER = slice(124, 140)
_MULTIPLIER = 0xBF58476D1CE4E5B9
_START = 5381


def write_database(folder: Path) -> bool:
    """Write the tables and views of a release folder as one DuckDB file; return whether its bytes are stable.

    They are not where this version of DuckDB writes its first block in another form than 2.0 does: the file is good all the same.
    """
    path = folder / NAME
    export(folder, path)
    with path.open("r+b") as file:
        block = bytearray(file.read(_BLOCK))
        if struct.unpack_from("<Q", block)[0] != _checksum(block):
            return False
        block[_IDENTIFIER] = bytes(16)
        rest = hashlib.sha256(block[8:])
        while chunk := file.read(1 << 20):
            rest.update(chunk)
        block[_IDENTIFIER] = rest.digest()[:16]
        struct.pack_into("<Q", block, 0, _checksum(block))
        file.seek(0)
        file.write(block)
        os.fsync(file.fileno())
    return True


def _checksum(block: bytes | bytearray) -> int:
    """Return the checksum that DuckDB keeps of a block: over its words of 8 bytes but the first, which holds it."""
    result = _START
    for (word,) in struct.iter_unpack("<Q", block[8:]):
        result ^= word * _MULTIPLIER & 0xFFFF_FFFF_FFFF_FFFF
    return result
