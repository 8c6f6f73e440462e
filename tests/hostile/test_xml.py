"""Document types, entities and odd encodings in every part that openpyxl reads."""

from pathlib import Path

import pytest

from tests.hostile.importing import said, said_of_looks
from tests.hostile.real_books import REAL, packed, parts_of

LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
DOCUMENT_TYPES = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY a0 "{"a" * 100_000}">]>',
    "outside": '<!DOCTYPE x [<!ENTITY a0 SYSTEM "file:///etc/passwd">]>',
    "from the net": '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">',
    "parameter": '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>',
    "empty": "<!DOCTYPE x>",
}
HEAD = '<?xml version="1.0"?>'
EXTRA = {
    "xl/comments1.xml": '<comments xmlns="urn:x"/>',
    "xl/externalLinks/externalLink1.xml": '<externalLink xmlns="urn:x"/>',
    "docProps/custom.xml": '<Properties xmlns="urn:x"/>',
    "xl/sharedStrings.xml": '<sst xmlns="urn:x"/>',
}
"""Parts that our own workbooks do not have."""


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    found = {kind: parts_of(make(tmp_path_factory.mktemp(kind))) for kind, make in REAL.items()}
    for parts in found.values():
        parts.update({name: xml.encode() for name, xml in EXTRA.items()})
    return found


def without_head(xml: bytes) -> str:
    text = xml.decode()
    return text.partition("?>")[2] if text.startswith("<?xml") else text


@pytest.mark.parametrize("attack", DOCUMENT_TYPES)
@pytest.mark.parametrize("kind", ["roster", "notice", "form"])
def test_a_document_type_is_refused_wherever_it_stands(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], kind: str, attack: str
) -> None:
    for name, held in originals[kind].items():
        if not name.endswith((".xml", ".rels")):
            continue
        xml = HEAD + DOCUMENT_TYPES[attack] + without_head(held)
        told = said(kind, packed(tmp_path / "a.xlsx", {**originals[kind], name: xml.encode()}))
        ours = kind == "notice" and ("drawings/" in name or "worksheets/_rels/" in name)
        if not ours:  # pictures are read without entities, and lost, not the words beside them
            assert told, name
            assert "damaged" in told[0], name


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp037", "utf-7"])
@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_an_odd_encoding_hides_nothing(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], encoding: str, name: str
) -> None:
    parts = dict(originals["roster"])
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{without_head(parts[name])}'
    parts[name] = xml.encode(encoding, "xmlcharrefreplace")
    path = packed(tmp_path / "a.xlsx", parts)
    assert "damaged" in said("roster", path)[0]
    assert "damaged" in said_of_looks(path)[0]


@pytest.mark.parametrize(
    "target", ["../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://192.0.2.1/x"]
)
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
@pytest.mark.parametrize("kind", ["worksheet", "externalLink", "sharedStrings", "pivotCache"])
def test_what_points_outside_is_not_followed(
    tmp_path: Path, originals: dict[str, dict[str, bytes]], target: str, mode: str, kind: str
) -> None:
    parts = dict(originals["roster"])
    name = "xl/_rels/workbook.xml.rels"
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdX" Type="{base}/{kind}" Target="{target}"{mode}/>'
    parts[name] = parts[name].replace(b"</Relationships>", f"{relation}</Relationships>".encode())
    sheet = f'<sheet xmlns:q="{base}" name="外" sheetId="77" q:id="rIdX"/></sheets>'
    link = f'<externalReference xmlns:q="{base}" q:id="rIdX"/>'
    links = f"<externalReferences>{link}</externalReferences>"
    workbook = parts["xl/workbook.xml"].decode()
    if kind == "worksheet":
        workbook = workbook.replace("</sheets>", sheet)
    if kind == "externalLink":
        workbook = workbook.replace("</sheets>", f"</sheets>{links}")
    parts["xl/workbook.xml"] = workbook.encode()
    told = said("roster", packed(tmp_path / "a.xlsx", parts))
    assert not any("root:" in line for line in told)
    if kind == "worksheet":
        assert "damaged" in told[0]  # a sheet that is not there is not passed over
    assert "passwd" not in "".join(told[1:])


def test_two_sheets_of_one_name_are_not_taken_for_one(
    tmp_path: Path, originals: dict[str, dict[str, bytes]]
) -> None:
    parts = dict(originals["roster"])
    names = parts["xl/workbook.xml"].decode().split('name="')
    first, second = (name.partition('"')[0] for name in names[1:3])
    workbook = parts["xl/workbook.xml"].replace(
        f'name="{second}"'.encode(), f'name="{first}"'.encode()
    )
    told = said("roster", packed(tmp_path / "a.xlsx", {**parts, "xl/workbook.xml": workbook}))
    assert "damaged" in told[0]
