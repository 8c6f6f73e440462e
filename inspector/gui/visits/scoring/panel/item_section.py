"""At the top of the panel: the item, its rule, and how its points come about."""

from inspector.gui.visits.scoring.item_words import rule_line
from inspector.gui.visits.scoring.panel.arithmetic import arithmetic
from inspector.gui.visits.scoring.panel.panel_section import PanelSection
from inspector.gui.visits.scoring.panel.shown_item import Shown
from inspector.gui.widgets.labels import set_role, wrapped
from inspector.workspace.packs.rule_words import veto_text


class ItemSection(PanelSection):
    """What the item asks, and what its answer costs."""

    def __init__(self) -> None:
        super().__init__()
        self._title = wrapped("", "title")
        self._title.setObjectName("itemTitle")
        self._rule = wrapped("", "secondary")
        self._sum = wrapped("", "deducted")
        self._sum.setObjectName("arithmetic")
        self._veto = wrapped("", "caution")
        for widget in (self._title, self._rule, self._sum, self._veto):
            self.column.addWidget(widget)

    def fill(self, shown: Shown, other: bool) -> None:
        item = shown.item
        self._title.setText(item.text)
        rule = rule_line(item, shown.pack)
        self._rule.setText(rule)
        self._rule.setVisible(bool(rule))
        self._sum.setText(arithmetic(shown.score, shown.pack))
        set_role(self._sum, "deducted" if shown.score.deduction else "secondary")
        self._sum.setVisible(bool(self._sum.text()))
        self._veto.setText(veto_text(shown.pack))
        self._veto.setVisible(item.veto)
