"""The folder of coded batches inside a dataset: what is coded already, what is still to do, and what no longer belongs."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from etl.engines.batch import Batch
from etl.errors import InputError, OutputError
from etl.origins import FILE as ORIGINS_FILE
from etl.origins import Origins
from etl.records import Reject
from etl.sources.walk import DATASET_MARK

# The lock tells a dataset from a folder of articles as well, so it stays when the build ends.
NAME, LOCK_NAME = DATASET_MARK.parts


class BatchFolder:
    """The batches of a dataset, held by one build at a time.

    `out` is the folder of the dataset; it is made if need be. A batch lies in `out/batches/KEY` and is whole if it is there:
    what a killed run left unfinished bears another name and is swept away on the next.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.directory = out / NAME
        self.n_reused = 0
        self.n_coded_anew = 0
        self._wanted: set[str] = set()
        self._n_articles = 0
        self._first_reject: Reject | None = None
        self._lock: IO[bytes] | None = None
        self._origins = Origins(self.directory)

    def __enter__(self) -> Self:
        """Take hold of the folder.

        Raises:
            OutputError: it cannot be written, holds something that is not a dataset, another build is at work in it, or this
                system cannot lock it.
        """
        try:
            import fcntl
        except ImportError:  # Windows: what only reads a dataset works there, so the lack is told where it is met
            raise OutputError(
                "Building needs the file locks of Linux or macOS, which this system lacks: on Windows build within WSL."
            ) from None
        try:
            if self.out.is_dir() and not self.directory.is_dir() and any(self.out.iterdir()):
                raise OutputError(
                    f"{self.out} is not empty and no dataset of Comity: choose another folder, or empty it yourself."
                )
            self.directory.mkdir(parents=True, exist_ok=True)
            self._lock = (self.directory / LOCK_NAME).open("wb")
        except OSError as error:
            raise OutputError(f"{self.out} cannot be written: {error.strerror or error}. Choose another with --out.") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._lock.close()
            raise OutputError(
                f"Another build is at work in {self.out}: wait for it, or choose another folder with --out."
            ) from None
        for unfinished in self.directory.glob(".*"):
            if unfinished.name != LOCK_NAME:
                _remove(unfinished)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Let go of the folder."""
        self._origins.close(whole=False)
        if self._lock is not None:
            self._lock.close()

    def missing(self, batches: Iterable[Batch], coder: str) -> Iterator[Batch]:
        """Yield the batches that this version of the coder has not coded yet, and remember all of them as wanted."""
        for batch in batches:
            key = batch.key(coder)
            self._n_articles += len(batch.articles)
            self._origins.add(batch.articles)
            if self._first_reject is None and batch.rejects:
                self._first_reject = batch.rejects[0]
            if key in self._wanted:
                continue
            self._wanted.add(key)
            if (self.directory / key).is_dir():
                self.n_reused += 1
            else:
                self.n_coded_anew += 1
                yield batch

    def discard_others(self) -> None:
        """Remove the batches that no input of this run holds: articles taken away, or coded by an older version.

        Raises:
            InputError: not one article was read; a dataset that is there is left as it is.
        """
        if not self._n_articles:
            reject = self._first_reject
            why = f"; the first record was refused: {reject.file}: {reject.reason}" if reject else ""
            raise InputError(f"No article could be read{why}.")
        self._origins.close(whole=True)
        for path in self.directory.iterdir():
            if path.name not in {LOCK_NAME, ORIGINS_FILE} and path.name.split(".")[0] not in self._wanted:
                _remove(path)


def _remove(path: Path) -> None:
    """Remove a file or a folder with all it holds."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
