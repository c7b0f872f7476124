"""The command `comity`: one thin function a command, and the one place where an error becomes an exit code.

Data goes to standard output or `--output`, progress and logs to standard error. Exit codes: 0 done, 1 failed (the message says
why and what to do), 2 wrong usage.
"""

import errno
import json
import logging
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from etl import __version__, options, paths
from etl.errors import ComityError
from etl.interruption import stoppable
from etl.settings import load_settings
from etl.sink import sink

if TYPE_CHECKING:
    from etl.engines.equipment import Equipment

DAY = click.DateTime(["%Y-%m-%d"])
FOLDER = click.Path(file_okay=False, path_type=Path)


class Doors(click.Group):
    """The group of commands; turns every error into one clear sentence and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except ComityError as error:
            raise click.ClickException(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of our output went away: click ends quietly
                raise
            raise click.ClickException(f"{error.filename or 'system'}: {error.strerror or error}") from error
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params.get("verbose"):
                raise
            message = f"a fault in Comity, please report it: {type(error).__name__}: {error} (comity -v shows where)"
            raise click.ClickException(message) from error


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="comity %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Log every step; show where a fault lies.")
def main(*, verbose: bool) -> None:
    """News articles in, country-to-country events out: who did what to whom, when, in which sentence."""
    level = logging.DEBUG if verbose else logging.WARNING
    logging.basicConfig(level=level, stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s", force=True)


@main.command()
@click.option(
    "--articles", multiple=True, type=click.Path(path_type=Path), metavar="PATH", help=f"{options.ARTICLE_FILES}. Repeatable."
)
@click.argument("more", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--out", type=FOLDER, default=lambda: load_settings().data, metavar="DIR", help="Folder of the dataset (default: data/build)."
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: load_settings().workers,
    metavar="N",
    help="Coding processes (default: 1).",
)
@options.coding
@options.reading
def build(
    articles: tuple[Path, ...], more: tuple[Path, ...], out: Path, workers: int, equipment: "Equipment", **reading: object
) -> None:
    """Build the dataset from articles: Parquet tables, checked, ready for `query` and `dyad`.

    Idempotent and incremental: what is coded already is not coded again, and the same articles give the same bytes in any order
    and with any number of workers.
    """
    from etl.pipeline import Build
    from etl.progress import RunProgress

    if not (given := [*articles, *more]):
        raise click.UsageError("Say which articles: --articles PATH")
    with stoppable(out) as going_on, RunProgress() as progress:
        run = Build(given, options.read_options(reading), out, workers=workers, equipment=equipment)
        report = run.run(going_on(progress.advance))
    click.echo(report)


@main.command()
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ARTICLES...")
@options.writing
@click.option("--all-status", is_flag=True, help="Also hypothetical, negated, recalled and alleged acts.")
@options.coding
@options.reading
def code(articles: tuple[Path, ...], output: Path | None, *, all_status: bool, equipment: "Equipment", **reading: object) -> None:
    """Code articles: one row per mention, as .jsonl or .parquet by the suffix of the output.

    Without --all-status only acts that happened or are announced.
    """
    from etl.mention_file import MentionFile
    from etl.progress import RunProgress

    with RunProgress() as progress:
        run = MentionFile(equipment=equipment, all_status=all_status, advance=progress.advance)
        summary = run.write(articles, options.read_options(reading), output)
    click.echo(summary, err=True)


@main.command()
@click.argument("pairs", type=click.Path(path_type=Path), metavar="PAIRS.jsonl")
@options.writing
@click.option("--allow-none", is_flag=True, help="Give no code where none is warranted; otherwise the likeliest is given.")
@options.coding
def classify(pairs: Path, output: Path | None, *, allow_none: bool, equipment: "Equipment") -> None:
    """Classify what a source does to a target in a sentence.

    One JSON object a line: {"id", "text", "source": [start, end], "target": [start, end]}, offsets in characters.
    """
    from etl.pairs import classify_file
    from etl.report import counted

    with sink(output) as out:
        count = classify_file(pairs, out, equipment=equipment, allow_none=allow_none)
    click.echo(f"{counted(count, 'pair')} classified", err=True)


@main.command()
@click.argument("sentence")
@click.option("--date", "published", type=DAY, metavar="DAY", help="Day of publication (default: today).")
@click.option(
    "--headline", is_flag=True, help="The sentence is a headline: title case, clipped verbs, the speaker behind a colon."
)
@options.coding
def explain(sentence: str, published: datetime | None, *, headline: bool, equipment: "Equipment") -> None:
    """Show how a sentence is read: parse, actors, frames, status, dates, and why each event did or did not come out."""
    from etl.engines.equipment import load_coder

    day = published.date() if published else date.today()  # noqa: DTZ011 - the reader's own today
    click.echo(load_coder(equipment).explain(sentence, day, is_title=headline))


@main.command()
@click.argument("sql")
@options.reading_data
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "parquet"]), default="table", show_default=True)
@options.writing
def query(sql: str, data: Path, form: str, output: Path | None) -> None:
    """Ask a built dataset in SQL, e.g. "from dyad_month where source_country = 'CHN'"."""
    from etl.query import answer, open_data

    if form == "parquet" and output is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is no text for a terminal: give --output FILE.parquet")
    with open_data(data, commented=True) as connection, sink(output) as out:
        answer(connection, sql, form, out)


@main.command()
@click.argument("source")
@click.argument("target")
@options.reading_data
@click.option("--from", "since", type=DAY, metavar="DAY", help="First day.")
@click.option("--to", "until", type=DAY, metavar="DAY", help="Last day.")
@click.option(
    "--top", type=click.IntRange(0), default=10, show_default=True, metavar="N", help="How many of the strongest events to show."
)
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Also draw a chart: .svg or .png.")
def dyad(
    source: str, target: str, data: Path, since: datetime | None, until: datetime | None, top: int, chart: Path | None
) -> None:
    """Show how two countries treat each other: month by month, both ways, with the sentences that say so.

    SOURCE and TARGET are ISO 3166-1 alpha-3 codes: comity dyad CHN KOR
    """
    from etl.chart import check_chart
    from etl.dyad import Dyad, Period
    from etl.query import open_data

    if chart is not None:
        check_chart(chart)
    period = Period(since.date() if since else None, until.date() if until else None)
    with open_data(data) as connection:
        found = Dyad.read(connection, source, target, period)
        strongest = found.strongest(connection, top)
    if chart is not None:  # before the first line is printed: whoever reads the lines may go away after a few
        found.draw(chart)
        click.echo(f"chart written to {chart}", err=True)
    click.echo(found.table())
    click.echo(strongest)


@main.command("index")
@click.argument("source", required=False)
@click.argument("target", required=False)
@options.reading_data
@click.option("--list", "listing", is_flag=True, help="List the indices with their versions, meaning and who uses them.")
@click.option("--index", default="net_cooperation", show_default=True, metavar="NAME", help="Which index; --list shows them.")
@click.option(
    "--by", "unit", type=click.Choice(["day", "week", "month", "year"]), default="month", show_default=True, help="Period."
)
@click.option("--from", "since", type=DAY, metavar="DAY", help="First day.")
@click.option("--to", "until", type=DAY, metavar="DAY", help="Last day.")
@click.option("--dataset", default="comity", show_default=True, metavar="NAME", help="Whose events.")
@click.option(
    "--scores",
    type=click.Choice(["own", "gdelt", "icews", "phoenix", "plover"]),
    default="own",
    show_default=True,
    help="Score table; own: that of the build.",
)
@click.option("--actors", type=click.Choice(["all", "official"]), default="all", show_default=True, help="Whose acts count.")
@click.option(
    "--weighting",
    type=click.Choice(["event", "story"]),
    default="event",
    show_default=True,
    help="Count each event once, or once for each story that tells it.",
)
@click.option("--intervals", is_flag=True, help="Add 95 % bootstrap intervals over stories.")
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Also draw a chart: .svg or .png.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "parquet"]), default="table", show_default=True)
@options.writing
def index_(
    source: str | None,
    target: str | None,
    data: Path,
    since: datetime | None,
    until: datetime | None,
    chart: Path | None,
    form: str,
    output: Path | None,
    *,
    listing: bool,
    intervals: bool,
    **asked: str,
) -> None:
    """Show a named index of a dyad over time, gaps told apart from zeros: comity index KOR CHN --index conflict_share."""
    import duckdb

    from etl.dyad import Period
    from etl.index import FORMULAS_SQL, REPLICATES, Question, Series
    from etl.query import answer, open_data

    if not listing and target is None:
        raise click.UsageError("Name two countries (comity index KOR CHN), or --list the indices")
    with duckdb.connect() if listing else open_data(data) as connection:
        sql = FORMULAS_SQL
        if listing:  # the formulas are the program's own: no dataset is needed
            connection.execute((paths.SQL_MACROS / "40_index_formulas.sql").read_text(encoding="utf-8"))
        elif source and target:
            period = Period(since.date() if since else None, until.date() if until else None)
            question = Question(period=period, replicates=REPLICATES if intervals else 0, **asked)
            series = Series.ask(connection, source, target, question)
            sql = series.sql()
            if chart is not None:
                series.draw(connection, chart)
                click.echo(f"chart written to {chart}", err=True)
        with sink(output) as out:
            answer(connection, sql, form, out)


@main.command()
@click.argument("one", metavar="DATASET")
@click.argument("other", metavar="DATASET")
@options.reading_data
@click.option("--top", type=click.IntRange(0), default=20, show_default=True, metavar="N", help="How many dyads; 0 for all.")
@click.option("--chart", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Also draw a chart: .svg or .png.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json", "parquet"]), default="table", show_default=True)
@options.writing
def agreement(one: str, other: str, data: Path, top: int, chart: Path | None, form: str, output: Path | None) -> None:
    """Compare two datasets dyad by dyad over the months that both cover: comity agreement comity gdelt."""
    from etl.agreement import agreement_sql, draw_agreement
    from etl.query import answer, open_data

    with open_data(data) as connection:
        sql = agreement_sql(connection, one, other, top)
        if chart is not None:
            draw_agreement(connection, one, other, chart)
            click.echo(f"chart written to {chart}", err=True)
        with sink(output) as out:
            answer(connection, sql, form, out)


@main.command()
@click.argument("old", type=FOLDER, metavar="OLD")
@click.argument("new", type=FOLDER, metavar="NEW")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Also write the changelog row by row: .csv, .parquet or .jsonl.",
)
def changes(old: Path, new: Path, output: Path | None) -> None:
    """Compare two builds: how many of our own events were added, changed and removed from folder OLD to folder NEW, and why."""
    from etl.changes import tell

    click.echo(tell(old, new, output))


@main.command("import")
@click.argument("dataset", type=click.Choice(["gdelt", "icews", "polecat", "phoenix"]))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
@click.option(
    "--out", type=FOLDER, default=lambda: load_settings().data, metavar="DIR", help="Folder of the dataset (default: data/build)."
)
def import_(dataset: str, files: tuple[Path, ...], out: Path) -> None:
    """Import event data of others into the same tables: files as published, zipped or not, or folders of them.

    Each row becomes an event or a row of `reject` that says why. A file that was imported before changes nothing.
    """
    from etl.datasets import Intake

    with stoppable(out):
        report = Intake(dataset, files, out).run(lambda said: click.echo(said, err=True))
    click.echo(report)


@main.command("convert-dictionary")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILES...")
@click.option("--out", type=FOLDER, required=True, metavar="DIR", help="New folder for the rows; give it to --dictionaries.")
def convert_dictionary(files: tuple[Path, ...], out: Path) -> None:
    """Convert actor and agent files of PETRARCH or TABARI into rows for --dictionaries; DIR/rejected.csv holds the rest."""
    from etl.dictionaries.conversion import Conversion

    click.echo(Conversion().run(files, out))


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="GOLD.jsonl...")
@click.option("--predictions", type=click.Path(path_type=Path), metavar="FILE.jsonl", help="Score these instead of coding now.")
@click.option("--pairs", is_flag=True, help="GOLD holds sentences with marked parties (implied by .tsv): score `classify`.")
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="Show the first N mistakes.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@options.writing
@options.coding
def evaluate(
    gold: tuple[Path, ...],
    predictions: Path | None,
    *,
    pairs: bool,
    errors: int,
    form: str,
    output: Path | None,
    equipment: "Equipment",
) -> None:
    """Score the coder on labelled articles: precision, recall and F1 with intervals, for dyad, quad class, root and code."""
    from etl.scoring import score_articles, score_pairs

    if pairs or gold[0].suffix == ".tsv":
        on_pairs = score_pairs(gold, predictions, equipment)
        figures, text = on_pairs.to_json(), on_pairs.to_text()
    else:
        on_articles = score_articles(gold, predictions, equipment)
        figures, text = on_articles.to_json(), on_articles.to_text(errors)
    said = json.dumps(figures, ensure_ascii=False, indent=2) if form == "json" else text
    with sink(output) as out:
        out.write(said.rstrip().encode() + b"\n")


@main.command()
@options.reading_data
@click.option("--out", type=FOLDER, metavar="DIR", help="Folder of the release (default: data/release/VERSION).")
@click.option("--redact", is_flag=True, help="Give offsets and a hash in place of each sentence; no headlines.")
@click.option("--check", "released", type=FOLDER, metavar="DIR", help="Verify a release instead of making one.")
def release(data: Path, out: Path | None, released: Path | None, *, redact: bool) -> None:
    """Make the download folder of a built dataset: Parquet, CSV, Stata, DuckDB, codebook, checksums; no text of articles."""
    from etl.release import inspect, publish

    click.echo(inspect(released) if released is not None else publish(data, out, redact=redact))


@main.command()
@options.reading_data
@options.coding
@click.option("--unmatched", is_flag=True, help="List the names that stood where an actor belongs and are in no dictionary.")
def doctor(data: Path, equipment: "Equipment", *, unmatched: bool) -> None:
    """Check the installation: versions, language model, dictionaries, folders, and the state of the dataset."""
    from etl.doctor import examine, list_unmatched

    if unmatched:
        click.echo(list_unmatched(data))
        return
    findings = examine(data, equipment)
    for finding in findings:
        click.echo(finding.line())
    if any(finding.is_fault for finding in findings):
        raise ComityError("something is wrong, see the lines marked with FAULT above")


if __name__ == "__main__":
    main()
