"""Random domain objects with every field filled, those added tomorrow as well."""

import dataclasses
import types
import typing
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, TypeVar

from hypothesis import strategies as st

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.inspection import Answer
from inspector.domain.visit.roster import Site, Staff, Window

T = TypeVar("T")

texts = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ("", "1号窗口", "=1+1", "'; DROP TABLE site; --", "a\nb\x00c", "👍🏽", "\u2028")
)
integers = st.integers(-(2**63), 2**63 - 1) | st.integers(-1, 1000)
offsets = st.integers(-12 * 4, 14 * 4).map(lambda q: timezone(timedelta(minutes=15 * q)))
moments = st.datetimes(datetime(1970, 1, 2), datetime(2199, 1, 1), timezones=offsets).map(
    lambda moment: moment.replace(microsecond=0, fold=0)  # kept to the second, with their offset
)
ids = st.uuids(version=4).map(str)


def of_type(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 -- whatever a field is
    """Anything that a field annotated with `kind` may hold."""
    simple: dict[object, st.SearchStrategy[Any]] = {
        str: texts,
        int: integers,
        bool: st.booleans(),
        datetime: moments,
        date: st.dates(date(1970, 1, 2), date(2199, 1, 1)),
        type(None): st.none(),
    }
    if kind in simple:
        return simple[kind]
    if isinstance(kind, types.UnionType):
        return st.one_of(*map(of_type, typing.get_args(kind)))
    if typing.get_origin(kind) is tuple:
        return st.lists(of_type(typing.get_args(kind)[0]), max_size=3).map(tuple)
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return any_of(kind)
    assert issubclass(kind, Enum), f"no strategy for {kind}"
    return st.sampled_from(kind)


def any_of(kind: type[T], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[T]:
    """A `kind` with every field random but those given."""
    hints = typing.get_type_hints(kind)
    assert dataclasses.is_dataclass(kind)
    strategies = {
        field.name: fixed[field.name] if field.name in fixed else of_type(hints[field.name])
        for field in dataclasses.fields(kind)
    }
    return st.builds(kind, **strategies)


answers = any_of(Answer)


def findings_as_found(**fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Finding]:
    """A finding that nothing happened to since it was raised."""
    found = any_of(
        Finding,
        **fixed,
        **{
            field.name: st.just(field.default)
            for field in dataclasses.fields(Finding)
            if field.default is not dataclasses.MISSING
        },
    )
    return found.map(lambda finding: dataclasses.replace(finding, changed_at=finding.raised_at))


@st.composite
def rosters(draw: st.DrawFn) -> tuple[list[Site], dict[str, list[Window]]]:
    """Sites, and their windows with their people by site id."""
    sites = draw(
        st.lists(any_of(Site, id=ids), max_size=3, unique_by=(lambda s: s.id, lambda s: s.name))
    )
    windows: dict[str, list[Window]] = {}
    for site in sites:
        staff = st.lists(
            any_of(Staff, id=ids), max_size=3, unique_by=(lambda s: s.id, lambda s: s.number)
        )
        window = any_of(Window, id=ids, site_id=st.just(site.id), staff=staff.map(tuple))
        windows[site.id] = draw(
            st.lists(window, max_size=3, unique_by=(lambda w: w.id, lambda w: w.number))
        )
    return sites, windows
