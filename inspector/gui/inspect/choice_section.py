"""In the panel: what digits choose, phrases of a finding or the options of an item."""

from PySide6.QtCore import Signal

from inspector.domain.checklist import ChoiceRule
from inspector.domain.points import format_points
from inspector.gui.inspect.choice_list import ChoiceList
from inspector.gui.inspect.panel_section import PanelSection
from inspector.gui.inspect.shown import Shown
from inspector.gui.labels import label
from inspector.translation import tr


class ChoiceSection(PanelSection):
    """A title that says what is chosen, and the choices."""

    digit = Signal(int)  # from 1

    def __init__(self) -> None:
        super().__init__()
        self._title = label("", "small")
        self._choices = ChoiceList("choices")
        self._choices.chosen.connect(lambda position: self.digit.emit(position + 1))
        self.column.addWidget(self._title)
        self.column.addWidget(self._choices)

    def wanted(self, shown: Shown) -> bool:
        return bool(shown.choices)

    def fill(self, shown: Shown, other: bool) -> None:
        item, answer = shown.item, shown.answer
        if isinstance(item.rule, ChoiceRule):
            asked = tr("Found (2, then a digit chooses)")
            self._title.setText(tr("Found (digit chooses)") if answer else asked)
            texts = [f"{o.title}  {format_points(o.points)}" for o in item.rule.options]
            chosen = set() if answer is None or answer.option is None else {answer.option}
        else:
            title = tr("Praise (digit chooses)") if item.is_bonus else tr("Finding (digit chooses)")
            self._title.setText(title)
            texts = list(shown.choices)
            said = answer.phrases if answer else ()
            chosen = {position for position, text in enumerate(texts) if text in said}
        self._choices.setDisabled(shown.card.left_out)
        self._choices.show_choices(texts, chosen, with_digits=answer is not None)
