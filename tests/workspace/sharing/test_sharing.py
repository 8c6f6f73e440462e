"""Handing on what is here: what is told before is what is in it, and nothing else leaves."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import CannotWriteError, ShortPassphraseError
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.sharing_errors import NothingToShareError
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, PHOTOS, SKETCHES, Kind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.storage.sharing.checked_bundle import Bundle
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.roster.roster_steps import RosterSteps
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.written_once import Written

LAST_DAY = date(2026, 11, 20)


def write_sample(folder: Path, visits: int) -> None:
    """Visits with photos and a signature; six with patrols, rechecks and all that follows."""
    write_demo(folder, visits, 3, LAST_DAY, rounds=visits > 3, photos=True)


@pytest.fixture
def here(request: pytest.FixtureRequest, copied: Written) -> Iterator[Workspace]:
    visits = 6 if request.node.get_closest_marker("ci") else 3
    with closing(open_beside(copied(write_sample, visits))) as workspace:
        yield workspace


@pytest.fixture
def sharing(here: Workspace) -> Sharing:
    return here.of(Sharing)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "east.inspx"


def ids_in(path: Path) -> set[tuple[Kind, str]]:
    """Return every object of a bundle by kind and id, each once."""
    with opened_bundle(path, work=path.parent) as bundle:
        listed = [(each.kind, each.id) for each in bundle.objects()]
    assert len(set(listed)) == len(listed)
    return set(listed)


def said_in(bundle: Bundle) -> str:
    """Return all that the objects of a bundle say."""
    return "\n".join(repr(each.rows) for each in bundle.objects())


@pytest.mark.ci
def test_what_is_told_before_is_what_is_in_it(sharing: Sharing, stick: Path) -> None:
    told = sharing.contents(Scope())
    written, changes = sharing.share(stick, Scope(), LEFT_AT_HOME)
    assert changes.laptops
    assert written.paths == (stick,)
    with opened_bundle(stick, work=stick.parent) as bundle:
        assert bundle.manifest == written.manifest
        assert bundle.manifest.counts == told.counts
        assert len(bundle.evidence_digests) == told.photos > 0
        photos = {n: size for n, (size, _) in bundle.manifest.members.items() if n[0] == "e"}
        assert sum(photos.values()) >= told.photo_bytes  # of copies with marks it is not known
        assert not bundle.manifest.left_out
        assert all(each.is_whole and each.is_as_told for each in bundle.objects())
        assert {each.laptop for each in bundle.objects()} == {bundle.manifest.sender.id}
    assert min(told.sketches, told.photo_bytes) > 0
    assert told.counts.keys() >= {Kind.VISIT, Kind.EVENT, Kind.SITE, Kind.PACK, Kind.SIGNATURE}


@pytest.mark.ci
def test_what_is_not_ticked_stays_here(here: Workspace, sharing: Sharing, stick: Path) -> None:
    people = {"张三", "李四"}
    with here.database.transaction():  # the sample knows its staff by numbers
        here.database.write("UPDATE staff SET name = '张三'")
        here.database.write("UPDATE scorecard SET staff_name = '李四' WHERE staff_number <> ''")
    sharing.share(stick, Scope())
    with opened_bundle(stick, work=stick.parent) as bundle:
        assert bundle.manifest.left_out == LEFT_AT_HOME
        assert not bundle.evidence_digests
        said = said_in(bundle)
        assert not [name for name in people if name in said]
        assert "strokes" not in said
        parts = {part for each in bundle.objects() for part in each.left_out}
        assert parts == {NAMES, SKETCHES}
    bare = ids_in(stick)
    sharing.share(stick, Scope(), [NAMES])
    with opened_bundle(stick, work=stick.parent) as bundle:
        assert all(name in said_in(bundle) for name in people)
        assert bundle.manifest.left_out == (PHOTOS, SKETCHES)
    assert ids_in(stick) == bare


@pytest.mark.ci
def test_digests_do_not_hang_on_what_was_left_here(sharing: Sharing, stick: Path) -> None:
    def digests() -> dict[tuple[Kind, str], str]:
        with opened_bundle(stick, work=stick.parent) as bundle:
            return {(each.kind, each.id): each.digest for each in bundle.objects()}

    sharing.share(stick, Scope())
    bare = digests()
    sharing.share(stick, Scope(), LEFT_AT_HOME)
    assert digests() == bare


@pytest.mark.ci
def test_telephone_numbers_of_inspectors_and_open_visits_never_leave(
    here: Workspace, sharing: Sharing, stick: Path
) -> None:
    rows = here.database.rows("SELECT phone FROM inspector WHERE phone <> ''")
    open_ones = here.database.rows("SELECT id FROM inspection WHERE state = 'open'")
    assert open_ones
    sharing.share(stick, Scope(), LEFT_AT_HOME)
    with opened_bundle(stick, work=stick.parent) as bundle:
        said = said_in(bundle)
    assert not [row["phone"] for row in rows if row["phone"] in said]
    assert not [row["id"] for row in open_ones if row["id"] in said]


@pytest.mark.ci
def test_only_what_is_new_goes_the_next_time(
    here: Workspace, sharing: Sharing, stick: Path
) -> None:
    first, _ = sharing.share(stick, Scope(), name="city")
    everything = ids_in(stick)
    scope = sharing.behind_last("city", Scope(), ())
    assert scope.since == first.manifest.reached > 0
    assert not sharing.contents(scope, "city").is_news
    with pytest.raises(NothingToShareError):
        sharing.share(stick.with_name("again.inspx"), scope, name="city")
    assert [path.name for path in stick.parent.iterdir()] == [stick.name]
    finding = here.finding_store.of_site(here.rosters.sites()[0].id)[0]
    here.findings.note([finding.id], "看过了", by="李")
    scope = sharing.behind_last("city", Scope(), ())
    assert sharing.contents(scope, "city").is_news
    sharing.share(stick, scope, name="city")
    new = ids_in(stick) - everything
    assert [kind for kind, _ in new] == [Kind.EVENT]
    moved = {kind for kind, _ in ids_in(stick) - new}
    assert moved <= {Kind.SITE, Kind.INSPECTOR, Kind.HOLIDAY}
    assert sharing.names() == ["city"]


def test_another_name_part_or_more_ticked_begins_anew(sharing: Sharing, stick: Path) -> None:
    sharing.share(stick, Scope(), [NAMES], name="city")
    assert sharing.behind_last("city", Scope(), ()).since > 0
    assert sharing.behind_last("city", Scope(), [NAMES]).since > 0
    assert sharing.behind_last("city", Scope(), [NAMES, PHOTOS]).since == 0
    assert sharing.behind_last("town", Scope(), ()).since == 0
    assert sharing.behind_last("city", Scope(first=LAST_DAY), ()).since == 0


@pytest.mark.ci
def test_a_changed_roster_is_news(here: Workspace, sharing: Sharing, stick: Path) -> None:
    sharing.share(stick, Scope(), name="city")
    here.of(RosterSteps).rename_site(here.rosters.sites()[0].id, "改了名的厅")
    scope = sharing.behind_last("city", Scope(), ())
    assert sharing.contents(scope, "city").is_news


@pytest.mark.ci
def test_sites_together_are_all(here: Workspace, sharing: Sharing, stick: Path) -> None:
    sharing.share(stick, Scope())
    everything = {each for each in ids_in(stick) if each[0] in (Kind.VISIT, Kind.EVENT)}
    found: set[tuple[Kind, str]] = set()
    for site in here.rosters.every_site():
        scope = Scope((site.id,))
        if sharing.contents(scope).total:
            sharing.share(stick, scope)
            own = ids_in(stick)
            assert {each for each in own if each[0] is Kind.SITE} >= {(Kind.SITE, site.id)}
            found |= {each for each in own if each[0] in (Kind.VISIT, Kind.EVENT)}
    assert found == everything


@pytest.mark.ci
def test_days_bring_along_what_they_tell_of(here: Workspace, sharing: Sharing, stick: Path) -> None:
    """A bundle of some days is whole by itself: every finding that it names is in it."""
    for days in (3, 10, 40):
        first = LAST_DAY - timedelta(days)
        sharing.share(stick, Scope(first=first))
        with opened_bundle(stick, work=stick.parent) as bundle:
            raised, named = set[object](), set[object]()
            for each in bundle.objects():
                for row in each.rows.get("finding_event", ()):
                    (raised if row["kind"] == "raised" else named).add(row["finding_id"])
                for table in ("meeting_finding", "recheck_entry"):
                    named |= {row["finding_id"] for row in each.rows.get(table, ())}
            assert named <= raised


@pytest.mark.ci
def test_a_visit_that_is_being_made_meanwhile_is_of_no_moment(
    here: Workspace, sharing: Sharing, stick: Path
) -> None:
    """What is written while a bundle is read is in the next one."""
    finding = here.finding_store.of_site(here.rosters.sites()[0].id)[0]
    noted = False

    def progress(done: int, total: int) -> None:
        nonlocal noted
        if not noted:
            noted = True
            here.findings.note([finding.id], "同时", by="李")

    told = sharing.contents(Scope()).counts
    written, _ = sharing.share(stick, Scope(), name="city", progress=progress)
    assert noted
    assert written.manifest.counts == told
    scope = sharing.behind_last("city", Scope(), ())
    assert sharing.contents(scope, "city").counts[Kind.EVENT] == 1


class Stopped(Exception):
    """Somebody pressed stop."""


@pytest.mark.parametrize("after", [1, pytest.param(5, marks=pytest.mark.ci), 900])
def test_stopped_it_leaves_nothing(
    here: Workspace, sharing: Sharing, stick: Path, after: int
) -> None:
    def progress(done: int, total: int) -> None:
        if done * 1000 >= after * total:
            raise Stopped

    before = sorted(path.name for path in here.folder.iterdir())
    with pytest.raises(Stopped):
        sharing.share(stick, Scope(), LEFT_AT_HOME, "city", progress=progress)
    assert list(stick.parent.iterdir()) == []
    assert sorted(path.name for path in here.folder.iterdir()) == before
    assert sharing.names() == []


def test_an_empty_folder_has_nothing(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NothingToShareError):
        workspace.of(Sharing).share(tmp_path / "x.inspx", Scope())


def test_a_short_passphrase_is_refused_before_anything_is_read(
    sharing: Sharing, stick: Path
) -> None:
    with pytest.raises(ShortPassphraseError):
        sharing.share(stick, Scope(), passphrase="short")


def test_a_place_that_is_none(sharing: Sharing, stick: Path) -> None:
    with pytest.raises(CannotWriteError):
        sharing.share(stick.parent / "gone" / "x.inspx", Scope())
    assert sharing.names() == []


@pytest.mark.ci
def test_photos_that_are_gone_or_damaged_here_are_asked_for(
    here: Workspace, sharing: Sharing, stick: Path
) -> None:
    gone, damaged, *_ = sorted((here.folder / "evidence").glob("*/*.jpg"))
    gone.unlink()
    damaged.chmod(0o600)
    damaged.write_bytes(b"x" * damaged.stat().st_size)
    written, _ = sharing.share(stick, Scope(), [PHOTOS])
    assert written.unread == (damaged.stem,)
    with opened_bundle(stick, work=stick.parent) as bundle:
        assert set(bundle.manifest.wanted) == {gone.stem, damaged.stem}
        assert not bundle.evidence_digests & {gone.stem, damaged.stem}


def test_what_is_ticked_is_remembered(sharing: Sharing) -> None:
    assert sharing.ticked() == ()
    sharing.tick([PHOTOS, NAMES])
    assert sharing.ticked() == (NAMES, PHOTOS)
    assert sharing.ticked(Aim.HALL) == sharing.ticked(Aim.BACK) == ()  # a site is somebody else
    sharing.tick([PHOTOS], Aim.HALL)
    sharing.tick([SKETCHES], Aim.BACK)
    assert sharing.ticked() == (NAMES, PHOTOS)
    assert sharing.ticked(Aim.HALL) == (PHOTOS,)
    assert sharing.ticked(Aim.BACK) == (SKETCHES,)
    sharing.tick([])
    assert sharing.ticked() == ()
    assert sharing.ticked(Aim.HALL) == (PHOTOS,)
