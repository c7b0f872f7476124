"""A chart as a file: the palette, the style and the form that all charts share, and what can be wrong with where it is to go."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import OutputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".svg", ".png")
# The palette of Okabe and Ito (2008), which colour-blind readers can tell apart: blue, vermilion, black.
COOPERATION_COLOUR, CONFLICT_COLOUR, GOLDSTEIN_COLOUR = "#0072B2", "#D55E00", "#222222"


def check_chart(path: Path) -> None:
    """Look at what can be known of a chart's file before anything is read.

    Raises:
        OutputError: the suffix is neither .svg nor .png, or the folder is missing or closed to us.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise OutputError(f"{path}: a chart must end in {' or '.join(SUFFIXES)}.")
    if not path.parent.is_dir():
        raise OutputError(f"{path} cannot be written: there is no folder {path.parent}.")
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError(f"{path} cannot be written: permission denied.")


@contextmanager
def drawing(path: Path, width: float, height: float, *, font: int = 9, without: Sequence[str] = ("top",)) -> Iterator["Figure"]:
    """Give an empty figure of `width` times `height` inches to draw on, and write it to `path` at the end.

    `font` is the size of letters in points, `without` names the sides of a panel that have no line, of top and right.

    Raises:
        OutputError: the file cannot be written.
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    # Fixed ids and no date, so that the same events give the same file. Ticks are made on saving, so the style holds till then.
    has_top, has_right = "top" not in without, "right" not in without
    with mpl.rc_context(
        {"svg.hashsalt": "comity", "font.size": font, "axes.spines.top": has_top, "axes.spines.right": has_right}
    ):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield figure
        try:
            figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)
        except OSError as error:
            raise OutputError(f"{path} cannot be written: {error.strerror or error}") from error
