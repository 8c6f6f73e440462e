"""Above an edited text: what the figures say otherwise since it was edited."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector.domain.papers.kept_text import ChangedSentence
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.widgets.text_box import TextBox
from inspector.translation import tr, tr_count

_LONGEST = 60  # characters of a sentence before it is cut
_BEFORE = 12  # of them that stand before what differs
_NUMBER = frozenset("0123456789.,%")


class StaleNote(QWidget):
    """Hidden while the text agrees with the figures."""

    def __init__(self, update: Command, accept: Command) -> None:
        super().__init__()
        surface("staleNote", self)
        self.count = 0
        self.can_update = False
        self._lead = wrapped("", "caution")
        self._lead.setObjectName("staleLead")
        self._told = TextBox("staleSentences", tr("Sentences that read otherwise now"))
        buttons = (
            command_button(update, "updateCircular"),
            command_button(accept, "acceptCircular"),
        )
        row = stack(None, ((self._lead, 1), *buttons), spacing=GRID, across=True)
        stack(self, (row, self._told), spacing=GRID // 2,
              margin=(2 * GRID, GRID, 2 * GRID, GRID))  # fmt: skip
        self.hide()

    def show_changes(self, changed: Sequence[ChangedSentence]) -> None:
        """Say which sentences read otherwise now; none: there is nothing to say."""
        self.count = len(changed)
        self.can_update = any(each.stands for each in changed)
        self.setVisible(bool(changed))
        if not changed:
            return
        self._lead.setText(
            tr_count(
                len(changed),
                "The figures have changed since the text was edited: 1 sentence.",
                "The figures have changed since the text was edited: {count} sentences.",
            )
            if self.can_update
            else tr_count(
                len(changed),
                "1 sentence was reworded or is new, and is not updated:",
                "{count} sentences were reworded or are new, and are not updated:",
            )
        )
        self._told.set_text("\n".join(map(_line, changed)))


def _line(change: ChangedSentence) -> str:
    before, now = _apart(change.before, change.after)
    if not before:
        return tr("New: {now}", now=now)
    if not now:
        return tr("No longer: {before}", before=before)
    if change.stands:
        return tr("{before} → {now}", before=before, now=now)
    return tr("{before} → {now} (reworded here; please look)", before=before, now=now)


def _apart(before: str, now: str) -> tuple[str, str]:
    """Return two sentences with what differs between 【】; what is long and alike is left out.

    A number is marked whole.
    """
    if not before or not now:
        return _marked(before, 0, 0), _marked(now, 0, 0)
    most = min(len(before), len(now))
    alike = next((at for at in range(most) if before[at] != now[at]), most)
    while alike and _tears(before, alike) | _tears(now, alike):
        alike -= 1
    same = 0
    while same < most - alike and before[-1 - same] == now[-1 - same]:
        same += 1
    while same and _tears(before, len(before) - same) | _tears(now, len(now) - same):
        same -= 1
    return _marked(before, alike, len(before) - same), _marked(now, alike, len(now) - same)


def _tears(text: str, at: int) -> bool:
    """Tell whether a number goes on at a place of a text."""
    return 0 < at < len(text) and text[at - 1] in _NUMBER and text[at] in _NUMBER


def _marked(text: str, first: int, last: int) -> str:
    """Return a text about what lies from `first` up to `last` of it, that marked."""
    begin = max(0, first - _BEFORE)
    end = max(begin + _LONGEST, first)
    mark = text[first : min(last, end)]
    said = text[begin:first] + (f"【{mark}】" if mark else "") + text[min(last, end) : end]
    return ("…" if begin else "") + said + ("…" if end < len(text) else "")
