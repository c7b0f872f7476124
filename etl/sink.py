"""Where a command's data goes: standard output, or a file that appears under its name only when it is whole."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from etl.errors import OutputError


@contextmanager
def sink(output: Path | None) -> Iterator[IO[bytes]]:
    """Give a byte stream to write to; None and `-` are standard output.

    Raises:
        OutputError: the file cannot be written.
    """
    if output is None or str(output) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    unfinished = output.with_name(f".{output.name}.unfinished")
    try:
        stream = unfinished.open("wb")
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror or error}") from error
    try:
        with stream:
            yield stream
        unfinished.replace(output)
    except IsADirectoryError as error:
        raise OutputError(f"{output} is a folder, not a file.") from error
    finally:
        unfinished.unlink(missing_ok=True)
