"""Bring the Chinese catalogue up to date: `./run python -m tests.translation.update`.

New sentences get an empty translation to be written into the .po; then run it again to compile.
"""

import io
import re
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "resources/locale/zh_CN/LC_MESSAGES/inspector.po"
_KEYWORDS = {"tr": None, "mark": None, "tr_count": (2, 3), "Said": (1,)}
_VOLATILE = re.compile(rb'"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|'
                       rb'Language-Team|Report-Msgid-Bugs-To|Plural-Forms)[^\n]*"\n')  # fmt: skip


@cache
def source_sentences() -> frozenset[str]:
    """Return every English sentence of the program."""
    found = extract_from_dir(ROOT / "inspector", keywords=_KEYWORDS)
    return frozenset(
        str(sentence)
        for _, _, message, _, _ in found
        for sentence in (message if isinstance(message, tuple) else [message])
        if sentence
    )


def translations() -> dict[str, str]:
    """Return the catalogue, English to Chinese."""
    with CATALOGUE.open("rb") as file:
        return {str(m.id): str(m.string or "") for m in read_po(file) if m.id}


def catalogue_text(known: dict[str, str]) -> bytes:
    """Return the .po of today's sentences, as it is kept in the repository."""
    catalogue = Catalog(
        locale="zh_CN",
        project="inspector",
        header_comment="# Chinese, for office use.",
        fuzzy=False,
    )
    for sentence in sorted(source_sentences()):
        catalogue.add(sentence, known.get(sentence, ""))
    text = io.BytesIO()
    write_po(text, catalogue, width=0, sort_output=True)
    return _VOLATILE.sub(b"", text.getvalue())


def compiled() -> bytes:
    """Return the .mo of the .po on disk."""
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file)
    # The compiled file is kept: the same sentences have to give the same bytes.
    catalogue.creation_date = catalogue.revision_date = datetime(2026, 1, 1, tzinfo=UTC)
    output = io.BytesIO()
    write_mo(output, catalogue)
    return output.getvalue()


def main() -> int:
    """Write both files; return 1 while something is mark."""
    CATALOGUE.write_bytes(catalogue_text(translations()))
    CATALOGUE.with_suffix(".mo").write_bytes(compiled())
    missing = [english for english, chinese in translations().items() if not chinese]
    for english in missing:
        sys.stderr.write(f"not translated: {english}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
