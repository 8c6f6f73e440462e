"""Where everything is installed, as in CI, no test of a promise is skipped: a skip fails there.

`INSPECTOR_REQUIRE_EVERYTHING=1` says so. What another system or user would be needed for stays
skipped: no machine has all of them.
"""

import os
import re
from collections.abc import Generator

import pytest

REQUIRED = "INSPECTOR_REQUIRE_EVERYTHING"

EXCUSED = re.compile(r"root may (read and )?write everywhere|root may read and write everything")
"""Reasons that hold wherever CI runs, which is as root."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a test that was skipped without an excuse fail, where everything is required."""
    report = yield
    if report.skipped and os.environ.get(REQUIRED) == "1" and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        if not EXCUSED.search(reason):
            report.outcome = "failed"
            report.longrepr = f"{reason} — and {REQUIRED}=1"
    return report
