"""What a user may set once for all commands: a file `comity.toml` in the working folder. Imports nothing above it.

A command's option wins over the file, the file over the defaults below.
"""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from etl.errors import InputError

FILE_NAME = "comity.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings and their defaults.

    `data` is the folder that `build` and `import` write and `query`, `dyad`, `index`, `agreement`, `release` and `doctor` read;
    `parser` names an installed spaCy model for what codes (`build`, `code`, `classify`, `explain`, `evaluate`, `doctor`), None
    being the pinned one; `workers` is the number of coding processes of `build`.
    """

    data: Path = Path("data/build")
    parser: str | None = None
    workers: int = 1


def load_settings(folder: Path = Path()) -> Settings:
    """Read `comity.toml` in `folder`; without the file, the defaults hold.

    Raises:
        InputError: the file is no TOML, or holds a key or a type that is not known.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Settings()
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not valid TOML: {error}") from error
    allowed = {field.name for field in fields(Settings)}
    if unknown := sorted(set(found) - allowed):
        raise InputError(f"{path}: unknown setting {unknown[0]!r}; allowed are {', '.join(sorted(allowed))}.")
    data, parser, workers = found.get("data", "data/build"), found.get("parser"), found.get("workers", 1)
    if not isinstance(data, str):
        raise InputError(f"{path}: data must be a folder in quotes, not {data!r}.")
    if parser is not None and not isinstance(parser, str):
        raise InputError(f"{path}: parser must be the name of a spaCy model in quotes, not {parser!r}.")
    if not isinstance(workers, int) or isinstance(workers, bool) or workers < 1:
        raise InputError(f"{path}: workers must be a whole number of at least 1, not {workers!r}.")
    return Settings(data=Path(data), parser=parser, workers=workers)
