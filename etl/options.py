"""Options that several commands share, and how their values become what the pipeline wants."""

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from etl.settings import load_settings

if TYPE_CHECKING:
    from etl.sources import ReadOptions

Command = TypeVar("Command", bound=Callable[..., Any])

# The fields of an article that a table may call by another name: the keys of etl.sources.options.FIELDS.
COLUMN_FIELDS = ("id", "date", "title", "text", "source", "url", "language", "source_country")

ARTICLE_FILES = "JSON lines, JSON, CSV, TSV, Parquet (also .gz), text files, or folders of them"


def reading(command: Command) -> Command:
    """Add the options that say how articles are read."""
    for field in reversed(COLUMN_FIELDS):
        name = field.replace("_", "-")
        option = click.option(
            f"--{name}-column", f"column_{field}", metavar="NAME", help=f"Column that holds the article's {name}."
        )
        command = option(command)
    command = click.option("--encoding", default="utf-8", show_default=True, metavar="NAME", help="Encoding of the files.")(
        command
    )
    command = click.option("--language", metavar="CODE", help="Language (ISO 639-1) of articles that name none.")(command)
    command = click.option("--source", metavar="NAME", help="Publisher of articles that name none.")(command)
    return click.option("--date", metavar="DAY", help="Publication day of articles that have none.")(command)


def writing(command: Command) -> Command:
    """Add `--output`, a file or `-` for standard output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write here, not to standard output.",
    )(command)


def coding(command: Command) -> Command:
    """Add `--parser`, `--dictionaries` and `--no-model`; the command gets what they mean as `equipment`."""

    @functools.wraps(command)
    def equipped(*arguments: Any, parser: str | None, dictionaries: tuple[Path, ...], no_model: bool, **rest: Any) -> Any:  # noqa: ANN401
        from etl.engines.equipment import Equipment

        equipment = Equipment(parser=parser, overlays=dictionaries)
        return command(*arguments, equipment=replace(equipment, model=None) if no_model else equipment, **rest)

    options = (
        click.option(
            "--parser",
            metavar="MODEL",
            default=lambda: load_settings().parser,
            help="Installed spaCy model instead of the pinned one.",
        ),
        click.option(
            "--dictionaries",
            multiple=True,
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            metavar="DIR",
            help="Folder of rows that add to, replace or retire those of Comity. Repeatable.",
        ),
        click.option("--no-model", is_flag=True, help="Read by rules alone, without the relation model."),
    )
    for option in reversed(options):
        equipped = option(equipped)
    return cast("Command", equipped)


def reading_data(command: Command) -> Command:
    """Add `--data`, the folder of a built dataset."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        default=lambda: load_settings().data,
        metavar="DIR",
        help="Folder of a built dataset (default: data/build).",
    )(command)


def read_options(values: dict[str, Any]) -> "ReadOptions":
    """Take the values of the reading options out of a command's parameters and return them as `ReadOptions`."""
    from etl.sources import ReadOptions

    columns = {field: values.pop(f"column_{field}") for field in COLUMN_FIELDS}
    return ReadOptions(
        encoding=values.pop("encoding"),
        columns={field: name for field, name in columns.items() if name},
        date=values.pop("date"),
        source=values.pop("source"),
        language=values.pop("language"),
    )
