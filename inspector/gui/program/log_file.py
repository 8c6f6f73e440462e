"""The log: rotating files that only the user can read."""

from logging.handlers import RotatingFileHandler
from pathlib import Path

from inspector.paths import open_private


class PrivateFile(RotatingFileHandler):
    """Writes to `path`; three files of `size` bytes are kept."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__(path, maxBytes=size, backupCount=2, encoding="utf-8", delay=True)

    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as in its base
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=open_private)
