"""The items of a pack as a document to be printed: a table for each category."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtGui import QFont, QTextDocument

from inspector.domain.checklist import Item, Pack
from inspector.gui.theme import FONT_FAMILIES
from inspector.gui.words import category_word
from inspector.translation import tr
from inspector.workspace.pack_words import DOT, full_text, items_text, scope_text
from inspector.workspace.rule_words import rule_text

TEXT_POINTS = 9

_TABLE = '<table width="100%" border="1" cellspacing="0" cellpadding="3" {style}>'
_STYLE = 'style="border-collapse: collapse; border-style: solid; border-color: #666666"'


def pack_document(pack: Pack, items: Sequence[Item], narrowed: str = "") -> QTextDocument:
    """Return a document with these items of a pack; `narrowed` says what they were chosen by."""
    font = QFont()
    font.setFamilies(FONT_FAMILIES)
    font.setPointSizeF(TEXT_POINTS)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(_html(pack, items, narrowed))
    return document


def _html(pack: Pack, items: Sequence[Item], narrowed: str) -> str:
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
    for category, group in groupby(items, key=lambda item: item.category):
        asked = list(group)
        counted = items_text(len(asked))
        title = tr("{category} ({items})", category=category_word(category), items=counted)
        parts.append(f'<p style="font-size: 11pt; margin: 10px 0 4px 0"><b>{escape(title)}</b></p>')
        parts.append(_table(pack, asked))
    return "".join(parts)


def _table(pack: Pack, items: Sequence[Item]) -> str:
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
    rows = "".join(_row(pack, number, item) for number, item in enumerate(items, 1))
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
