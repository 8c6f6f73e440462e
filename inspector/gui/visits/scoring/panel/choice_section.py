"""In the panel: what digits choose, phrases of a finding or the options of an item."""

from PySide6.QtCore import Signal

from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Rule,
    Totalling,
)
from inspector.domain.checklist.points import Hundredths, format_points
from inspector.domain.visit.phrase_offers import Offer
from inspector.gui.commands.shared_keys import DEDUCT, FORGET, key_name
from inspector.gui.measures import measures
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import label, wrapped
from inspector.gui.widgets.lists.choice_list import ChoiceList
from inspector.translation import tr


class ChoiceSection(PanelSection):
    """A title that says what is chosen, and the choices."""

    digit = Signal(int)  # from 1
    forgotten = Signal(str)  # a text of the user's own

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "small")
        self._choices = ChoiceList("choices")
        self._choices.chosen.connect(lambda position: self.digit.emit(position + 1))
        self.column.addWidget(self._title)
        self._choices.forgotten.connect(self._forget)
        self._offers: tuple[Offer, ...] = ()
        self._hint = wrapped(
            tr("The × drops one of mine; {forget} a ticked one", forget=key_name(FORGET)), "small"
        )
        self._hint.setObjectName("ownHint")
        self.column.addWidget(self._choices)
        self.column.addWidget(self._hint)

    def wanted(self, shown: Shown) -> bool:
        return bool(shown.choices)

    def fill(self, shown: Shown, other: bool) -> None:
        item, answer = shown.item, shown.answer
        if isinstance(item.rule, ChoiceRule):
            asked = tr("Found (choose one, or {deduct} and a digit)", deduct=key_name(DEDUCT))
            chooses = tr("Found (digit chooses)") if answer else asked
            self._title.setText(tr("Found") if measures().by_finger else chooses)
            texts = [o.title for o in item.rule.options]
            direct = shown.pack.policy.total is Totalling.DEDUCT
            points = [_option_worth(o.points, item.full, direct) for o in item.rule.options]
            chosen = set() if answer is None or answer.option is None else {answer.option}
        elif isinstance(item.rule, CasesRule):
            self._title.setText(
                tr("Found") if measures().by_finger else tr("Found (each press counts one)")
            )
            counts = answer.cases if answer else ()
            said = answer.phrases if answer else ()
            cases = item.rule.cases
            texts = [
                f"{offer.text} × {counts[at]}"
                if at < len(counts) and counts[at] > 1
                else offer.text
                for at, offer in enumerate(shown.choices)
            ]
            points = [f"−{format_points(case.each)}" for case in cases]
            points += [""] * (len(texts) - len(cases))
            chosen = {at for at, count in enumerate(counts) if count}
            chosen |= {at for at, text in enumerate(texts) if at >= len(cases) and text in said}
        else:
            if measures().by_finger:
                title = tr("Highlight") if item.is_bonus else tr("Finding")
            elif item.is_bonus:
                title = tr("Praise (digit chooses)")
            else:
                title = tr("Finding (digit chooses)")
            self._title.setText(title)
            texts = [offer.text for offer in shown.choices]
            said = answer.phrases if answer else ()
            chosen = {position for position, text in enumerate(texts) if text in said}
            points = [] if shown.praised else [_worth(item.rule)] * len(texts)
        self._choices.setDisabled(shown.card.left_out)
        self._offers = shown.choices
        own = {position for position, offer in enumerate(shown.choices) if offer.own}
        self._choices.show_choices(texts, chosen, answer is not None, own, points)
        self._hint.setVisible(bool(own) and measures().shows_keys)

    def _forget(self, position: int) -> None:
        self.forgotten.emit(self._offers[position].text)


def _option_worth(points: Hundredths, full: Hundredths, direct: bool) -> str:
    """Return what an option costs where points are taken off, or else what it gives of its full."""
    if not direct:
        return f"{format_points(points)} / {format_points(full)}"
    return f"−{format_points(full - points)}" if points < full else "0"


def _worth(rule: Rule) -> str:
    """Return what one of what is found costs, or gives; '' where that is not said of one."""
    match rule:
        case DeductRule(each=each):
            return f"−{format_points(each)}" if each else ""
        case BonusRule(each=each):
            return f"+{format_points(each)}"
    return ""
