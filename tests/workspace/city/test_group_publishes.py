"""A group whose laptops exchange bundles and publish, each when it likes: one city, no doubt."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from inspector.storage.city.ledger_views import FINDING_STATUS, SCORECARD_SCORE
from inspector.storage.city.view_terms import View
from inspector.workspace.city.publishing import Publishing
from tests.workspace.city.ledgers import rows, seen, unheard
from tests.workspace.sharing.group_life import goes_on
from tests.workspace.sharing.laptops import LaptopFolder
from tests.workspace.sharing.test_convergence import group, happenings, meetings
from tests.written_once import Written

PERSONS = {"owner", "leader", "rechecked_by"}
COUNTED = {"times_at_window", "times_at_site"}
"""As the laptop could count that told a standing first: it tells none again for a count's sake."""

publications = st.tuples(st.integers(0, 2))
"""Who publishes."""


def publish(laptop: LaptopFolder, ledger: Path) -> None:
    """Publish as the command does; nothing ever contradicts."""
    done, _ = laptop.workspace.of(Publishing).publish(str(ledger), unheard)
    assert (done.contradicting, done.gone_back) == (0, None)


def asked(laptop: LaptopFolder, view: View) -> str:
    """A query of the columns that a folder's own view has as well."""
    own = laptop.workspace.database.rows(f"SELECT name FROM pragma_table_info('{view.name}')")
    columns = ", ".join(f'"{row[0]}"' for row in own if row[0] not in PERSONS | COUNTED)
    return f"SELECT {columns} FROM {view.name} ORDER BY {columns}"


@pytest.mark.ci
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example(done=[(1, 0, 0), (0, 0, 0), (0,)])
@given(done=st.lists(st.one_of(happenings, meetings, publications), min_size=3, max_size=14))
def test_the_ledger_tells_what_all_of_them_know_in_the_end(
    written: Written, done: list[tuple[int, ...]]
) -> None:
    with group(written, 3) as (clock, laptops), TemporaryDirectory() as place:
        ledger = Path(place) / "ledger.sqlite"
        for what in done:
            if len(what) == 3:
                goes_on(clock, laptops[what[0]], what[1], what[2])
            elif len(what) == 2:
                laptops[what[1]].take(laptops[what[0]].objects())
            else:
                publish(laptops[what[0]], ledger)
        for _ in range(2):
            for giver, taker in ((0, 1), (1, 2), (2, 0)):
                laptops[taker].take(laptops[giver].objects())
        for laptop in laptops:
            publish(laptop, ledger)
        told = seen(ledger)
        assert told["rewritten"] == []
        for view in (FINDING_STATUS, SCORECARD_SCORE):
            sql = asked(laptops[0], view)
            local = [tuple(row) for row in laptops[0].workspace.database.rows(sql)]
            assert rows(ledger, sql) == local
        for laptop in laptops:
            publish(laptop, ledger)
        assert {**seen(ledger), "laptop_head": []} == {**told, "laptop_head": []}
