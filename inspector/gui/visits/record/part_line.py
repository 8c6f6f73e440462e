"""The line below the figures of a whole shared visit (分头检查): what the part in front came to."""

from PySide6.QtWidgets import QWidget

from inspector.domain.checklist.points import format_score
from inspector.domain.record.record import Record
from inspector.gui.commands.command import Command
from inspector.gui.commands.command_button import command_button
from inspector.gui.theme import GRID
from inspector.gui.widgets.labels import wrapped
from inspector.gui.widgets.stacked import stack, surface
from inspector.gui.words import both_texts, coverage_text
from inspector.translation import tr, tr_count


class PartLine(QWidget):
    """Beside it is the way to the next part. Of a visit that is no part it is not seen."""

    def __init__(self, next_part: Command) -> None:
        super().__init__()
        surface(area=self)
        self._said = wrapped("", "section")
        self._said.setObjectName("ownPart")
        parts = ((self._said, 1), command_button(next_part, "nextPart"))
        stack(
            self, parts, margin=(2 * GRID, 0, 2 * GRID, GRID), spacing=2 * GRID, across=True
        )  # fmt: skip
        self.hide()

    def show_part(self, record: Record, findings: int) -> None:
        """Show what a part came to, of so many findings."""
        sheet, score = record.sheet, record.sheet.site_score()
        after = record.reviewed.site if record.reviewed else score
        said = [both_texts(format_score(score.total), format_score(after.total))]
        if after.grade:
            said.append(after.grade.title)
        said.append(coverage_text(sheet.total_coverage()))
        said.append(tr_count(findings, "1 finding", "{count} findings"))
        self._said.setText(tr("This part: {said}", said=tr("; ").join(said)))
