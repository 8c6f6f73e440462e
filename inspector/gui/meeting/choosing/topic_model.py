"""The topics of the next meeting as rows, each with a box: it is shown, or left out."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from inspector.domain.meeting.meeting import PraiseKind
from inspector.domain.meeting.topic import Topic
from inspector.gui.meeting.screens.meeting_words import (
    asked_of,
    deadline_word,
    kind_word,
    place_word,
    places_word,
    praise_place,
    praise_title,
    short_deduction_word,
)
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import times_word

WIDTHS: dict[int, int] = {1: 200, 3: 136, 4: 112, 5: 208}
"""Most pixels of the columns beside the finding, which has what they do not need."""

BOX, FINDING = 0, 2
"""The columns of the box, and of what was found."""


class TopicModel(TableModel[Topic]):
    """Rows that are ticked; those that are not are left out of the meeting."""

    changed = Signal()
    """Another one is ticked, or no longer."""

    stayed = Signal()
    """What was to be left out was talked about already, and stays."""

    def __init__(self) -> None:
        self._today = date.min
        super().__init__(
            [
                Column(tr("Part"), lambda topic: kind_word(topic.kind), 136),
                Column(tr("Window"), _places, WIDTHS[1]),
                Column(tr("Finding"), _text, why=self._text_and_why),
                Column(tr("Deduction"), _deduction, 112),
                Column(tr("Repeat"), _times, 112),
                Column(tr("Deadline"), self._deadline, WIDTHS[5]),
            ]
        )
        self._left_out: set[str] = set()
        self._stays: Collection[str] = ()

    def show_topics(
        self,
        topics: Sequence[Topic],
        left_out: Collection[str],
        today: date,
        stays: Collection[str] = (),
    ) -> None:
        """Show what there is to choose from; `left_out` is what is not ticked.

        `stays` are the findings, by their ids, that the meeting has talked about: they are in it.
        """
        self._today = today
        self._left_out, self._stays = set(left_out), stays
        self.set_rows(topics)
        self.changed.emit()

    @property
    def topics(self) -> Sequence[Topic]:
        """All of them."""
        return self._rows

    @property
    def ticked(self) -> list[Topic]:
        """Those that are shown."""
        return [topic for topic in self._rows if self.is_ticked(topic)]

    @property
    def left_out(self) -> set[str]:
        """What is left out, in the words that a meeting keeps."""
        return {key for topic in self._rows if not self.is_ticked(topic) for key in topic.keys}

    def is_ticked(self, topic: Topic) -> bool:
        """Tell whether any of a topic is shown."""
        return not self._left_out.issuperset(topic.keys)

    def tick(self, topics: Iterable[Topic], *, shown: bool) -> None:
        """Show some topics, or leave them out."""
        keys = {key for topic in topics for key in topic.keys}
        if shown:
            self._left_out -= keys
        else:
            self._left_out |= keys.difference(self._stays)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))
        self.changed.emit()
        if not shown and not keys.isdisjoint(self._stays):
            self.stayed.emit()

    def show_only(self, topics: Collection[Topic]) -> None:
        """Show these and no others."""
        self._left_out.clear()
        self.tick([topic for topic in self._rows if topic not in topics], shown=False)

    def draft_text(self) -> str:
        """Return what is left out, as a draft keeps it."""
        return "\n".join(sorted(self.left_out))

    def show_draft(self, text: str) -> None:
        """Leave out what was when a draft was kept."""
        self._left_out = set(text.split("\n"))
        self.tick((), shown=True)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if index.isValid() and index.column() == BOX:
            ticked = self.is_ticked(self.row_at(index.row()))
            if role == Qt.ItemDataRole.CheckStateRole:
                # PySide would hand the view an object that it does not take for a state.
                return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked).value
            if role == Qt.ItemDataRole.AccessibleTextRole:
                said = kind_word(self.row_at(index.row()).kind)
                return (
                    tr("{kind}, shown", kind=said) if ticked else tr("{kind}, left out", kind=said)
                )
        return super().data(index, role)

    def _text_and_why(self, topic: Topic) -> str:
        """Say what was found, and until when and why more time is asked for."""
        asked = asked_of(topic.findings, self._today) if topic.items else ""
        return f"{asked} · {topic.findings[0].text}" if asked else ""

    def _deadline(self, topic: Topic) -> str:
        due = [each for each in topic.findings if not each.state.is_ended] or topic.findings
        if not due:
            return ""
        return deadline_word(min(due, key=lambda each: each.deadline), self._today)


def _places(topic: Topic) -> str:
    if topic.praise:
        return "、".join(dict.fromkeys(praise_place(each) for each in topic.praise))
    if len(topic.items) == 1:
        (finding,) = topic.findings
        return place_word(finding.window_number, finding.staff_number)
    return places_word(each.window_number for each in topic.findings)


def _text(topic: Topic) -> str:
    if topic.items:
        text = topic.findings[0].text
        is_asked = any(each.asked_until is not None for each in topic.findings)
        # in front: where room is short that is what is to be seen
        return f"{tr('Extension asked for')} · {text}" if is_asked else text
    if topic.praise:
        if topic.praise[0].kind is PraiseKind.FIXED:  # what was done well, not what had been wrong
            return tr_count(
                len(topic.praise), "1 put right and closed", "{count} put right and closed"
            )
        said = "、".join(dict.fromkeys(each.text for each in topic.praise if each.text))
        title = praise_title(topic.praise[0].kind)
        return f"{title}{tr(': ')}{said}" if said else title
    return topic.drill


def _deduction(topic: Topic) -> str:
    said = list(dict.fromkeys(map(short_deduction_word, topic.findings)))
    return said[0] if len(said) == 1 else ""


def _times(topic: Topic) -> str:
    return times_word(max((each.times_at_window for each in topic.findings), default=1))
