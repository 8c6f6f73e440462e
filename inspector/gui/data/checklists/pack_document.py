"""The items of a pack as a document to be printed: a table for each category."""

from collections.abc import Collection, Sequence
from html import escape
from itertools import groupby, pairwise

from PySide6.QtGui import QFont, QTextDocument

from inspector.domain.checklist.checklist import Item, Pack
from inspector.gui.theme import FONT_FAMILIES
from inspector.translation import tr
from inspector.workspace.packs.pack_scoring_words import (
    DOT,
    category_word,
    full_text,
    items_text,
    scope_text,
)
from inspector.workspace.packs.rule_words import rule_text

TEXT_POINTS = 9

_NEW_PAGE = "; page-break-before: always"

_TABLE = '<table width="100%" border="1" cellspacing="0" cellpadding="3" {style}>'
_STYLE = 'style="border-collapse: collapse; border-style: solid; border-color: #666666"'


def pack_document(
    pack: Pack, items: Sequence[Item], narrowed: str = "", breaks: Collection[int] = ()
) -> QTextDocument:
    """Return a document with these items of a pack; `narrowed` says what they were chosen by.

    A new page begins before the items at the places in `breaks`.
    """
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(TEXT_POINTS)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(_html(pack, items, narrowed, breaks))
    return document


def _html(pack: Pack, items: Sequence[Item], narrowed: str, breaks: Collection[int]) -> str:
    facts = [
        tr("Version {version}", version=pack.version),
        narrowed,
        items_text(len(items)),
    ]
    said = DOT.join(fact for fact in facts if fact)
    parts = [
        f'<p align="center" style="font-size: 16pt; margin: 0"><b>{escape(pack.title)}</b></p>',
        f'<p align="center" style="margin: 4px 0 8px 0">{escape(said)}</p>',
    ]
    place = 0
    for category, group in groupby(items, key=lambda item: item.category):
        asked = list(group)
        starts = [n for n in range(1, len(asked)) if place + n in breaks]
        counted = items_text(len(asked))
        title = tr("{category} ({items})", category=category_word(category), items=counted)
        style = f"font-size: 11pt; margin: 10px 0 4px 0{_NEW_PAGE if place in breaks else ''}"
        parts.append(f'<p style="{style}"><b>{escape(title)}</b></p>')
        for first, end in pairwise([0, *starts, len(asked)]):
            if first:  # a paragraph stands between two tables anyway
                parts.append(f'<p style="font-size: 1pt; margin: 0{_NEW_PAGE}"></p>')
            parts.append(_table(pack, asked[first:end], first + 1))
        place += len(asked)
    return "".join(parts)


def _table(pack: Pack, items: Sequence[Item], number: int) -> str:
    titles = (
        (tr("No."), "6%"),
        (tr("Item"), "35%"),
        (tr("Where"), "12%"),
        (tr("Points"), "8%"),
        (tr("Scoring"), "18%"),
        (tr("Requirement"), "21%"),
    )
    head = "".join(
        f'<th width="{width}" bgcolor="#EEEEEE">{escape(title)}</th>' for title, width in titles
    )
    rows = "".join(_row(pack, number, item) for number, item in enumerate(items, number))
    table = _TABLE.format(style=_STYLE)
    return f"{table}<thead><tr>{head}</tr></thead>{rows}</table>"


def _row(pack: Pack, number: int, item: Item) -> str:
    text = ("★ " if item.veto else "") + item.text
    cells = (
        ("center", str(number)),
        ("left", text),
        ("left", scope_text(item, pack)),
        ("center", full_text(item)),
        ("left", rule_text(item.rule)),
        ("left", item.requirement),
    )
    inside = "".join(
        f'<td align="{side}" valign="middle">{escape(text)}</td>' for side, text in cells
    )
    return f"<tr>{inside}</tr>"
