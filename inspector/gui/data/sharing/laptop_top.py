"""The head of 共享: who this laptop is to others, and whether it was another one before."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.sharing.laptop import Laptop
from inspector.gui.theme import GRID
from inspector.gui.widgets.fact_grid import FactGrid
from inspector.gui.widgets.labels import breakable, wrapped
from inspector.gui.widgets.stacked import stack
from inspector.translation import tr
from inspector.workspace.sharing.contact_words import former_sentence, no_key_sentence


class LaptopTop(QWidget):
    """Name, code and fingerprint, as others see them; what is given are buttons."""

    def __init__(self, code: QWidget, rename: QWidget, read: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self._facts = FactGrid(
            "laptop",
            (("name", tr("This laptop")), ("fingerprint", tr("Fingerprint"))),
        )
        policy = QSizePolicy.Policy
        self._facts.setSizePolicy(policy.Preferred, policy.Maximum)
        self._hint = wrapped("", "secondary")
        self._hint.setObjectName("laptopHint")
        self._former = wrapped("", "caution")
        self._former.setObjectName("laptopFormer")
        self._read = read
        self.name_button = rename
        row = stack(None, ((self._facts, 1), code, rename), spacing=GRID, across=True)
        before = stack(None, ((self._former, 1), read), spacing=2 * GRID, across=True)
        parts = (row, self._hint, before)
        stack(self, parts, margin=(2 * GRID, GRID, 2 * GRID, GRID), spacing=GRID // 2)
        self.show_laptop(None, "", None)

    def show_laptop(self, laptop: Laptop | None, code: str, former: Laptop | None) -> None:
        """Show who this laptop is; None: it has not shared yet. `former` is who it was before."""
        name = tr("{name} ({code})", name=laptop.name, code=laptop.code) if laptop else code
        self._facts.show_facts(
            {
                "name": name or tr("without a name yet"),
                "fingerprint": laptop.fingerprint if laptop else "",
            }
        )
        self._hint.setText(
            tr("Who gets the first bundle from here compares these digits with you.")
            if laptop
            else breakable(no_key_sentence())
        )
        self._former.setText(breakable(former_sentence(former)) if former else "")
        self._former.setVisible(former is not None)
        self._read.setVisible(former is not None)
