"""Where data goes: standard output, or a file or folder that appears under its name only when it is whole."""

import os
import shutil
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


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write into, which takes the place of `folder` with all it holds at the end, or is gone.

    Raises:
        OutputError: a folder or what is put into it cannot be written.
    """
    unfinished, old = (folder.with_name(f".{folder.name}.{kind}.{os.getpid()}") for kind in ("new", "old"))
    try:
        unfinished.mkdir(parents=True)
        yield unfinished
        if folder.exists():
            folder.replace(old)
        unfinished.replace(folder)
    except OSError as error:
        raise OutputError(f"{folder} cannot be written: {error}") from error
    finally:
        for path in (unfinished, old):
            shutil.rmtree(path, ignore_errors=True)
