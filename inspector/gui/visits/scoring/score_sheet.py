"""A score expanded into its arithmetic, over the page, until any key closes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector.domain.checklist.checklist import VetoPolicy
from inspector.domain.checklist.points import (
    ONE,
    format_mean,
    format_points,
    format_score,
    round_half_up,
)
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.theme import GRID
from inspector.gui.widgets.elided_label import ElidedLabel
from inspector.gui.widgets.labels import hairline, label, wrapped
from inspector.gui.widgets.overlay import Overlay
from inspector.gui.words import scorecard_title
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import category_word


class ScoreSheet(Overlay):
    """Categories, weights, bonus and veto of one scorecard, then the shares of the site."""

    def __init__(self, sheet: InspectionSheet, card: Scorecard, parent: QWidget) -> None:
        super().__init__(tr("How the score comes about"), parent)
        title = tr("How the score of {window} comes about", window=scorecard_title(card))
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(GRID)
        self._fill(grid, sheet, card)
        head = ElidedLabel("title")
        head.setText(title)
        self.column.addWidget(head)
        self.column.addLayout(grid)
        self.column.addWidget(hairline())
        for line in (*_card_lines(sheet, card), *_site_lines(sheet)):
            self.column.addWidget(wrapped(line))
        self.column.addWidget(label(tr("A click or any key closes this list"), "small"))
        self.appear()

    def _fill(self, grid: QGridLayout, sheet: InspectionSheet, card: Scorecard) -> None:
        titles = (tr("Category"), tr("Points"), tr("Rate"), tr("Weight"), tr("Part of the score"))
        for column, text in enumerate(titles):
            grid.addWidget(_right(label(text, "secondary"), column), 0, column)
        for row, score in enumerate(sheet.score(card).categories, 1):
            share = format_points(round_half_up(score.share * ONE))
            weight = f"{score.weight}%"
            if score.rate is not None and score.share != score.weight:
                weight += f" → {share}%"  # the weights of categories without a rate are shared out
            texts = (
                category_word(score.category),
                f"{format_points(score.got)} / {format_points(score.full)}" if score.full else "—",
                f"{format_score(score.printed_rate)}%" if score.rate is not None else "—",
                weight,
                format_score(score.contribution) if score.rate is not None else "—",
            )
            for column, text in enumerate(texts):
                grid.addWidget(_right(label(text), column), row, column)


def _right(made: QLabel, column: int) -> QLabel:
    if column:
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def _card_lines(sheet: InspectionSheet, card: Scorecard) -> list[str]:
    """Return the sum of a scorecard, its bonus and what a veto does."""
    score, policy = sheet.score(card), sheet.pack.policy
    parts = " + ".join(
        format_score(category.contribution)
        for category in score.categories
        if category.rate is not None
    )
    lines = []
    if score.bonus_found > score.bonus:
        lines.append(
            tr(
                "Bonus {found}, capped at {cap}",
                found=format_points(score.bonus_found),
                cap=format_points(policy.bonus_cap),
            )
        )
    if parts:
        bonus = f" + {format_points(score.bonus)}" if score.bonus else ""
        lines.append(f"{parts}{bonus} = {format_score(score.earned)}")
    for item in score.vetoes:
        zero = policy.veto is VetoPolicy.ZERO
        what = tr("score 0") if zero else tr("score kept")
        lines.append(
            tr(
                "★ {item}: {grade}, {what}",
                item=item.text,
                grade=sheet.pack.failing_grade.title,
                what=what,
            )
        )
    return lines


def _site_lines(sheet: InspectionSheet) -> list[str]:
    """Return how the site's score follows from its scorecards."""
    site, share = sheet.site_score(), sheet.pack.policy.public_area_share
    if site.total is None:
        return []
    total = format_score(site.total)
    windows, public = format_mean(site.windows), format_score(site.public)
    if site.windows is None:
        return [tr("Site: public area only = {total}", total=total)]
    if site.public is None:
        return [tr("Site: mean of the windows = {total}", total=total)]
    return [
        tr(
            "Site: windows {windows} × {own}% + public area {public} × {share}% = {total}",
            windows=windows,
            own=100 - share,
            public=public,
            share=share,
            total=total,
        )
    ]
