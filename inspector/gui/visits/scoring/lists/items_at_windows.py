"""Items of a visit by window, to go to: what was looked for, or what stands in the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Scorecard, lacks_reason
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.words import scorecard_title, verdict_word
from inspector.translation import tr
from inspector.workspace.pinyin import matches

MOST = 99
"""More are not looked through; one types another letter instead."""


@dataclass(frozen=True, slots=True)
class ItemAtWindow:
    """An item on a scorecard, and what there is about it here."""

    card: Scorecard
    item: Item
    what: str

    @property
    def text(self) -> str:
        """Window and item in one line."""
        return f"{scorecard_title(self.card)} · {self.item.text}"

    @property
    def said(self) -> str:
        """All of it."""
        return f"{self.text} {self.what}"

    @property
    def tip(self) -> str:
        """What may be cut."""
        return self.text


def found(sheet: InspectionSheet, card: Scorecard, query: str) -> list[ItemAtWindow]:
    """Return the items whose text or pinyin initials match, or whose verdict is called so.

    Those of `card` stand first.

    The other scorecards follow in their order, from the one behind `card` on.
    """
    if not query.strip():
        return []
    at = [each.id for each in sheet.scorecards].index(card.id)
    found_items: list[ItemAtWindow] = []
    for each in (*sheet.scorecards[at:], *sheet.scorecards[:at]):
        answers = sheet.answers_of(each)
        for item in sheet.items(each):
            answer = answers.get(item.id)
            said = verdict_word(answer.verdict if answer else None)
            if query.strip() == said or matches(item.text, query):
                found_items.append(
                    ItemAtWindow(each, item, tr("Left out") if each.left_out else said)
                )
    return found_items[:MOST]


def blocking(sheet: InspectionSheet) -> list[ItemAtWindow]:
    """Return what keeps a visit from being completed: no answer, or no word of explanation."""
    missing = [ItemAtWindow(card, item, verdict_word(None)) for card, item in sheet.missing()]
    return [
        *missing,
        *(ItemAtWindow(*each, _wanted_word(sheet, *each)) for each in sheet.unexplained()),
    ]


def photoless(sheet: InspectionSheet) -> list[ItemAtWindow]:
    """Return the deductions that want a photo and have none."""
    return [ItemAtWindow(card, item, tr("needs a photo")) for card, item in sheet.without_photo()]


def windows_of(found_items: Sequence[ItemAtWindow]) -> int:
    """Return on how many scorecards they are."""
    return len({found_item.card.id for found_item in found_items})


def _wanted_word(sheet: InspectionSheet, card: Scorecard, item: Item) -> str:
    answer = sheet.answers_of(card)[item.id]
    if answer.correction is not None and not answer.correction.strip():
        return tr("how corrected?")
    assert lacks_reason(item, answer)
    return tr("reason missing")
