"""What a chapter tells of the window's commands: their words and keys, as they are now.

A chapter writes `{key:scoring.pass}` for a key, `{words:ledger.assigned}` for the words of a
button, `{do:ledger.assigned}` for both, and `{list:form-fields}` for what a superior's form can
hold.
"""

import re
from collections.abc import Callable, Iterator

from inspector.gui.commands.command import Command

PLACEHOLDER = re.compile(r"\{(key|words|do):([a-z-]+\.[a-z-]+)\}")

_AIR = "\u2009"  # a thin space, which a line is not broken at

_FORM_FIELDS = "{list:form-fields}"

Find = Callable[[str], Command]
"""Returns the command of a name, `ledger.assigned`; raises KeyError when there is none."""


def told(text: str, find: Find) -> str:
    """Return a chapter with the commands it names written out, keys as `code`, words in bold."""
    text = PLACEHOLDER.sub(lambda match: _written(match[1], find(match[2])), text)
    return text.replace(_FORM_FIELDS, _form_fields()) if _FORM_FIELDS in text else text


def _form_fields() -> str:
    from inspector.workspace.papers.superior_forms import known_fields

    lines: list[str] = []
    for title, fields in known_fields():
        lines += ["", f"**{title.rstrip(':：')}**", ""]
        lines += [f"- `{field}` {meaning}".rstrip() for field, meaning in fields]
    return "\n".join(lines)


def named(text: str) -> Iterator[tuple[str, str]]:
    """Return what is told of which command: `key` or `do`, and the command's name."""
    for match in PLACEHOLDER.finditer(text):
        yield match[1], match[2]


def _written(what: str, command: Command) -> str:
    words = f"**{command.iconText().rstrip('…')}**"
    key = f"`{_AIR}{command.key}{_AIR}`" if command.key else ""
    if what == "words":
        return words
    return key if what == "key" else f"{words} {key}".rstrip()
