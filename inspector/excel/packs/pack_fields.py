"""The sheets of a pack's workbook: the fields of the schema that stand on them, and their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from inspector.domain.checklist.item_schema import ITEM
from inspector.domain.checklist.pack_schema import PACK, WINDOW_KIND
from inspector.domain.checklist.schema_fields import Field, Rows
from inspector.domain.checklist.value_kinds import Points, Text, Texts, Whole
from inspector.excel.reading.typed_cells import comparable
from inspector.excel.sheet.sheet_style import Kind

ITEM_FIELDS, KIND_FIELDS, SETTINGS = (
    tuple(record.leaves()) for record in (ITEM, WINDOW_KIND, PACK)
)
CASES, RULE_KIND = (
    next(leaf for leaf in ITEM_FIELDS if leaf.key == ("rule", key)) for key in ("options", "kind")
)
"""Options or bands: which of them, the kind of the rule decides."""

SETTINGS_SHEET, KINDS_SHEET = "设置", "窗口类型"
"""The sheets beside those of the categories, which are called as the categories are."""

EARLIER_NAMES = {"窗口类型": "窗口类别"}
"""What a sheet or column was called in workbooks that are still sent in."""

SETTING_LABEL, SETTING_VALUE, SETTING_HINT = "栏目", "内容", "怎样填写"
"""The columns of the settings."""


def style_of(field: Field) -> Kind:
    """Return how the cells of a field are set."""
    match field.kind:
        case Points() | Whole():
            return Kind.NUMBER
        case Texts() | Rows():
            return Kind.LINES
        case Text(long=True):
            return Kind.TEXT
    return Kind.SHORT


def words_of(field: Field) -> Sequence[str]:
    """Return the words to choose from, the usual one first; none where anything may stand."""
    return [said.chinese for said in (field.kind.words or {}).values()]


def meant(words: Mapping[Any, Any], text: str) -> Any:  # noqa: ANN401 -- a code, or the text
    """Return the code of a word; what is none of them comes back as it is."""
    wanted = comparable(text)
    return next((code for code, said in words.items() if comparable(said.chinese) == wanted), text)
