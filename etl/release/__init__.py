"""The download folder: a built dataset as files for others, with everything needed to read, cite and verify it.

`publish` writes one, `inspect` verifies one. The same dataset gives the same bytes.
"""

from etl.release.folder import publish
from etl.release.inspection import inspect

__all__ = ["inspect", "publish"]
