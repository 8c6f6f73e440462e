"""An archive holds what was sealed, and is read without this program; what is changed is named."""

import json
import shutil
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.errors import NothingToExportError
from inspector.domain.finding.ledger import LedgerFilter
from inspector.storage.archives.bag_reading import opened_bag
from inspector.storage.archives.bag_writing import MANIFEST
from inspector.storage.evidence.print_copies import PRINTS_FOLDER
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.archive.archive_index import _KINDS
from inspector.workspace.archive.archive_verifying import verify_archive
from inspector.workspace.archive.archiving import Archived, write_archive
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.paper_set import KINDS, NOTICE, RECORD
from inspector.workspace.workspace import Workspace
from tests.storage.raw_files import contents
from tests.workspace.evidence_steps import lose
from tests.workspace.kept import fill, harm, photos
from tests.workspace.visiting import add_site, visit


def archived(folder: Path, target: Path, site: str | None = None) -> Archived:
    """Archive this month; what a PDF looks like is no matter here."""
    now = datetime.now()
    return write_archive(folder, target, Extent(month_of(now.date()), site), now, shutil.copyfile)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    fill(folder)
    return folder


def facts_of(bag: Path, kind: str) -> list[Any]:
    files = sorted((bag / "data" / kind).rglob("*.json"))
    return [json.loads(path.read_text("utf-8")) for path in files]


@pytest.mark.ci
def test_two_findings_with_one_number_are_told_apart(folder: Path, tmp_path: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        (found,) = workspace.findings.ledger()
        came = visit(workspace, add_site(workspace, "城西厅"), {0: ["rise-to-greet"]})
        with workspace.database.transaction():
            workspace.database.write(
                "UPDATE finding SET number = ? WHERE inspection_id = ?", (found.number, came)
            )
            told = {"kind": "visit", "subject": came, "laptop": "K7M2", "bundle": "b",
                    "digest": "", "places": "", "left_out": "[]"}  # fmt: skip
            workspace.database.insert("received_object", told)
    bag = tmp_path / "归档"
    archived(folder, bag)
    (month,) = facts_of(bag, "findings")
    assert {each["number"] for each in month} == {found.number, f"{found.number}·K7M2"}
    listed = [facts["findings"] for facts in facts_of(bag, "visits")]
    assert sorted(listed) == [[found.number], [f"{found.number}·K7M2"]]


@pytest.mark.ci
def test_what_was_sealed_is_in_it_and_nothing_was_changed(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    bag = tmp_path / "归档"
    done = archived(folder, bag)
    assert (done.visits, done.findings, done.files, done.unsound) == (1, 1, 2, ())
    after = {
        name: what for name, what in contents(folder).items() if not name.startswith(PRINTS_FOLDER)
    }
    assert after == before  # not even that the ledger went out
    (visit,) = facts_of(bag, "visits")
    with closing(Workspace(folder)) as workspace:
        (sealed,) = workspace.inspection_store.sealed_ids()
        record = workspace.records.record(sealed)
        numbers = [each.number for each in workspace.finding_store.of_inspection(sealed)]
    total = record.sheet.site_score().total
    assert total is not None
    assert visit["id"] == sealed
    assert visit["as_found"]["score"] == total / 100
    assert visit["findings"] == numbers
    answers = [each for card in visit["scorecards"] for each in card["answers"]]
    assert {each["verdict"] for each in answers} == {"合格", "扣分", "未查"}  # a bonus
    (deducted,) = (each for each in answers if each["verdict"] == "扣分")
    assert deducted["photos"][0]["file"] in {
        f"evidence/{path.parent.name}/{path.name}" for path in photos(folder)
    }
    ((finding,),) = facts_of(bag, "findings")
    assert [each["kind"] for each in finding["events"]] == ["raised"]
    said = (bag / "目录.html").read_text("utf-8")
    assert "检查1次，发现问题1项" in said
    for link in ("papers/", "ledgers/", "visits/"):
        assert f'href="data/{link}' in said
    assert (bag / "说明.txt").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.ci
def test_what_was_sealed_is_proved_without_this_program(folder: Path, tmp_path: Path) -> None:
    """Exactly as the words in the archive say it is done."""
    done = archived(folder, tmp_path / "bag")
    lines = (tmp_path / "bag/data/journal.jsonl").read_text("utf-8").splitlines()
    entries = [json.loads(line) for line in lines]
    assert {each["kind"] for each in entries} >= {"visit", "event", "evidence"}
    names = (
        "before",
        "number",
        "kind",
        "subject",
        "owner",
        "title",
        "recipe",
        "digest",
        "at",
        "note",
    )
    last = {(each["kind"], each["subject"]): each for each in entries}
    for each in entries:
        facts = json.dumps(
            [each[name] for name in names], ensure_ascii=False, separators=(",", ":")
        )
        assert sha256(facts.encode()).hexdigest() == each["link"]
        if last[each["kind"], each["subject"]] is each:
            assert sha256(each["text"].encode()).hexdigest() == each["digest"]
    assert done.head is not None
    assert f"Journal-Head: {done.head.code}\n" in (tmp_path / "bag/bag-info.txt").read_text("utf-8")


@pytest.mark.ci
@pytest.mark.parametrize("name", ["bag", "bag.zip"])
def test_it_is_read_back(folder: Path, tmp_path: Path, name: str) -> None:
    archived(folder, tmp_path / name)
    verified = verify_archive(tmp_path / name)
    assert verified.holds
    assert verified.visits == 1
    with opened_bag(tmp_path / name) as bag:
        assert verified.files == len(bag.names)


def _listed_anew(bag: Path, name: str) -> None:
    """Do what somebody does who knows how a manifest is made."""
    manifest = bag / MANIFEST
    digest = sha256((bag / name).read_bytes()).hexdigest()
    lines = [
        f"{digest}  {name}" if line.endswith(f"  {name}") else line
        for line in manifest.read_text("utf-8").splitlines()
    ]
    manifest.write_text("\n".join(lines) + "\n", "utf-8")
    tags = bag / "tagmanifest-sha256.txt"
    own = sha256(manifest.read_bytes()).hexdigest()
    tags.write_text(
        "".join(
            f"{own}  {MANIFEST}\n" if line.endswith(MANIFEST) else f"{line}\n"
            for line in tags.read_text("utf-8").splitlines()
        ),
        "utf-8",
    )


@pytest.mark.ci
def test_who_makes_the_manifests_anew_meets_the_seals(folder: Path, tmp_path: Path) -> None:
    bag = tmp_path / "bag"
    archived(folder, bag)
    journal = bag / "data/journal.jsonl"
    lines = journal.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if json.loads(line)["kind"] == "visit")
    lines[at] = lines[at].replace("deduct", "passed", 1)
    journal.write_text("\n".join(lines) + "\n", "utf-8")
    _listed_anew(bag, "data/journal.jsonl")
    verified = verify_archive(bag)
    assert not verified.flawed
    assert len(verified.unsealed) == 2  # the entry, and the visit that it no longer tells of
    assert verified.unsealed[0].startswith(f"journal.jsonl:{at + 1} ")


@pytest.mark.ci
def test_evidence_that_is_gone_or_changed_is_told(folder: Path, tmp_path: Path) -> None:
    gone, changed = photos(folder)
    lose(gone)
    harm(changed)
    done = archived(folder, tmp_path / "bag")
    assert [Path(name).name for name in done.unsound] == sorted((gone.name, changed.name))
    assert verify_archive(tmp_path / "bag").holds  # what there was is in it


def test_nothing_to_tell_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    now = datetime(2020, 1, 1)
    with pytest.raises(NothingToExportError):
        write_archive(folder, tmp_path / "b", Extent(month_of(now.date())), now, shutil.copyfile)
    assert [each.name for each in tmp_path.iterdir()] == ["data"]
    assert (folder / DATABASE_FILE).exists()


@pytest.mark.ci
def test_notices_and_letters_are_in_it(folder: Path, tmp_path: Path) -> None:
    with closing(Workspace(folder)) as workspace:
        (draft,) = workspace.notices.drafts(LedgerFilter())
        path, _ = workspace.notices.write(draft, tmp_path / "sent")
    bag = tmp_path / "bag"
    done = archived(folder, bag)
    assert done.letters == 2  # of the circular, of the notice
    (notice,) = (bag / "data/papers/整改通知单").iterdir()
    assert notice.name == f"{path.stem}.pdf"
    letters = sorted(each.name for each in (bag / "data/letters").iterdir())
    assert letters == sorted(
        (path.name.replace("整改通知单", "整改通知").replace(".xlsx", ".docx"), letters[-1])
    )
    assert any("通报" in name for name in letters)
    said = (bag / "目录.html").read_text("utf-8")
    assert said.count("（<a") - said.count("电子表格") == said.count(">公文<") == 2
    assert verify_archive(bag).holds
    letter = bag / "data/letters" / letters[0]
    letter.write_bytes(letter.read_bytes() + b" ")
    (flaw,) = verify_archive(bag).flawed
    assert flaw.name == f"data/letters/{letter.name}"


def test_every_kind_of_paper_has_its_chinese_heading_in_the_contents() -> None:
    assert {*KINDS, RECORD, NOTICE} <= _KINDS.keys()
