"""What the part of a chart says it shows: bars with the copy of the figures that it carries."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from inspector.domain.papers.printed_page import Box, ChartBars, PlacedChart
from inspector.excel.pages.shown_values import shown

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST = 2_000  # bars of a row


def read_chart(root: Element | None, box: Box) -> PlacedChart:
    """Return the chart of a part for its place."""
    if root is None:
        return PlacedChart(box, "", (), ())
    title = "".join(each.text or "" for each in _all(root, "title", f"{_A}t"))
    plot = root.find(f"{_C}chart/{_C}plotArea/{_C}barChart")
    if plot is None:
        return PlacedChart(box, title, (), ())
    series = plot.findall(f"{_C}ser")
    words = _points(series[0].find(f"{_C}cat")) if series else []
    values, categories = root.find(f".//{_C}valAx"), root.find(f".//{_C}catAx")
    return PlacedChart(
        box,
        title,
        words,
        [_bars(each, len(words)) for each in series],
        is_lying=_val(plot, "barDir") == "bar",
        begins_above=_val(categories, "scaling/orientation") == "maxMin",
        highest=_float(_val(values, "scaling/max")),
        step=_float(_val(values, "majorUnit")),
        figures_within=all(_val(each, "dLbls/dLblPos") != "outEnd" for each in series),
    )


def _bars(series: Element, count: int) -> ChartBars:
    labels = series.find(f"{_C}dLbls")
    numbers = [_float(text) or 0.0 for text in _points(series.find(f"{_C}val"))]
    numbers += [0.0] * (count - len(numbers))
    name = series.findtext(f"{_C}tx/{_C}v") or "".join(_points(series.find(f"{_C}tx")))
    said = [""] * len(numbers)
    if labels is not None and _val(labels, "showVal") == "1":
        number_format = labels.find(f"{_C}numFmt")
        code = "General" if number_format is None else number_format.get("formatCode", "General")
        named = f"{name}; " if _val(labels, "showSerName") == "1" else ""
        hidden = {
            _whole(_val(each, "idx"))
            for each in labels.findall(f"{_C}dLbl")
            if _val(each, "showVal") != "1"
        }
        said = [
            "" if place in hidden else f"{named}{shown(number, code)}"
            for place, number in enumerate(numbers)
        ]
    return ChartBars(
        name,
        numbers,
        said,
        _is_hatched(series),
        frozenset(
            _whole(_val(each, "idx"))
            for each in series.findall(f"{_C}dPt")
            if _is_hatched(each) != _is_hatched(series)
        ),
    )


def _is_hatched(element: Element) -> bool:
    return element.find(f"{_C}spPr/{_A}pattFill") is not None


def _points(source: Element | None) -> list[str]:
    """Return the texts of a copy of cells, '' where one is empty."""
    if source is None:
        return []
    count = min(_whole(_val(source, ".//ptCount")), _MOST)
    texts = [""] * count
    for point in source.iter(f"{_C}pt"):
        place = _whole(point.get("idx"))
        if place < count:
            texts[place] = point.findtext(f"{_C}v") or ""
    return texts


def _all(root: Element, within: str, tag: str) -> Iterator[Element]:
    found = root.find(f"{_C}chart/{_C}{within}")
    if found is not None:
        yield from found.iter(tag)


def _val(element: Element | None, path: str) -> str | None:
    if element is None:
        return None
    inside = path.startswith(".//")
    steps = "/".join(f"{_C}{step}" for step in path.removeprefix(".//").split("/"))
    found = element.find(f".//{steps}" if inside else steps)
    return None if found is None else found.get("val")


def _float(text: str | None) -> float | None:
    try:
        return float(text) if text is not None else None
    except ValueError:
        return None


def _whole(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() else 0
