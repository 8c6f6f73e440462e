"""Two halls of sample data hand all on to each other: whoever relays it, it stays the same."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.sharing.laptop import fingerprint
from inspector.domain.sharing.manifest import Scope
from inspector.domain.sharing.travelling import LEFT_AT_HOME, STANDING, Kind, Travelling
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.folder_opening import open_beside
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing

Objects = dict[tuple[Kind, str], Travelling]


def handed_on(folder: Path, target: Path) -> Objects:
    """Hand everything on; return what went, but what is what it is today."""
    with closing(open_beside(folder)) as workspace:
        workspace.of(Sharing).share(target, Scope(), LEFT_AT_HOME)
    with opened_bundle(target, work=target.parent) as bundle:
        objects = {(each.kind, each.id): each for each in bundle.objects()}
    return {key: each for key, each in objects.items() if each.kind not in STANDING}


def take_in(folder: Path, source: Path) -> None:
    with opened_bundle(source, work=source.parent) as bundle:
        trust = fingerprint(bundle.manifest.sender.key)
    with closing(open_beside(folder)) as workspace:
        workspace.of(Receiving).take_in(source, trust=trust)


@pytest.mark.ci
def test_what_two_halls_have_goes_there_and_back_as_it_was(tmp_path: Path) -> None:
    east, west, last_day = tmp_path / "east", tmp_path / "west", date(2026, 11, 20)
    for seed, folder in enumerate((east, west)):
        write_demo(folder, 3, seed, last_day, rounds=True, photos=True)
    of_east = handed_on(east, tmp_path / "east.inspx")
    of_west = handed_on(west, tmp_path / "west.inspx")
    assert {kind for kind, _ in of_east} >= {Kind.VISIT, Kind.EVENT, Kind.COMPLAINT, Kind.PLAN}
    take_in(west, tmp_path / "east.inspx")
    of_both = handed_on(west, tmp_path / "both.inspx")
    assert of_both == {**of_east, **of_west}
    take_in(east, tmp_path / "both.inspx")
    assert handed_on(east, tmp_path / "back.inspx") == of_both
