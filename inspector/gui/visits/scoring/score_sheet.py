"""A score expanded into its arithmetic, over the page, until any key closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector.domain.checklist.checklist import Totalling
from inspector.domain.checklist.points import ONE, format_points, format_score, round_half_up
from inspector.domain.visit.category_scoring import CategoryScore
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.theme import GRID
from inspector.gui.visits.scoring.score_lines import card_lines, site_lines
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.overlay import Overlay
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word


class ScoreSheet(Overlay):
    """Categories, what they lost or their weights, bonus and veto of one scorecard, the site."""

    def __init__(self, sheet: InspectionSheet, card: Scorecard, parent: QWidget) -> None:
        super().__init__(tr("How the score comes about"), parent)
        title = tr("How the score of {window} comes about", window=scorecard_title(card))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        direct = sheet.pack.policy.total is Totalling.DEDUCT
        for row, texts in enumerate((_deducted if direct else _rated)(sheet, card)):
            for column, text in enumerate(texts):
                made = label(text, "" if row else "secondary")
                grid.addWidget(_right(made, column), row, column)
        head = ElidedLabel("title")
        head.setText(title)
        self.column.addWidget(head)
        self.column.addLayout(grid)
        self.column.addWidget(hairline())
        for line in (*card_lines(sheet, card), *site_lines(sheet)):
            self.column.addWidget(wrapped(line))
        self.column.addWidget(label(tr("A click or any key closes this list"), "small"))
        self.appear()


def _rated(sheet: InspectionSheet, card: Scorecard) -> list[Sequence[str]]:
    """Return the categories with their rates and weights, below their titles."""
    titles = (tr("Category"), tr("Points"), tr("Rate"), tr("Weight"), tr("Part of the score"))
    return [titles, *map(_rate_row, sheet.score(card).categories)]


def _rate_row(score: CategoryScore) -> Sequence[str]:
    share = format_points(round_half_up(score.share * ONE))
    weight = f"{score.weight}%"
    if score.rate is not None and score.share != score.weight:
        weight += f" → {share}%"  # the weights of categories without a rate are shared out
    return (
        category_word(score.category),
        f"{format_points(score.got)} / {format_points(score.full)}" if score.full else "—",
        f"{format_score(score.printed_rate)}%" if score.rate is not None else "—",
        weight,
        format_score(score.contribution) if score.rate is not None else "—",
    )


def _deducted(sheet: InspectionSheet, card: Scorecard) -> list[Sequence[str]]:
    """Return the categories with what they lost and what is left, below their titles."""
    titles = (tr("Category"), tr("Points"), tr("Points off"), tr("What is left"))
    scored = sheet.score(card)
    rows: list[Sequence[str]] = [titles]
    for score in scored.categories:
        if not score.full:
            continue  # nothing of it is asked here
        lost = sum(
            each.deduction
            for each in scored.items
            if each.item.category is score.category and not each.item.penalty
        )
        left = format_points(score.got)
        if score.full - lost != score.got:
            left = tr("{points} (nothing is left of it)", points=left)
        off = f"−{format_points(lost)}" if lost else "0"
        rows.append((category_word(score.category), format_points(score.full), off, left))
    return rows


def _right(made: QLabel, column: int) -> QLabel:
    if column:
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made
