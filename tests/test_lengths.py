"""A test keeps its length whatever decorator stands above its mark."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.gui.rectify.clerk import at_the_ledger
from tests.gui.summary.reader import in_chinese
from tests.gui.visits.visit import at_the_window, in_a_visit

Decorator = Callable[[Callable[..., None]], Any]


@pytest.mark.parametrize("decorator", [at_the_window, in_a_visit, at_the_ledger, in_chinese])
def test_a_mark_below_counts(decorator: Decorator) -> None:
    @pytest.mark.ci
    def looked_at(person: object) -> None:
        """Nothing."""

    assert [mark.name for mark in decorator(looked_at).pytestmark] == ["ci"]
