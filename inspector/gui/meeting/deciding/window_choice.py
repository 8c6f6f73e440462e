"""About which windows a tray decides: all where the same was found, or one of them."""

from collections.abc import Sequence

from inspector.domain.finding.finding import Finding
from inspector.gui.meeting.screens.meeting_words import place_word
from inspector.gui.widgets.combo import Combo
from inspector.translation import tr, tr_count


class WindowChoice(Combo):
    """All windows first; not there where the screen is about one finding."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Windows")
        self.setAccessibleName(tr("For which windows?"))
        self._findings: tuple[Finding, ...] = ()
        self.hide()

    def offer(self, findings: Sequence[Finding]) -> None:
        """Offer what can be decided about; all of it is chosen."""
        self._findings = tuple(findings)
        before = self.blockSignals(True)
        self.clear()
        self.addItem(tr_count(len(findings), "The window", "All {count} windows"))
        for each in findings if len(findings) > 1 else ():
            self.addItem(f"{place_word(each.window_number, each.staff_number)}  {each.number}")
        self.blockSignals(before)
        self.setVisible(len(findings) > 1)

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """What is decided about."""
        at = self.currentIndex()
        return self._findings[at - 1 : at] if at > 0 else self._findings


def named(findings: Sequence[Finding]) -> str:
    """Return how a title names findings: one by its number."""
    if len(findings) == 1:
        return findings[0].number
    return tr_count(len(findings), "this finding", "these {count} findings")
