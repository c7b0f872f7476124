"""Where Comity's own files lie. Imports nothing from the project.

In a checkout sql/ and data/ lie beside etl/; in an installed wheel they are package data below etl/. Whichever exists is used.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def _shipped(relative: str) -> Path:
    """Return the path of a shipped folder, from the checkout or from the installed package."""
    in_checkout = _CHECKOUT / relative
    return in_checkout if in_checkout.exists() and (_CHECKOUT / "pyproject.toml").exists() else _PACKAGE / "_shipped" / relative


def modules_of(*packages: str) -> list[tuple[str, Path]]:
    """Return the modules of some packages of etl with all packages below them, each with its name: "coder/days/owners.py"."""
    found = (path for package in packages for path in sorted((_PACKAGE / package).rglob("*.py")))
    return [(path.relative_to(_PACKAGE).as_posix(), path) for path in found]


DICTIONARIES = _shipped("data/dictionaries")
SAMPLE = _shipped("data/sample")
MODELS = _shipped("data/models")
SQL_VIEWS = _shipped("sql/views")
SQL_CHECKS = _shipped("sql/checks")
