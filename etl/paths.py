"""Where Comity's own files lie. Imports nothing from the project.

In a checkout sql/ and data/ lie beside etl/; in an installed wheel they are package data below etl/. Whichever exists is used.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent

ROOT = _CHECKOUT if (_CHECKOUT / "pyproject.toml").exists() and (_CHECKOUT / "sql").exists() else _PACKAGE / "_shipped"
DICTIONARIES = ROOT / "data" / "dictionaries"
SAMPLE = ROOT / "data" / "sample"
MODELS = ROOT / "data" / "models"
SQL = ROOT / "sql"
SQL_BUILD = SQL / "build"
SQL_VIEWS = SQL / "views"
SQL_MACROS = SQL / "macros"
SQL_INDICES = SQL / "indices"
SQL_CHECKS = SQL / "checks"


def modules_of(*packages: str) -> list[tuple[str, Path]]:
    """Return the modules of some packages of etl with all packages below them, each with its name: "coder/days/owners.py"."""
    found = (path for package in packages for path in sorted((_PACKAGE / package).rglob("*.py")))
    return [(path.relative_to(_PACKAGE).as_posix(), path) for path in found]
