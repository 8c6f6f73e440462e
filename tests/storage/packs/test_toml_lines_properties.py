"""Random TOML documents, written by a writer that knows its lines."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklist.table_values import Path
from inspector.storage.packs.toml_lines import line_numbers

_AWKWARD = "ab1 #=[]{},.'\u2028\u3000文号\t"
_ONE_LINE = st.text(_AWKWARD, max_size=8)
_KEYS = st.sampled_from(("id", "from", "a-b", "_1", '"文明 用语"', '"a.b"', "'[x]'", '"#"'))
_BLANKS = st.sampled_from(("", "", "", "\n", "# \"\"\" ''' [x] y = 1\n", "\n  # [[z]]\n\n"))
_SCALARS = st.one_of(
    st.sampled_from(("1", "-1.5", "true", "2026-11-30", "2026-11-30 09:00:00", "1e3", "0x1F")),
    _ONE_LINE.map(lambda text: f'"{text}"'),
    _ONE_LINE.map(lambda text: '"\\"' + text + '\\\\"'),
    _ONE_LINE.map(lambda text: "'" + text.replace("'", '"') + "'"),
    st.lists(_ONE_LINE, max_size=3).map(lambda lines: '"""' + "\n".join(lines) + ' """'),
    st.lists(_ONE_LINE, max_size=3).map(
        lambda lines: "'''" + "\n".join(lines).replace("'", '"') + "''''"
    ),
)


class Writer:
    """A document so far, and the line of everything in it."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Path, int] = {(): 1}

    def write(self, text: str) -> None:
        self.text += text

    def note(self, path: Path) -> None:
        self.lines[path] = self.text.count("\n") + 1

    def keys(self, size: int = 3) -> list[str]:
        return self.draw(st.lists(_KEYS, max_size=size, unique=True))

    def table(self, path: Path) -> None:
        for key in self.keys():
            self.write(self.draw(_BLANKS))
            self.write(self.draw(st.sampled_from(("", "  "))))
            self.note((*path, key.strip("\"'")))
            self.write(f"{key} = ")
            self.value((*path, key.strip("\"'")))
            self.write(self.draw(st.sampled_from(("\n", "  # ] } '''\n"))))

    def value(self, path: Path, depth: int = 0) -> None:
        match self.draw(st.integers(0, 5 if depth < 3 else 3)):
            case 4:
                self.write("[")
                for index in range(self.draw(st.integers(0, 3))):
                    self.write(self.draw(_BLANKS) and "\n# ' [ \"\n")
                    self.note((*path, index))
                    self.value((*path, index), depth + 1)
                    self.write(self.draw(st.sampled_from((",", ",\n", " , # ]\n"))))
                self.write("]")
            case 5:
                self.write("{ ")
                for index, key in enumerate(self.keys(2)):
                    self.write(", " if index else "")
                    self.note((*path, key.strip("\"'")))
                    self.write(f"{key} = ")
                    self.value((*path, key.strip("\"'")), depth + 1)
                self.write(" }")
            case _:
                self.write(self.draw(_SCALARS))


@st.composite
def documents(draw: st.DrawFn) -> Writer:
    """A document with keys, tables, lists of tables and tables inside those."""
    writer = Writer(draw)
    writer.table(())
    for name in draw(st.lists(st.sampled_from(("t1", '"t 2"', "t3")), unique=True)):
        path: Path = (name.strip('"'),)
        if draw(st.booleans()):
            writer.note(path)
            writer.write(f"[ {name} ] # [x]\n")
            writer.table(path)
            continue
        for index in range(draw(st.integers(1, 3))):
            if index == 0:
                writer.note(path)
            writer.note((*path, index))
            writer.write(f"[[{name}]]\n")
            writer.table((*path, index))
            if draw(st.booleans()):
                writer.write(draw(_BLANKS))
                writer.note((*path, index, "sub"))
                writer.write(f"[{name}.sub]\n")
                writer.table((*path, index, "sub"))
    return writer


def paths(value: object, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for step, part in steps:
        yield from paths(part, (*path, step))


@pytest.mark.ci
@given(documents())
def test_everything_is_found_where_it_was_written(document: Writer) -> None:
    parsed = tomllib.loads(document.text)
    assert set(paths(parsed)) == set(document.lines)
    assert line_numbers(document.text) == document.lines


@given(st.text("a=[]{},.#\"'\\\n 文", max_size=30))
def test_anything_is_gone_through(text: str) -> None:
    assert line_numbers(text)[()] == 1
