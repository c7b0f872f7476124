"""`python -m etl.training` (`make train`): read corpus and articles, fine-tune, calibrate, export, write the card."""

import argparse
import csv
import hashlib
import logging
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from etl import paths
from etl.coder.coder import Coder
from etl.coder.staging import Marked, briefings
from etl.engines.equipment import Equipment, load_coder
from etl.errors import ComityError
from etl.evaluate import load_gold
from etl.evaluate.gold import half
from etl.training.articles import marked_pairs
from etl.training.card import measure, write_card
from etl.training.corpus import Pair, read_corpus
from etl.training.encoder import encoder_folder
from etl.training.export import ENCODER, export
from etl.training.fit import Examples, begun, codes_of, fit, prepare, read_recipe
from etl.training.resume import resumed

log = logging.getLogger("etl.training")


def main() -> int:
    """Train; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m etl.training", description="Train the relation model.")
    parser.add_argument("--corpus", type=Path, default=Path("data/training"), help="folder of .tsv files and recipe.toml")
    parser.add_argument("--encoder", type=Path, default=None, help="folder of the pretrained encoder (default: the packages')")
    parser.add_argument(
        "--start", type=Path, default=None, help="folder of a trained model that learns on, in place of an encoder"
    )
    parser.add_argument("--recipe", type=Path, default=None, help="how to train (default: recipe.toml of the corpus)")
    parser.add_argument("--articles", type=Path, nargs="*", default=[], help="labelled articles to learn from as well")
    parser.add_argument("--out", type=Path, default=paths.MODELS, help="folder that receives the model")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        _train(options)
    except ComityError as error:
        log.error("Error: %s", error)  # noqa: TRY400 - the message is made for people
        return 1
    return 0


def _of_articles(coder: Coder, files: Sequence[Path]) -> list[Pair]:
    """Return the marked pairs of the articles of gold files, of their development half alone."""
    if not files:
        return []
    items = [item for item in load_gold(files) if half(item) == "dev"]
    return list(marked_pairs(coder, items))


def _train(options: argparse.Namespace) -> None:
    folder, out = options.corpus, options.out
    with (paths.DICTIONARIES / "cameo_codes.csv").open(encoding="utf-8", newline="") as rows:
        quad_of = {row["event_code"]: int(row["quad_class"]) for row in csv.DictReader(rows)}
    path = options.recipe or folder / "recipe.toml"
    recipe = read_recipe(path)
    pairs = read_corpus(folder, quad_of)
    log.info("%d marked sentences", len(pairs))
    coder = load_coder(Equipment(model=None))
    told = briefings(coder, [Marked(pair.text, pair.source, pair.target) for pair in pairs])
    pairs = [replace(pair, briefing=briefing) for pair, briefing in zip(pairs, told, strict=True)]
    articles = _of_articles(coder, options.articles)
    pairs += articles
    log.info("%d read by the rules, %d of them in articles", len(pairs), len(articles))
    prepare(recipe)
    before = None
    if options.start is None:
        codes = codes_of(pairs, recipe.fewest)
        network, tokenizer = begun(options.encoder or encoder_folder(), recipe, len(codes))
    else:
        network, tokenizer, codes = resumed(options.start, recipe.dropout, recipe.max_length)
        before = hashlib.sha256((options.start / ENCODER).read_bytes()).hexdigest()
    fit(network, tokenizer, pairs, recipe, quad_of, codes)
    seen = Examples([pair for pair in pairs if pair.part == "tune"], tokenizer, quad_of, codes)
    figures = measure(network, tokenizer, pairs, quad_of, codes)
    export(network, tokenizer, seen, recipe, codes, figures.temperature, out)
    write_card(figures, pairs, out, path, before)
    log.info("written to %s; python -m etl.training.arbitrate grows the judge's trees anew", out)


if __name__ == "__main__":
    sys.exit(main())
