"""The trend: nothing is drawn of an empty month, every tick is named, a broken axis says so."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.days.span import Span, SpanKind, span_of
from inspector.domain.figures.figures import PartFigures, TrendPart
from inspector.gui.summary.sections.figure_words import tick_texts
from inspector.gui.summary.sections.trend_lines import Trend, axis_of, trend_of
from inspector.gui.summary.sections.trend_painting import paint_trend
from inspector.gui.theme import LIGHT

HALL, CLINIC = PackFamily("hall", ("1",), "厅"), PackFamily("clinic", ("1",), "院")
YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def parts(span: Span, scores: dict[int, dict[PackFamily, int]]) -> tuple[TrendPart, ...]:
    """The parts of a span; those at the places have scores."""
    return tuple(
        TrendPart(
            each,
            {pack: PartFigures(score, 1, 0) for pack, score in scores.get(place, {}).items()},
        )
        for place, each in enumerate(span.parts())
    )


def drawn(trend: Trend, width: int = 900) -> QImage:
    image = QImage(width, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_trend(painter, QRect(0, 0, width, 240), trend, LIGHT)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_months_without_a_score_are_left_out_and_the_gap_is_known() -> None:
    trend = trend_of(parts(YEAR, {4: {HALL: 9000}, 5: {HALL: 9100}, 9: {HALL: 9200}}))
    assert [part.span.first.month for part in trend.parts] == [5, 6, 10]
    assert trend.gaps == {1}  # behind June
    assert trend_of(parts(YEAR, {})).parts == []


def test_what_gets_no_line_keeps_no_empty_place() -> None:
    """A fifth checklist, used in one month alone, is not drawn: nor is that month."""
    packs = [PackFamily(name, ("1",), name) for name in "abcde"]
    scores = {n: dict.fromkeys(packs[:4], 9000) for n in (1, 2)}
    trend = trend_of(parts(YEAR, {**scores, 7: {packs[4]: 8000}}))
    assert len(trend.packs) == 5
    assert [part.span.first.month for part in trend.parts] == [2, 3]


@pytest.mark.usefixtures("qapp")
def test_a_gap_and_a_broken_axis_are_drawn() -> None:
    along = trend_of(parts(YEAR, {4: {HALL: 9000}, 5: {HALL: 9100}, 6: {HALL: 9200}}))
    gap = Trend(along.parts, along.packs, frozenset({1}))
    assert drawn(along) != drawn(gap)
    assert axis_of([9000, 9200])[0] > 0
    low = trend_of(parts(YEAR, {4: {HALL: 300}, 5: {HALL: 9100}}))
    assert axis_of(low.values)[0] == 0


@pytest.mark.usefixtures("qapp")
def test_lines_differ_in_grey() -> None:
    one = trend_of(parts(YEAR, {4: {HALL: 9000, CLINIC: 9400}, 5: {HALL: 9100, CLINIC: 9500}}))
    other = Trend(one.parts, one.packs[::-1])
    assert drawn(one) != drawn(other)


@pytest.mark.parametrize(
    ("span", "count"),
    [(YEAR, 12), (span_of(SpanKind.QUARTER, date(2026, 5, 1)), 14),
     (Span(date(2024, 1, 1), date(2026, 12, 31)), 36)],
)  # fmt: skip
def test_every_part_has_a_name_even_where_there_is_little_room(span: Span, count: int) -> None:
    ticks = tick_texts(span.parts())
    assert len(ticks) == count
    assert all(each.whole and each.short for each in ticks)
    # What the short ones leave out is told where it begins.
    assert ticks[0].below(short=True)
    begun = [each.below(short=True) for each in ticks if each.below(short=True)]
    assert len(begun) == len(dict.fromkeys(begun))
    assert max(len(each.short) for each in ticks) <= 2


def test_a_week_is_not_taken_for_its_first_day() -> None:
    weeks = tick_texts(span_of(SpanKind.QUARTER, date(2026, 11, 28)).parts())
    assert "11/23–29" in [each.whole for each in weeks]
    assert "11/30–12/6" in [each.whole for each in weeks]
    assert "23–29" in [each.less for each in weeks]


def test_days_are_told_with_their_month() -> None:
    first = date(2026, 10, 30)
    days = [Span(first + timedelta(n), first + timedelta(n)) for n in range(4)]
    ticks = tick_texts(days)
    assert [each.short for each in ticks] == ["30", "31", "1", "2"]
    assert [bool(each.below(short=True)) for each in ticks] == [True, False, True, False]
    assert [each.below(short=False) for each in ticks] == [""] * 4
