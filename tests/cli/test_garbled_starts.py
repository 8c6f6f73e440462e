"""Real starts upon schemas with a flipped byte: a sentence or a window, and never a traceback."""

from pathlib import Path

import pytest

from inspector.storage.files.folder_layout import DATABASE_FILE
from tests.cli.test_ends import start
from tests.storage.byte_flips import schema_pages

LOOKS = (["--exit-when-ready"], ["doctor"], ["export", "summary", "-o", "s.xlsx"])


@pytest.mark.ci
@pytest.mark.parametrize("number", range(15))
def test_a_flipped_byte_of_the_schema(home: Path, data: Path, number: int) -> None:
    database = data / DATABASE_FILE
    pages = schema_pages(database)
    content = bytearray(database.read_bytes())
    place = (pages[number % len(pages)] - 1) * 4096 + (0 if number < 5 else 4095 - 271 * number)
    content[place + number] ^= 0xFF if number % 2 else 0x21
    database.write_bytes(content)
    done = start(home, "--data", data, *LOOKS[number % 3])
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert "made a mistake" not in done.stderr
    if number % 3 == 2:
        assert database.read_bytes() == content or done.returncode == 0
