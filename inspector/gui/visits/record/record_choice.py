"""Which edition of a record is written: its key writes the one written last, a menu has both."""

from collections.abc import Callable

from inspector.domain.record.edition import Edition
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.session import Session
from inspector.gui.visits.parts.visit_result import add_paper
from inspector.gui.words import edition_word
from inspector.workspace.preferences import RECORD_EDITION

_OTHER = {Edition.EXCEPTIONS: Edition.WHOLE, Edition.WHOLE: Edition.EXCEPTIONS}


class RecordChoice:
    """Two commands of a page: the edition that was written last, and the other."""

    def __init__(
        self, session: Session, table: CommandTable, write: Callable[[Edition], object]
    ) -> None:
        """`write` asks where to, and writes an edition."""
        self._session, self._write = session, write
        usual, other = self._edition, _OTHER[self._edition]
        add_paper(table, "record", edition_word(usual), "Ctrl+R", self._save)
        table.add("other-record", f"{edition_word(other)}…", do=self._save_other)
        self._usual, self._other = table["record"], table["other-record"]

    @property
    def commands(self) -> list[Command]:
        """Both, that of exceptions first, whichever of them has the key."""
        both = [self._usual, self._other]
        return both if self._edition is Edition.EXCEPTIONS else both[::-1]

    def tell(self) -> None:
        """Say which edition the key writes now."""
        edition = self._edition
        self._usual.set_words(f"{edition_word(edition)}…")
        self._usual.set_short(edition_word(edition))
        self._other.set_words(f"{edition_word(_OTHER[edition])}…")

    @property
    def _edition(self) -> Edition:
        return Edition(self._session.workspace.preferences.get(RECORD_EDITION))

    def _save(self) -> None:
        self._write(self._edition)

    def _save_other(self) -> None:
        """Write the other one, which has the key from now on."""
        preferences, other = self._session.workspace.preferences, _OTHER[self._edition]
        self._session.attempt(lambda: preferences.set(RECORD_EDITION, other))
        self._write(other)
