"""The bundles' locks are development's, but for Qt: one is tried, and stands for the other."""

import re
import tomllib
from pathlib import Path

import pytest
from renew import LEFT_OUT, LTS, QT, locked
from targets import TARGETS

from tests.packaging.every_version import oldest

ROOT = Path(__file__).parents[2]
LOCKS = [target.lock for target in TARGETS.values()]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_what_the_program_needs_is_locked_within_its_bounds(lock: Path) -> None:
    found = locked(lock)
    for each in PROJECT["dependencies"]:
        name, bound = each.split(">=")
        assert numbers(found[name.lower()]) >= numbers(bound), each


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_all_but_qt_is_as_in_development(lock: Path) -> None:
    development = locked(ROOT / ".requirements.lock")
    other = {name: version for name, version in locked(lock).items() if name not in QT}
    assert LEFT_OUT not in other
    assert other == {name: development[name] for name in other}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_qt_is_the_lts_which_the_oldest_version_tries(lock: Path) -> None:
    assert {locked(lock)[name] for name in QT} == {LTS}
    assert f"PySide6-Essentials=={LTS}" in oldest(PROJECT["dependencies"])


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_wheel_has_its_digest_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    for entry in re.split(r"\n(?=\S)", text)[1:]:
        assert "--hash=sha256:" in entry, entry.split()[0]
