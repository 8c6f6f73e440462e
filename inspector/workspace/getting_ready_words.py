"""What is said while a folder is got ready to be opened, in the window and on a terminal."""

from inspector.storage.database.getting_ready import GettingReady
from inspector.translation import tr


def getting_ready_sentence(what: GettingReady, done: int, total: int) -> str:
    """Return what is being done, and how far it is where that is known."""
    if what is GettingReady.CHECKING:
        return tr("The last run did not end properly: looking through the data…")
    if what is GettingReady.COPYING:
        percent = 100 * done // total if total else 0
        if percent >= 100:  # which takes longer than copying, and nobody knows how long
            return tr("Before the data is updated, a backup is made: it is being checked…")
        return tr("Before the data is updated, a backup is made: {percent} %", percent=percent)
    return tr(
        "The data is brought to this version of the program: step {step} of {steps}",
        step=max(done, 1),
        steps=total,
    )
