"""Native charts that print in black and white: outlines, patterns and figures, never colour alone.

Each carries a copy of what it shows, so that a preview that computes nothing shows it as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from inspector.excel.sheet.legal_text import legal_text

if TYPE_CHECKING:
    from openpyxl.chart import BarChart
    from openpyxl.chart.label import DataLabelList
    from openpyxl.chart.series import Series
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.chart.text import RichText
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import ParagraphProperties
    from openpyxl.worksheet.worksheet import Worksheet

CENTIMETRE = 72 / 2.54
"""Points."""

_FONT_SIZE = 1000  # hundredths of a point
_GREY, _LIGHT = "8C8C8C", "FFFFFF"


@dataclass(frozen=True, slots=True)
class Cells:
    """A column of cells, rows from 1, and what they hold."""

    sheet: "Worksheet"
    column: int
    first_row: int
    values: Sequence[str | int | Decimal]

    @property
    def reference(self) -> str:
        """Where they are, as formulas say it."""
        from openpyxl.utils import get_column_letter, quote_sheetname

        letter, last = get_column_letter(self.column), self.first_row + len(self.values) - 1
        name = quote_sheetname(self.sheet.title)
        return f"{name}!${letter}${self.first_row}:${letter}${last}"


@dataclass(frozen=True, slots=True)
class Bars:
    """One row of bars: its name, its numbers, how they are drawn, which of them are hatched."""

    name: str
    cells: Cells
    number_format: str = "General"
    is_hatched: bool = False
    exceptions: Sequence[int] = ()  # bars, from 0, drawn the other way


@dataclass(frozen=True, slots=True)
class ChartPlan:
    """A bar chart: title, the words below its bars, its rows of bars, its height in centimetres."""

    title: str
    words: Cells
    bars: Sequence[Bars]
    height: float
    is_lying: bool = False  # bars to the right, the first one on top
    is_named: bool = False  # every figure says what it counts: there is no legend to look up
    highest: float | None = None
    step: int | None = None  # between the numbers of its scale; None: what the program chooses


def bar_chart(plan: ChartPlan) -> "BarChart":
    """Return the chart of a plan."""
    from openpyxl.chart import BarChart

    chart = BarChart()
    chart.type = "bar" if plan.is_lying else "col"
    chart.grouping = "clustered"
    chart.gapWidth = 50
    chart.title = _title(plan.title)
    chart.roundedCorners = False
    chart.legend = None
    for number, bars in enumerate(plan.bars):
        chart.series.append(_series(number, plan, bars))
    chart.x_axis.delete = chart.y_axis.delete = False  # else Excel draws no axis
    chart.x_axis.txPr = chart.y_axis.txPr = _text()
    chart.y_axis.scaling.min = 0
    chart.y_axis.scaling.max = plan.highest
    chart.y_axis.majorUnit = plan.step
    chart.y_axis.majorGridlines = None  # the figures stand at the bars
    chart.y_axis.numFmt = "General"
    if plan.is_lying:
        chart.x_axis.scaling.orientation = "maxMin"
        chart.y_axis.crosses = "max"  # the scale stays below
    return chart


def _title(text: str) -> "Title":
    from openpyxl.chart.text import RichText, Text
    from openpyxl.chart.title import Title
    from openpyxl.drawing.text import Paragraph, RegularTextRun

    paragraph = Paragraph(pPr=_paragraph(1200, bold=True), r=[RegularTextRun(t=text)])
    return Title(tx=Text(rich=RichText(p=[paragraph])), overlay=False)


def _series(number: int, plan: ChartPlan, bars: Bars) -> "Series":
    from openpyxl.chart.data_source import (
        AxDataSource,
        NumData,
        NumDataSource,
        NumRef,
        NumVal,
        StrData,
        StrRef,
        StrVal,
    )
    from openpyxl.chart.marker import DataPoint
    from openpyxl.chart.series import Series, SeriesLabel

    words, numbers = plan.words, bars.cells
    series = Series(idx=number, order=number)
    series.tx = SeriesLabel(v=bars.name)
    series.cat = AxDataSource(
        strRef=StrRef(
            f=words.reference,
            strCache=StrData(
                ptCount=len(words.values),
                pt=[
                    StrVal(idx=place, v=legal_text(str(word)))
                    for place, word in enumerate(words.values)
                ],
            ),
        )
    )
    series.val = NumDataSource(
        numRef=NumRef(
            f=numbers.reference,
            numCache=NumData(
                formatCode=bars.number_format,
                ptCount=len(numbers.values),
                pt=[NumVal(idx=place, v=str(each)) for place, each in enumerate(numbers.values)],
            ),
        )
    )
    series.graphicalProperties = _filled(bars.is_hatched)
    series.invertIfNegative = False
    series.dPt = [
        DataPoint(idx=place, invertIfNegative=False, spPr=_filled(not bars.is_hatched))
        for place in bars.exceptions
    ]
    noughts = [place for place, each in enumerate(numbers.values) if each == 0]
    series.dLbls = _labels(bars.number_format, plan.is_named, noughts)
    return series


def _filled(hatched: bool) -> "GraphicalProperties":
    from openpyxl.chart.shapes import GraphicalProperties
    from openpyxl.drawing.colors import ColorChoice
    from openpyxl.drawing.fill import PatternFillProperties
    from openpyxl.drawing.line import LineProperties

    outline = LineProperties(solidFill="000000", w=9525)
    if not hatched:
        return GraphicalProperties(solidFill=_GREY, ln=outline)
    pattern = PatternFillProperties(
        prst="wdUpDiag",  # wide strokes: a copier keeps them
        fgClr=ColorChoice(srgbClr="000000"),  # type: ignore[arg-type]  # as its own docs have it
        bgClr=ColorChoice(srgbClr=_LIGHT),  # type: ignore[arg-type]
    )
    return GraphicalProperties(pattFill=pattern, ln=outline)


def _labels(number_format: str, is_named: bool, noughts: Sequence[int]) -> "DataLabelList":
    """Return the figures within the bars: outside, that of a full bar would leave the chart.

    Those that are named stand at the end of their bar, where the scale leaves them room; a nought
    (`noughts`, places from 0) has none.
    """
    from openpyxl.chart.label import DataLabel, DataLabelList
    from openpyxl.chart.shapes import GraphicalProperties

    labels = DataLabelList()
    if is_named:
        hidden = dict.fromkeys(
            ("showVal", "showSerName", "showCatName", "showLegendKey", "showPercent"), False
        )
        labels.dLbl = [DataLabel(idx=place, **hidden) for place in noughts]
    labels.showVal = True
    labels.showSerName = is_named
    labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.numFmt = number_format
    labels.position = "outEnd" if is_named else "inEnd"
    labels.spPr = GraphicalProperties(solidFill=_LIGHT)  # black on white within a dark bar
    labels.txPr = _text()
    return labels


def _text() -> "RichText":
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import Paragraph, RichTextProperties

    paragraph = Paragraph(pPr=_paragraph(_FONT_SIZE), endParaRPr=None)
    return RichText(bodyPr=RichTextProperties(), p=[paragraph])


def _paragraph(size: int, *, bold: bool = False) -> "ParagraphProperties":
    from openpyxl.drawing.text import CharacterProperties, ParagraphProperties

    return ParagraphProperties(defRPr=CharacterProperties(sz=size, b=bold, solidFill="000000"))
