"""Sites to evaluate, by hand and at random."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from inspector.domain.evaluation.evaluation_facts import (
    CandidateFact,
    ComplaintFact,
    PatrolFact,
    PeriodFacts,
    PlanFact,
    SiteFacts,
    SurveyFact,
)
from inspector.domain.evaluation.scheme import Missing, Part, RedLine, Scheme

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


def site(name: str = "城东营业厅", score: int | None = 9000, **other: object) -> SiteFacts:
    """Return a site that was visited three times, as good as `score` says."""
    facts: dict[str, Any] = {"family": "通信营业厅 2026.1", "family_key": "telecom-hall"}
    facts |= {"visits": 3, "raised": 10, "closed": 10, **other}
    return SiteFacts(site_id=name, site_name=name, score=score, **facts)


def period(
    *sites: SiteFacts,
    windows: tuple[CandidateFact, ...] = (),
    staff: tuple[CandidateFact, ...] = (),
) -> PeriodFacts:
    """Return a quarter with these sites."""
    return PeriodFacts(FIRST, LAST, date(2026, 10, 8), sites, windows, staff)


_counts = st.integers(0, 30)


@st.composite
def site_facts(draw: st.DrawFn) -> SiteFacts:
    """Draw the facts of a site; each part may be absent."""
    visits, raised = draw(st.integers(0, 9)), draw(_counts)
    unranked = draw(st.integers(0, visits))
    closed = draw(st.integers(0, raised))
    days = draw(st.integers(1, 92))
    received = draw(_counts)
    upheld = draw(st.integers(0, received))
    survey = st.builds(SurveyFact, _counts, st.integers(0, 10_000), st.booleans())
    return SiteFacts(
        site_id=str(draw(st.uuids())),
        site_name=draw(st.sampled_from(("东", "西", "南", "北"))),
        family=(key := draw(st.sampled_from(("通信", "医院")))),
        family_key=key,
        visits=visits,
        unranked=unranked,
        score=draw(st.integers(0, 10_000)) if visits > unranked else None,
        vetoes=draw(st.integers(0, 1)),
        raised=raised,
        closed=closed,
        overdue=draw(st.integers(0, raised - closed)),
        patrols=draw(st.none() | st.just(PatrolFact(draw(st.integers(0, days)), days))),
        survey=draw(st.none() | survey),
        complaints=draw(st.none() | st.just(ComplaintFact(received, upheld, received - upheld))),
        plan=draw(st.none() | st.builds(PlanFact, st.integers(0, 9), st.integers(0, 12))),
    )


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    """Draw a sound table."""
    cuts = sorted(draw(st.lists(st.integers(0, 99), min_size=5, max_size=5)))
    shares = [after - before for before, after in zip((0, *cuts), (*cuts, 100), strict=True)]
    shares.reverse()  # the score has some weight always
    lines = sorted(draw(st.sets(st.integers(1, 100), min_size=3, max_size=3)))
    return Scheme(
        weights=dict(zip(Part, shares, strict=True)),
        missing=draw(st.sampled_from(Missing)),
        red_line=draw(st.sampled_from(RedLine)),
        passing=lines[0],
        good=lines[1],
        excellent=lines[2],
        late_cost=draw(st.integers(0, 100)),
        least_visits=draw(st.integers(1, 4)),
        bar_overdue=draw(st.integers(0, 3)),
        flags=draw(st.integers(0, 3)),
    )
