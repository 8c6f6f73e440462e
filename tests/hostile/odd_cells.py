"""Cells that no clerk types: the XML of one cell, with its place to be put in."""
# ruff: noqa: E501 -- a cell on a line

import re
from collections.abc import Mapping

ODD: Mapping[str, str] = {
    "nan": '<c r="{r}"><v>nan</v></c>',
    "infinity": '<c r="{r}"><v>inf</v></c>',
    "minus infinity": '<c r="{r}"><v>-1e999</v></c>',
    "beyond floats": '<c r="{r}"><v>1e400</v></c>',
    "beyond whole numbers": f'<c r="{{r}}"><v>{"9" * 5_000}</v></c>',
    "long whole number": f'<c r="{{r}}"><v>{"9" * 400}</v></c>',
    "no number": '<c r="{r}"><v>eins</v></c>',
    "underscored": '<c r="{r}"><v>1_000</v></c>',
    "full-width number": '<c r="{r}"><v>１２</v></c>',
    "full-width text": '<c r="{r}" t="inlineStr"><is><t>２６１１－００１</t></is></c>',
    "true": '<c r="{r}" t="b"><v>1</v></c>',
    "neither true nor false": '<c r="{r}" t="b"><v>maybe</v></c>',
    "error": '<c r="{r}" t="e"><v>#REF!</v></c>',
    "error of its own": '<c r="{r}" t="e"><v>#HA!</v></c>',
    "day before days": '<c r="{r}" s="{date}"><v>-1</v></c>',
    "day zero": '<c r="{r}" s="{date}"><v>0</v></c>',
    "day without end": '<c r="{r}" s="{date}"><v>1000000000</v></c>',
    "day that is nan": '<c r="{r}" s="{date}"><v>nan</v></c>',
    "day that is infinite": '<c r="{r}" s="{date}"><v>1e999</v></c>',
    "ISO day": '<c r="{r}" t="d"><v>2026-11-23T10:00:00</v></c>',
    "no ISO day": '<c r="{r}" t="d"><v>yesterday</v></c>',
    "ISO time": '<c r="{r}" t="d"><v>10:00:00</v></c>',
    "shared text out of range": '<c r="{r}" t="s"><v>999</v></c>',
    "shared text below zero": '<c r="{r}" t="s"><v>-1</v></c>',
    "unknown type": '<c r="{r}" t="zebra"><v>1</v></c>',
    "unknown format": '<c r="{r}" s="99999"><v>1</v></c>',
    "format below zero": '<c r="{r}" s="-1"><v>1</v></c>',
    "formula without value": '<c r="{r}"><f>1+1</f></c>',
    "formula with value": '<c r="{r}" t="str"><f>A1</f><v>乙</v></c>',
    "empty formula": '<c r="{r}"><f/></c>',
    "shared formula of nobody": '<c r="{r}"><f t="shared" si="7"/></c>',
    "array formula": '<c r="{r}"><f t="array" ref="A1:XFD1048576">1</f></c>',
    "data table": '<c r="{r}"><f t="dataTable" ref="A1:B2" r1="A1"/></c>',
    "odd data table": '<c r="{r}"><f t="dataTable" evil="1"/></c>',
    "long formula": f'<c r="{{r}}"><f>{"1+" * 20_000}1</f></c>',
    "rich text": '<c r="{r}" t="inlineStr"><is><r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r></is></c>',
    "odd rich text": '<c r="{r}" t="inlineStr"><is><r><rPr><sz val="x"/></rPr><t>甲</t></r></is></c>',
    "empty inline text": '<c r="{r}" t="inlineStr"><is/></c>',
    "no inline text": '<c r="{r}" t="inlineStr"/>',
    "surrogate": '<c r="{r}" t="inlineStr"><is><t>a_xD800_b</t></is></c>',
    "escaped zero": '<c r="{r}" t="inlineStr"><is><t>a_x0000_b</t></is></c>',
    "escaped bell": '<c r="{r}" t="inlineStr"><is><t>_x0007_</t></is></c>',
    "not a character": '<c r="{r}" t="inlineStr"><is><t>a&#xFFFD;&#xE000;b</t></is></c>',
    "right to left": '<c r="{r}" t="inlineStr"><is><t>a&#x202E;b</t></is></c>',
    "long text": f'<c r="{{r}}" t="inlineStr"><is><t>{"长" * 40_000}</t></is></c>',
    "long blank": f'<c r="{{r}}" t="inlineStr"><is><t xml:space="preserve">{{{{{" " * 40_000}</t></is></c>',
    "equals and blanks": (
        f'<c r="{{r}}" t="inlineStr"><is><t xml:space="preserve">a=1{" " * 20_000}b</t></is></c>'
    ),
    "lines": f'<c r="{{r}}" t="inlineStr"><is><t>{"a=1&#10;" * 5_000}</t></is></c>',
    "combining": f'<c r="{{r}}" t="inlineStr"><is><t>a{"&#x301;" * 20_000}</t></is></c>',
    "place of another": '<c r="ZZ99999"><v>1</v></c>',
    "place of none": '<c r="A0"><v>1</v></c>',
    "place that is none": '<c r="!!"><v>1</v></c>',
    "place beyond": '<c r="XFE1"><v>1</v></c>',
    "twice": '<c r="{r}"><v>1</v></c><c r="{r}"><v>2</v></c>',
    "without a place": "<c><v>1</v></c>",
    "two values": '<c r="{r}"><v>1</v><v>2</v></c>',
    "picture of nobody": '<c r="{r}" t="str"><f>_xlfn.DISPIMG("ID_X",1)</f><v>=DISPIMG("ID_X",1)</v></c>',
    "something else": '<c r="{r}"><x/></c>',
}  # fmt: skip


def with_odd_cell(sheet: bytes, place: str, odd: str, date_style: int) -> bytes:
    """Return the XML of a sheet in which the cell at a place is an odd one."""
    cell = ODD[odd].replace("{r}", place).replace("{date}", str(date_style))
    pattern = rf'<c r="{place}"(?:[^>]*/>|.*?</c>)'
    changed, count = re.subn(pattern, lambda _: cell, sheet.decode(), count=1, flags=re.DOTALL)
    assert count == 1, place
    return changed.encode()
