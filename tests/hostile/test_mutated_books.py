"""Real workbooks, spoilt at random: read, or refused with a sentence, and nothing is changed."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings

from inspector.domain.errors import InspectorError
from inspector.domain.papers.circular import PeriodFindings
from inspector.excel.forms.form_fields import form_data
from inspector.excel.forms.form_workbook import write_form
from tests.excel.reports import HEADING, TODAY
from tests.hostile.importing import said, said_of_looks
from tests.hostile.mutation import Mutation, flipped, flips, mutations, spoilt
from tests.hostile.real_books import FINDINGS, REAL, parts_of

FEW, MANY = settings(max_examples=25), settings(max_examples=1_000)
KINDS = sorted(REAL)


@dataclass(frozen=True)
class Originals:
    """The real workbooks, packed and in parts, and a folder to spoil them in."""

    folder: Path
    packed: dict[str, bytes]
    parts: dict[str, dict[str, bytes]]


@pytest.fixture(scope="module")
def originals() -> Iterator[Originals]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = {}
        for kind, make in REAL.items():
            (folder / kind).mkdir()
            paths[kind] = make(folder / kind)
        yield Originals(
            folder,
            {kind: path.read_bytes() for kind, path in paths.items()},
            {kind: parts_of(path) for kind, path in paths.items()},
        )


def read_by_all(kind: str, path: Path) -> None:
    """Read a file as its own kind, and ask which kind it is; `said` fails for other errors."""
    said(kind, path)
    said_of_looks(path)
    if kind == "form":
        data = form_data([], PeriodFindings(FINDINGS, (), (), {}), HEADING, TODAY, 4)
        with suppress(InspectorError):
            write_form(path, path.with_name("filled.xlsx"), data, TODAY)


@pytest.mark.ci
@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(changes=mutations)
def test_spoilt_parts(originals: Originals, kind: str, changes: list[Mutation]) -> None:
    read_by_all(kind, spoilt(originals.folder / "a.xlsx", originals.parts[kind], changes))


@pytest.mark.parametrize("kind", KINDS)
@FEW
@given(changes=flips)
def test_spoilt_bytes(originals: Originals, kind: str, changes: list[tuple[int, int]]) -> None:
    read_by_all(kind, flipped(originals.folder / "a.xlsx", originals.packed[kind], changes))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@MANY
@given(changes=mutations)
def test_spoilt_parts_at_length(originals: Originals, kind: str, changes: list[Mutation]) -> None:
    read_by_all(kind, spoilt(originals.folder / "a.xlsx", originals.parts[kind], changes))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
@MANY
@given(changes=flips)
def test_spoilt_bytes_at_length(
    originals: Originals, kind: str, changes: list[tuple[int, int]]
) -> None:
    read_by_all(kind, flipped(originals.folder / "a.xlsx", originals.packed[kind], changes))
