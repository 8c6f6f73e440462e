"""The packs at hand: taking one in, which version counts, and faulty ones beside good ones."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.checklist.checklist import Override, Pack
from inspector.domain.errors import (
    CannotReadError,
    CannotWriteError,
    FaultyFileError,
    NotFoundError,
    RefusedInputError,
    UnknownPackError,
)
from inspector.paths import checklists_folder
from inspector.storage.packs.pack_files import pack_folders, read_pack_folder
from inspector.storage.stores.pack_store import _rebuilt
from inspector.workspace.changes import Changes
from inspector.workspace.packs.pack_file import given_numbers, read_pack_file, unasked_weight
from inspector.workspace.packs.packs import Packs
from inspector.workspace.workspace import Workspace
from tests.storage.packs.pack_folders import write_pack
from tests.storage.raw_files import contents
from tests.workspace.visiting import PACK, add_site, answer_all, dump, items, start, visit

SHIPPED = sorted(read_pack_folder(folder).id for folder in pack_folders(checklists_folder()))


def hall(version: str = "2026.1", pack_id: str = "hall", title: str = "营业厅") -> Pack:
    """A small pack."""
    return replace(_HALL, id=pack_id, version=version, title=title)


@pytest.fixture(scope="module", autouse=True)
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> None:
    global _HALL
    _HALL = read_pack_folder(write_pack(tmp_path_factory.mktemp("packs") / "hall"))


_HALL: Pack


def ids(packs: Packs) -> list[str]:
    return sorted(pack.id for pack in packs.all())


# Versions


@pytest.mark.parametrize("order", [("2026.9", "2026.10"), ("2026.10", "2026.9")])
def test_the_newest_version_counts_in_whatever_order_they_came(
    workspace: Workspace, order: tuple[str, ...]
) -> None:
    for version in order:
        workspace.packs.take_in(hall(version))
    assert workspace.packs.get("hall").version == "2026.10"
    with closing(Workspace(workspace.folder)) as again:
        assert again.packs.get("hall").version == "2026.10"
        assert [pack.version for pack in again.packs.versions("hall")] == ["2026.10", "2026.9"]


def test_an_imported_version_counts_before_the_same_that_ships(workspace: Workspace) -> None:
    shipped = workspace.packs.get("general")
    workspace.packs.take_in(replace(shipped, title="我们的"))
    assert workspace.packs.get("general").title == "我们的"
    workspace.packs.take_in(replace(shipped, version="2000.1", title="旧的"))
    assert workspace.packs.get("general").title == "我们的"


# Taking in


def test_what_is_taken_in_is_there_at_once_and_the_next_time(workspace: Workspace) -> None:
    assert ids(workspace.packs) == SHIPPED
    assert workspace.packs.take_in(hall()) == Changes(packs=True)
    assert workspace.packs.get("hall") == hall()
    with closing(Workspace(workspace.folder)) as again:
        assert ids(again.packs) == sorted([*SHIPPED, "hall"])
        assert again.packs.get("hall") == hall()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a/b", "1"), ("a_b", "1")),
        (("a", "1-2"), ("a-1", "2")),
        (("hall", "1"), ("HALL", "1")),  # the same folder on Windows
        (("hall", "1.0"), ("hall", "1_0")),
        (("厅" * 100, "1"), ("厅" * 100, "2")),
    ],
)
def test_one_pack_never_takes_the_place_of_another(
    workspace: Workspace, one: tuple[str, str], other: tuple[str, str]
) -> None:
    for pack_id, version in (one, other):
        workspace.packs.take_in(hall(version, pack_id))
    folders = [path.name.casefold() for path in (workspace.folder / "packs").iterdir()]
    assert len(set(folders)) == 2
    found = {(p.id, p.version) for p in workspace.packs.versions(one[0])}
    found |= {(p.id, p.version) for p in workspace.packs.versions(other[0])}
    assert found == {one, other}


@pytest.mark.parametrize("pack_id", [".hidden", "..", "../../outside", "a\\b", "con", "a\nb", "*?"])
def test_an_id_is_not_a_path(workspace: Workspace, tmp_path: Path, pack_id: str) -> None:
    before = set(tmp_path.rglob("*"))
    workspace.packs.take_in(hall(pack_id=pack_id))
    assert workspace.packs.get(pack_id).title == "营业厅"
    new = {path for path in tmp_path.rglob("*") if path not in before}
    assert all(path.is_relative_to(workspace.folder / "packs") for path in new)


def test_a_copy_has_an_id_of_its_own(workspace: Workspace) -> None:
    first, _ = workspace.packs.copy("general", " 我们的 ")
    second, _ = workspace.packs.copy("general", "他们的")
    assert len({first.id, second.id, "general"}) == 3
    assert (first.title, workspace.packs.get(first.id).title) == ("我们的", "我们的")
    assert list(first.items()) == list(workspace.packs.get("general").items())
    with pytest.raises(UnknownPackError):
        workspace.packs.copy("no such pack", "x")


def test_a_copy_has_to_be_called_something(workspace: Workspace) -> None:
    before = contents(workspace.folder)
    with pytest.raises(RefusedInputError) as refused:
        workspace.packs.copy("general", " \u3000")
    assert [problem.place for problem in refused.value.problems] == ["title"]
    assert contents(workspace.folder) == before
    assert workspace.packs.faulty == []


def test_what_cannot_be_written_is_told_and_changes_nothing(workspace: Workspace) -> None:
    (workspace.folder / "packs").write_text("in the way")
    with pytest.raises(CannotWriteError):
        workspace.packs.take_in(hall())
    assert ids(workspace.packs) == SHIPPED
    assert (workspace.folder / "packs").read_text() == "in the way"


# Previews


def test_a_preview_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    before = contents(workspace.folder)
    shown = workspace.packs.preview(write_pack(tmp_path / "hall"))
    assert (shown.pack.id, shown.current, shown.changes_anything) == ("hall", None, True)
    assert contents(workspace.folder) == before


def test_the_same_again_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall")
    workspace.packs.take_in(workspace.packs.preview(folder).pack)
    again = workspace.packs.preview(folder)
    assert not again.changes_anything
    assert again.current == again.pack


@pytest.mark.parametrize(
    ("version", "kept_as"), [("2026.1", "2026.2"), ("2025.7", "2026.2"), ("2026.10", "2026.10")]
)
def test_a_change_becomes_a_newer_version(
    workspace: Workspace, tmp_path: Path, version: str, kept_as: str
) -> None:
    workspace.packs.take_in(hall("2026.1"))
    folder = write_pack(
        tmp_path / "hall",
        ("pack.toml", 'version = "2026.1"', f'version = "{version}"'),
        ("etiquette.toml", "未微笑", "没有微笑"),
    )
    shown = workspace.packs.preview(folder)
    assert shown.pack.version == kept_as
    workspace.packs.take_in(shown.pack)
    assert workspace.packs.get("hall") == shown.pack
    assert len(workspace.packs.versions("hall")) == 2


@pytest.mark.parametrize("name", ["", "pack.toml", "etiquette.toml"])
def test_a_pack_is_read_from_its_folder_or_a_file_in_it(tmp_path: Path, name: str) -> None:
    folder = write_pack(tmp_path / "hall")
    assert read_pack_file(folder / name).pack == read_pack_folder(folder)


@pytest.mark.parametrize("name", ["nowhere", "nowhere.toml", "nowhere/pack.toml", "nowhere.xlsx"])
def test_what_is_not_there_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        read_pack_file(tmp_path / name)
    assert refused.value.path == tmp_path / name


def test_a_name_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises((NotFoundError, CannotReadError)):
        read_pack_file(tmp_path / ("长" * 300))


def test_a_faulty_pack_is_refused_and_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    folder = write_pack(tmp_path / "hall", ("pack.toml", "etiquette = 25", "etiquette = 26"))
    before = contents(workspace.folder)
    with pytest.raises(FaultyFileError):
        workspace.packs.preview(folder)
    assert contents(workspace.folder) == before


# Faulty packs in the data folder


def test_a_faulty_pack_stops_none_of_the_others(workspace: Workspace) -> None:
    workspace.packs.take_in(hall())
    packs = workspace.folder / "packs"
    write_pack(packs / "broken", ("pack.toml", "etiquette = 25", "etiquette = 26"))
    write_pack(packs / "no-file")
    (packs / "no-file" / "etiquette.toml").unlink()
    write_pack(packs / "unreadable")
    (packs / "unreadable" / "etiquette.toml").unlink()
    (packs / "unreadable" / "etiquette.toml").mkdir()
    (packs / "file").write_text("")
    (packs / "empty").mkdir()
    with closing(Workspace(workspace.folder)) as again:
        assert ids(again.packs) == sorted([*SHIPPED, "hall"])
        faulty = again.packs.faulty
        assert [error.name for error in faulty] == ["broken", "no-file", "unreadable"]
        assert all(error.problems for error in faulty)
        assert faulty[2].problems[0].place == "etiquette.toml"
        assert ids(again.packs) == sorted([*SHIPPED, "hall"]), "asked a second time"


def test_a_faulty_newer_version_leaves_the_older_one(workspace: Workspace) -> None:
    workspace.packs.take_in(hall("2026.1"))
    write_pack(
        workspace.folder / "packs" / "newer",
        ("pack.toml", 'version = "2026.1"', 'version = "2026.2"'),
        ("pack.toml", "etiquette = 25", "etiquette = 26"),
    )
    with closing(Workspace(workspace.folder)) as again:
        assert again.packs.get("hall").version == "2026.1"
        assert [error.name for error in again.packs.faulty] == ["newer"]


# Visits


def test_a_visit_keeps_the_pack_it_was_started_with(workspace: Workspace) -> None:
    workspace.packs.take_in(hall("2026.1"))
    site = add_site(workspace)
    inspection_id = start(workspace, site, "hall")
    before = workspace.inspections.sheet(inspection_id).pack
    changed = replace(hall("2026.2"), weights={**hall().weights}, title="新营业厅", grades=())
    workspace.packs.take_in(replace(changed, grades=hall().grades))
    with closing(Workspace(workspace.folder)) as again:
        assert again.packs.get("hall").title == "新营业厅"
        assert again.inspections.sheet(inspection_id).pack == before == hall("2026.1")
    answer_all(workspace, inspection_id)
    workspace.inspections.complete(inspection_id)
    assert workspace.inspections.sheet(start(workspace, site, "hall")).pack.title == "新营业厅"


def test_the_same_pack_is_frozen_once(workspace: Workspace) -> None:
    site = add_site(workspace)
    for _ in range(3):
        visit(workspace, site)
    frozen = workspace.database.row("SELECT count(*) AS count FROM pack")
    assert frozen is not None
    assert frozen["count"] == 1


def test_a_visit_outlives_its_pack(workspace: Workspace) -> None:
    import shutil

    workspace.packs.take_in(hall())
    inspection_id = visit(workspace, add_site(workspace), pack_id="hall")
    before = dump(workspace.folder)
    shutil.rmtree(workspace.folder / "packs")
    with closing(Workspace(workspace.folder)) as again:
        with pytest.raises(UnknownPackError):
            again.packs.get("hall")
        assert again.inspections.sheet(inspection_id).pack == hall()
    assert dump(workspace.folder) == before


# Choosing


def test_the_kinds_of_all_packs_are_one_list(workspace: Workspace) -> None:
    kinds = workspace.packs.window_kinds()
    assert len({kind.id for kind in kinds}) == len(kinds)
    every = {kind.id for pack in workspace.packs.all() for kind in pack.window_kinds}
    assert {kind.id for kind in kinds} == every
    assert workspace.packs.kind_title("cashier") == "收费"
    assert workspace.packs.kind_title("no such kind") == "no such kind"
    for kind in kinds:
        assert kind.title not in kind.aliases
        assert len(set(kind.aliases)) == len(kind.aliases)


def test_the_pack_used_last_at_a_site_is_suggested(workspace: Workspace) -> None:
    site = add_site(workspace, "城东营业厅")
    first = workspace.packs.suggest(site)
    assert first is not None
    assert first.id == "telecom-hall"
    visit(workspace, site, pack_id="general")
    again = workspace.packs.suggest(site)
    assert again is not None
    assert again.id == "general"


@pytest.mark.parametrize("read_before", [False, True])
def test_of_several_versions_the_newest_is_suggested(
    workspace: Workspace, read_before: bool
) -> None:
    site = add_site(workspace)
    visit(workspace, site, pack_id="general")
    used = workspace.packs.get("general")
    for version in ("2030.9", "2030.10"):
        workspace.packs.take_in(replace(used, version=version, title=version))
    workspace.packs.take_in(replace(used, id="general-of-ours", title="另一张"))
    with closing(Workspace(workspace.folder)) as again:
        if read_before:
            again.packs.all()
        suggested = again.packs.suggest(site)
        assert suggested == again.packs.get("general")
        assert suggested is not None
        assert suggested.version == "2030.10"


def test_a_pack_taken_in_by_another_program_is_there_without_a_restart(
    workspace: Workspace, tmp_path: Path
) -> None:
    assert "mine" not in {pack.id for pack in workspace.packs.all()}
    with closing(Workspace(workspace.folder)) as other:
        other.packs.take_in(replace(other.packs.get("general"), id="mine", title="我的"))
    assert "mine" in {pack.id for pack in workspace.packs.all()}


@pytest.mark.ci
def test_new_items_of_a_workbook_are_numbered_once_and_the_preview_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "检查表.xlsx"
    workspace.packs.write_workbook(path, "general")
    book = openpyxl.load_workbook(path)
    sheet = book["环境卫生"]
    row = sheet.max_row + 1
    for column, value in enumerate(("窗台无积灰", 2, "一般", "扣分", 1, "处"), start=2):
        sheet.cell(row, column).value = str(value)
    book.save(path)
    shown = workspace.packs.preview(path)
    assert shown.source is not None
    assert given_numbers(shown.source) == "1 new item was given a number: 环境卫生-1."
    workspace.packs.take_in(shown.pack)
    assert workspace.packs.get("general").item_by_id["环境卫生-1"].text == "窗台无积灰"
    assert not workspace.packs.preview(path).changes_anything


@pytest.mark.ci
def test_a_renamed_workbook_is_asked_about_and_may_become_a_checklist_of_its_own(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "检查表.xlsx"
    workspace.packs.write_workbook(path, "general")
    assert not workspace.packs.preview(path).renamed
    book = openpyxl.load_workbook(path)
    book["设置"]["B5"].value = "社区服务站"
    book.save(path)
    preview = workspace.packs.preview(path)
    assert (preview.renamed, preview.pack.id) == (True, "general")
    apart = workspace.packs.as_new(preview)
    assert (apart.current, apart.pack.title, apart.pack.id) == (None, "社区服务站", "own-1")
    workspace.packs.take_in(apart.pack)
    assert workspace.packs.get("general").title == "通用窗口"
    assert workspace.packs.named("社区服务站").id == "own-1"
    assert workspace.packs.as_new(preview).pack.id == "own-2"


def test_a_weight_without_items_is_told(workspace: Workspace) -> None:
    pack = workspace.packs.get("general")
    assert unasked_weight(pack) == ""
    *rest, last = pack.checklists
    bare = replace(pack, checklists=(*rest, replace(last, items=())))
    said = f"No item is asked of Cleanliness ({pack.weights[last.category]})"
    assert unasked_weight(bare).startswith(said)


def test_what_was_read_ahead_is_not_read_again_until_it_changes(workspace: Workspace) -> None:
    faulty = workspace.folder / "packs" / "faulty"
    faulty.mkdir(parents=True)
    (faulty / "pack.toml").write_text("no pack", "utf-8")
    steps = list(workspace.packs.read_ahead())
    assert len(steps) == len(pack_folders(checklists_folder())) + 1
    (error,) = workspace.packs.faulty
    (faulty / "pack.toml").unlink()  # which the folder above does not show
    packs = workspace.packs.all()
    assert workspace.packs.faulty == [error]
    faulty.rmdir()
    assert workspace.packs.all() == packs
    assert workspace.packs.faulty == []


def test_what_visits_were_scored_with_is_made_once_and_on_any_thread(workspace: Workspace) -> None:
    site = add_site(workspace)
    first = visit(workspace, site)
    item = items(workspace, first)[0]
    workspace.overrides.put(site, PACK, Override(item.id, "无此设施", off=True))
    second = visit(workspace, site)  # with the site's own numbers, and the pack before those
    _rebuilt.cache_clear()
    with ThreadPoolExecutor(1) as thread:
        thread.submit(workspace.packs.thaw_ahead).result()
    made = _rebuilt.cache_info().misses
    assert made == 2
    with closing(Workspace(workspace.folder, workspace.now)) as again:
        (site,) = again.meetings.sites()
        assert again.inspections.sheet(first).pack != again.inspections.sheet(second).pack
        assert again.meetings.next_for(site).praise
    assert _rebuilt.cache_info().misses == made


def test_what_ships_is_read_once_for_every_folder(workspace: Workspace, tmp_path: Path) -> None:
    here = workspace.packs.all()
    (tmp_path / "packs").mkdir()
    with closing(Workspace(tmp_path / "other")) as other:
        assert all(one is two for one, two in zip(other.packs.all(), here, strict=True))
