"""Little files that unfold to hundreds of megabytes, through the command line, within bounds."""

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.excel.reports import TODAY
from tests.hostile.child import assert_refused_or_read, posix_only, run_child
from tests.hostile.real_books import REAL, with_part
from tests.hostile.streamed import MEGABYTE, padded, stretched, with_rows, with_stream
from tests.workspace.visiting import dump

pytestmark = posix_only

SHEETS = {"roster": "xl/worksheets/sheet1.xml", "notice": "xl/worksheets/sheet2.xml"}
FORM_SHEET = "xl/worksheets/sheet1.xml"
Make = Callable[[Path, str], Path]

TEXTS = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
)
TEXTS_RELATION = (
    b'<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MERGED = b'<mergeCells><mergeCell ref="A100:XFD1048576"/></mergeCells>'


def with_texts(path: Path, filling: bytes, megabytes: int) -> Path:
    with_part(path, "[Content_Types].xml", lambda held: held.replace(b"</Types>", TEXTS))
    relations = "xl/_rels/workbook.xml.rels"
    with_part(path, relations, lambda held: held.replace(b"</Relationships>", TEXTS_RELATION))
    pieces = padded(b'<sst xmlns="%s">' % MAIN, filling, b"</sst>", megabytes)
    return with_stream(path, "xl/sharedStrings.xml", pieces)


def one_text(path: Path, sheet: str) -> Path:
    def pieces() -> Iterable[bytes]:
        yield b'<worksheet xmlns="%s"><sheetData><row><c t="inlineStr"><is><t>' % MAIN
        for _ in range(300):
            yield b"a" * MEGABYTE
        yield b"</t></is></c></row></sheetData></worksheet>"

    return with_stream(path, sheet, pieces())


def many_parts(path: Path, _: str) -> Path:
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        for number in range(60_000):
            archive.writestr(f"xl/media/{number}.jpeg", b"")
    return path


def nested(path: Path, _: str) -> Path:
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.write(path, "xl/embeddings/inner.xlsx")
    return stretched(path, "xl/worksheets/sheet1.xml", b"</sheetData>", b" " * 64, 600)


def merged(path: Path, sheet: str) -> Path:
    def change(held: bytes) -> bytes:
        return held.replace(b"</sheetData>", b"</sheetData>" + MERGED)

    return with_part(path, sheet, change)


def linked(path: Path, sheet: str) -> Path:
    link = b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'
    return with_part(
        path, sheet, lambda held: held.replace(b"</sheetData>", b"</sheetData>" + link)
    )


def inline(text: str) -> str:
    return f'<c r="A{{r}}" t="inlineStr"><is><t>{text}</t></is></c>'


BOMBS: dict[str, Make] = {
    "a million blank rows": lambda p, s: with_rows(p, s, 200, 1_048_576, ""),
    "a million formats": lambda p, s: with_rows(p, s, 200, 1_048_576, '<c r="A{r}" s="1"/>'),
    "a million numbers": lambda p, s: with_rows(p, s, 200, 1_048_576, '<c r="A{r}"><v>1</v></c>'),
    "a million texts": lambda p, s: with_rows(p, s, 200, 1_048_576, inline("x{r}")),
    "a value far below": lambda p, s: with_rows(p, s, 1_048_576, 1_048_576, inline("x")),
    "wide rows": lambda p, s: with_rows(p, s, 200, 9_000, '<c r="XFD{r}"><v>1</v></c>'),
    "a row of millions": lambda p, s: stretched(p, s, b"</row>", b"<c><v>1</v></c>", 40),
    "a text of 300 MB": one_text,
    "900 MB of blanks": lambda p, s: stretched(p, s, b"</sheetData>", b" " * 64, 900),
    "millions of merges": lambda p, s: stretched(
        p, s, b"</worksheet>", b'<mergeCell ref="A9:B9"/>', 50
    ),
    "unended merges": lambda p, s: stretched(p, s, b"</worksheet>", b"<mergeCell ", 50),
    "merged to the end": merged,
    "linked to the end": linked,
    "tiny shared texts": lambda p, s: with_texts(p, b"<si><t>a</t></si>", 60),
    "long shared texts": lambda p, s: with_texts(p, b"<si><t>%s</t></si>" % (b"abc " * 8_000), 190),
    "styles": lambda p, s: stretched(p, "xl/styles.xml", b"</cellXfs>", b'<xf numFmtId="0"/>', 3),
    "more styles": lambda p, s: stretched(p, "xl/styles.xml", b"</styleSheet>", b"<x/>", 190),
    "workbook": lambda p, s: stretched(p, "xl/workbook.xml", b"</workbook>", b"<x/>", 190),
    "types": lambda p, s: stretched(p, "[Content_Types].xml", b"</Types>", b"<Default/>", 60),
    "properties": lambda p, s: stretched(p, "docProps/core.xml", b"</", b"<x/>", 90),
    "many parts": many_parts,
    "nested": nested,
}  # fmt: skip

HEAVY = {"a million texts", "900 MB of blanks", "long shared texts", "more styles", "nested"}
"""Those that take the longest, and are like another."""

COSTLY = {"millions of merges", "a million formats"}
"""Those that take the longest of the others: CI's."""


def bombs_of(*kinds: str) -> list[object]:
    """Every bomb in each kind of workbook.

    CI has each in a form and in one of the others, in turn; the short form half of them, in one of
    the two.
    """
    return [
        pytest.param(bomb, kind, id=f"{bomb}-{kind}", marks=marks(at, bomb, kind))
        for at, bomb in enumerate(BOMBS)
        for kind in kinds
    ]


def marks(at: int, bomb: str, kind: str) -> list[pytest.MarkDecorator]:
    in_form, other = at % 2 == 0, list(SHEETS)[at // 2 % len(SHEETS)]
    if bomb in HEAVY or kind not in ("form", other):
        return [pytest.mark.long]
    is_short = in_form == (kind == "form") and at % 4 < 2 and bomb not in COSTLY
    return [] if is_short else [pytest.mark.ci]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data") / "data"
    write_demo(folder, 2, 1, TODAY)
    return folder


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {kind: make(tmp_path_factory.mktemp(kind)) for kind, make in REAL.items()}


@pytest.mark.ci
@pytest.mark.parametrize(("bomb", "kind"), bombs_of(*SHEETS))
def test_a_bomb_is_refused_or_read_in_bounds(
    tmp_path: Path, data: Path, originals: dict[str, Path], kind: str, bomb: str
) -> None:
    path = BOMBS[bomb](Path(shutil.copy(originals[kind], tmp_path)), SHEETS[kind])
    before = dump(data)
    assert_refused_or_read(run_child("--data", data, "import", path, "--dry-run"))
    assert dump(data) == before


@pytest.mark.ci
@pytest.mark.parametrize(("bomb", "kind"), bombs_of("form"))
def test_a_bomb_of_a_form(tmp_path: Path, originals: dict[str, Path], bomb: str, kind: str) -> None:
    path = BOMBS[bomb](Path(shutil.copy(originals[kind], tmp_path)), FORM_SHEET)
    assert_refused_or_read(run_child("form", path))


@pytest.mark.parametrize(
    "bomb",
    [
        "tiny shared texts",
        pytest.param("a million numbers", marks=pytest.mark.ci),
        pytest.param("styles", marks=pytest.mark.ci),
    ],
)
def test_a_bomb_of_a_pack(tmp_path: Path, originals: dict[str, Path], bomb: str) -> None:
    path = BOMBS[bomb](Path(shutil.copy(originals["pack"], tmp_path)), FORM_SHEET)
    assert_refused_or_read(run_child("check", path))
