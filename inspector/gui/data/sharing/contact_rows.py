"""The rows of the laptops that are known."""

from inspector.domain.sharing.laptop import Contact
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import day_text
from inspector.translation import tr
from inspector.workspace.sharing.contact_words import standing_word


def contact_model() -> TableModel[Contact]:
    """Return a model of other laptops."""
    return TableModel(
        [
            Column(tr("Laptop"), lambda contact: contact.laptop.name),
            Column(tr("Code"), lambda contact: contact.laptop.code, 80),
            Column(tr("Fingerprint"), lambda contact: contact.laptop.fingerprint, 320),
            Column(tr("Known since"), lambda contact: day_text(contact.met_at.date()), 152),
            Column(tr("State"), standing_word, 160),
        ]
    )
