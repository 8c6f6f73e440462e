"""The lengths of the suite.

`./run pytest` is the short one, for every change. CI's second step takes half an hour more: what is
marked `ci` (300 kills, every bomb in every kind of workbook, walks through all that comes to the
front in both languages and on every screen, what takes about half a second and more by itself), of
which the short form has a part, and every property with many more examples:

    ./run pytest -m "(ci or hypothesis) and not long" --hypothesis-profile long

What is marked `long` takes an hour and more (2,000 kills, 100 copied disks, 10,000 spoilt files):

    ./run pytest -m long
"""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the program: tests assert no times.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def register_profiles() -> None:
    """Make both lengths known to hypothesis; the short one is on until an option says long."""
    settings.register_profile("short", _UNHURRIED, max_examples=30)
    settings.register_profile("long", _UNHURRIED, max_examples=400)
    settings.load_profile("short")


def share(part: float) -> settings:
    """Return settings for a costly property: that part of the examples the length has."""
    return settings(max_examples=max(2, round(settings().max_examples * part)))


def marks_of(test: Callable[..., None]) -> list[pytest.Mark]:
    """Return the marks of a test, for the function that stands in its place.

    Without them one that is marked below such a decorator would be in every length.
    """
    return list(getattr(test, "pytestmark", []))


def in_turn(*axes: Iterable[str] | Mapping[str, object], every: int = 2) -> list[Any]:
    """Return every combination for `parametrize`; the short form tries every second, CI all.

    Where each costs much, and is like another, `every` may be more.

    An axis is names of values, or the values by their names. Of three axes or more the short form
    has each value with each of another axis; of two, each with one of the other; of one, every
    second value.
    """
    named = [axis if isinstance(axis, Mapping) else {name: name for name in axis} for axis in axes]
    return [
        pytest.param(
            *(value for _, (_, value) in combination),
            id="-".join(name for _, (name, _) in combination),
            marks=[pytest.mark.ci] if sum(at for at, _ in combination) % every else [],
        )
        for combination in product(*(enumerate(axis.items()) for axis in named))
    ]
