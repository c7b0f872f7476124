"""SHA256SUMS: one line for each file of a folder, in the form that `sha256sum --check` reads."""

import hashlib
import re
from pathlib import Path

from etl.errors import InputError

NAME = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files(folder: Path) -> list[str]:
    """Return every file of a folder but SHA256SUMS, relative to it and in order."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if name != NAME)


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS over all other files of a folder."""
    lines = [f"{digest(folder / name)}  {name}\n" for name in files(folder)]
    (folder / NAME).write_text("".join(lines), encoding="utf-8")


def read_sums(folder: Path) -> dict[str, str]:
    """Return file -> SHA-256 as SHA256SUMS says.

    Raises:
        InputError: there is no such file, or a line of it is not of its form.
    """
    path = folder / NAME
    if not path.is_file():
        raise InputError(f"{folder} is no release: it holds no {NAME}. `comity release` makes one.")
    sums = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise InputError(f"{path}, line {number}: {line[:100]!r} is not a SHA-256, two spaces and a file.")
        sums[match[2]] = match[1]
    return sums


def differences(folder: Path) -> list[str]:
    """Return one sentence for each file that is changed, missing, or there without a line in SHA256SUMS; none where all agree."""
    sums, present = read_sums(folder), set(files(folder))
    faults = [f"{name} is missing" for name in sums if name not in present]
    faults += [f"{name} stands in no line of {NAME}" for name in sorted(present - set(sums))]
    faults += [f"{name} is changed" for name, said in sums.items() if name in present and digest(folder / name) != said]
    return faults
