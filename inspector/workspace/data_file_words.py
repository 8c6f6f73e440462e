"""That the data file, or the log beside it, is not where it was, and the way out."""

from inspector.domain.errors import DataAwayError, DataGoneError, DataReplacedError, LogGoneError
from inspector.translation import tr


def data_gone_sentence(error: DataGoneError) -> str:
    """Return that the open data file is away."""
    return tr(
        "The data file {path} is no longer there. Plug the drive in again, or put the folder"
        " back. Nothing was changed.",
        path=error.path,
    )


def data_away_sentence(error: DataAwayError) -> str:
    """Return that the data file was away at the start, and that something waits for it."""
    return tr(
        "The data folder {path} is not there, and what could not be saved in it last time is kept"
        " in {copy}. Plug the drive in, or put the folder back, and open it again. To begin with"
        " an empty folder, move that file away first. Nothing was changed.",
        path=error.path,
        copy=error.copy,
    )


def data_replaced_sentence(error: DataReplacedError) -> str:
    """Return that another data file lies where the open one was, or in it."""
    return tr(
        "Another data file was put in the place of {path}. Close the program and open it"
        " again. Nothing was changed.",
        path=error.path,
    )


def log_gone_sentence(error: LogGoneError) -> str:
    """Return that the log of the open database is not what it was."""
    return tr(
        "{path}, which holds what was saved last, was deleted or changed by another program."
        " Nothing more was saved. Close the window and open it again, then look through what was"
        " entered last.",
        path=error.path,
    )
