"""A folder whose papers take their time, and a few megabytes."""

from contextlib import closing
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit

from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.workspace.extent import Period
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.gui.visits.visit import Person

PHOTOS = 8
LATELY = Period(date.today() - timedelta(days=60), date.today())
"""All the visits, also where a month or a year has just begun."""


def write_photographed(folder: Path) -> None:
    """Write visits of the last weeks, and a finding with photos of which none is like another."""
    write_demo(folder, 6, 1, date.today())
    with closing(Workspace(folder)) as workspace:
        row = workspace.database.row("SELECT id FROM finding LIMIT 1")
        assert row is not None
        for number in range(PHOTOS):
            buffer = BytesIO()
            Image.effect_noise((3000, 2000), 50 + number).save(buffer, "JPEG")
            kept = workspace.evidence.prepare(buffer.getvalue(), "a.jpg")
            workspace.evidence.attach_to_finding(
                kept, row["id"], EvidenceOrigin.PASTED, EvidenceRole.FOUND
            )


def choose_lately(person: Person) -> None:
    """Choose the days of all the visits beside the buttons of papers."""
    person.find(QComboBox, "period").setCurrentIndex(3)
    person.find(QDateEdit, "firstDay").setDate(QDate(LATELY.first))
    person.find(QDateEdit, "lastDay").setDate(QDate(LATELY.last))
