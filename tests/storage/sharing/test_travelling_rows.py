"""Objects are read as their makers have them, whoever relays them, and their steps by parents."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME, Kind, Travelling
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.sharing.travelling_rows import TravellingRows
from inspector.storage.sharing.travelling_scope import TravellingScope
from inspector.workspace.sample.demo import write_demo
from tests.written_once import Written


def write_sample(folder: Path) -> None:
    """Three visits with findings that were noted."""
    write_demo(folder, 3, 3, date(2026, 11, 20), photos=True)


@pytest.fixture
def sample(copied: Written) -> Iterator[Database]:
    with closing(open_database(copied(write_sample) / "inspector.db")) as database:
        yield database


def read(database: Database, kind: Kind, at_home: tuple[str, ...] = ()) -> list[Travelling]:
    rows = TravellingRows(database, "me")
    return list(rows.objects(kind, TravellingScope(database, Scope()).ids(kind), at_home))


def came(database: Database, own: Travelling, digest: str, places: object, left: object) -> None:
    """Let an object have come from another laptop."""
    with database.transaction():
        database.insert(
            "received_object",
            {
                "kind": own.kind.value, "subject": own.id, "laptop": "theirs", "bundle": "b",
                "digest": digest, "places": json.dumps(places) if places else "",
                "left_out": json.dumps(left),
            },
        )  # fmt: skip


def test_it_goes_by_its_makers_ids(sample: Database) -> None:
    before = read(sample, Kind.VISIT)[0]
    (inspection,) = before.rows["inspection"]
    site = str(inspection["site_id"])
    raised = before.rows["finding_event"][0]
    assert site in str(raised["content"])
    came(sample, before, "told", {site: "their site"}, [])
    after = read(sample, Kind.VISIT)[0]
    assert (after.laptop, after.digest) == ("theirs", "told")
    assert after.rows["inspection"][0]["site_id"] == "their site"
    assert json.loads(str(after.rows["finding_event"][0]["content"]))["site_id"] == "their site"
    assert site not in json.dumps(after.rows)
    assert after.rows["answer"] == before.rows["answer"]


def test_what_came_without_something_goes_on_without_it(sample: Database) -> None:
    (signature,) = read(sample, Kind.SIGNATURE)
    came(sample, signature, "told", None, ["sketches"])
    (after,) = read(sample, Kind.SIGNATURE)
    assert after.left_out == ("sketches",)
    assert (after.digest, after.is_as_told) == ("told", True)


@pytest.mark.parametrize("kind", [Kind.VISIT, Kind.SIGNATURE, Kind.COMPLAINT, Kind.MEETING])
def test_what_was_left_here_does_not_change_a_digest(sample: Database, kind: Kind) -> None:
    whole, bare = read(sample, kind), read(sample, kind, LEFT_AT_HOME)
    assert [each.digest for each in bare] == [each.digest for each in whole]
    assert all(each.is_as_told for each in whole)


def test_a_step_follows_the_one_before_it(sample: Database) -> None:
    steps = read(sample, Kind.EVENT)
    raised = {
        str(row["id"]) for each in read(sample, Kind.VISIT) for row in each.rows["finding_event"]
    }
    known = set(raised)
    assert steps
    for each in steps:
        assert len(each.parents) == 1
        assert known.issuperset(each.parents)
        known.add(each.id)


def test_a_step_whose_origin_was_kept_follows_what_is_kept(sample: Database) -> None:
    (step, *_) = read(sample, Kind.EVENT)
    with sample.transaction():
        sample.insert("event_origin", {"event": step.id, "laptop": "", "parents": '["q", "p"]'})
    assert read(sample, Kind.EVENT)[0].parents == ("p", "q")


def test_no_more_than_some_are_read_at_once(sample: Database) -> None:
    """Objects come while the next ones are not read yet: a history is never held."""
    asked: list[str] = []

    def ids() -> Iterator[str]:
        for each in TravellingScope(sample, Scope()).ids(Kind.EVENT):
            for copy in range(100):  # those that are not there are passed over
                asked.append(each)
                yield each if not copy else f"{each}{copy}"

    objects = TravellingRows(sample, "me").objects(Kind.EVENT, ids())
    next(objects)
    assert len(asked) == 200
    assert len(list(objects)) == len(asked) // 100 - 1


def test_what_is_not_there_is_passed_over(sample: Database) -> None:
    assert list(TravellingRows(sample, "me").objects(Kind.VISIT, ["nobody's"])) == []
