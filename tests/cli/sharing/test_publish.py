"""`inspector publish`: into a ledger that is a file, and what is said."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOWHERE = "postgresql://somebody:secret@nowhere/city"


def test_what_is_new_is_published_once(english: Run, few: Path) -> None:
    nothing = english("--data", few, "publish")
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err == ("Nothing was published from this folder yet: --to names the ledger.\n")
    ledger = few.parent / "ledger.sqlite"
    first = english("--data", few, "publish", "--to", ledger)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith(f"Published to {ledger}: entries 1 to ")
    again = english("--data", few, "publish")  # to the same
    assert again.code == 0
    assert again.out.startswith(f"{ledger} has everything already, up to entry ")
    status = english("--data", few, "publish", "--status")
    assert status.out.startswith(f"{ledger}: up to entry ")
    assert status.out.endswith(" Nothing waits.\n")


def test_a_ledger_can_be_prepared_alone(english: Run, few: Path) -> None:
    ledger = few.parent / "ledger.sqlite"
    done = english("--data", few, "publish", "--to", ledger, "--prepare")
    assert (done.code, done.out) == (0, f"{ledger} is ready to be published to.\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--status", "--to", "a.sqlite"], 2), (["--to", NOWHERE], 1), (["--to", "a.xlsx"], 1)],
)
def test_what_is_refused_leaves_nothing(
    english: Run, few: Path, home: Path, words: list[str], code: int
) -> None:
    done = english("--data", few, "publish", *words)
    assert (done.code, done.out) == (code, "")
    assert "secret" not in done.err
    assert list(home.glob("a.*")) == []
