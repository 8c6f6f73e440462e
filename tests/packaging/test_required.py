"""CI fails when a promise's test is skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.required import REQUIRED

ROOT = Path(__file__).parents[2]

TESTS = """
import pytest
@pytest.mark.skipif(True, reason="there is no mkfs.ext4")
def test_marked(): pass
def test_within(): pytest.skip("there is no mkfs.ext4")
@pytest.fixture
def disk(): pytest.skip("there is no mkfs.ext4")
def test_of_a_fixture(disk): pass
@pytest.mark.skipif(True, reason="root may write everywhere")
def test_excused(): pass
@pytest.mark.xfail
def test_expected_to_fail(): assert False
def test_passed(): pass
"""


@pytest.mark.ci
@pytest.mark.parametrize(
    ("required", "code", "said"),
    [
        ("1", 1, "1 failed, 1 passed, 1 skipped, 1 xfailed, 2 errors"),
        ("", 0, "1 passed, 4 skipped, 1 xfailed"),
    ],
)
def test_a_skip_fails_where_everything_is_required(
    tmp_path: Path, required: str, code: int, said: str
) -> None:
    (tmp_path / "test_some.py").write_text(TESTS, "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.required", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={**os.environ, REQUIRED: required, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": ""},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == code, done.stdout
    assert said in done.stdout
    assert ("there is no mkfs.ext4 — and" in done.stdout) == (required == "1")


def test_ci_requires_everything() -> None:
    assert f"export {REQUIRED}=1" in (ROOT / ".ci/run").read_text("utf-8")
