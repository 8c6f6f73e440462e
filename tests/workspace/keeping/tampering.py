"""Changes that somebody who has the file can make, and what has to be said of each."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector.domain.record.journal import Entry, link_of
from inspector.domain.record.record_seal import seal_of, signature_digest
from inspector.storage.schema.journal_recipes import digests_of
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.workspace import Workspace
from tests.workspace.keeping.marked_papers import FIRST

OPENED = "DROP TRIGGER journal_is_kept", "DROP TRIGGER journal_is_fixed"
"""What whoever rewrites the journal does first."""

SCORES = frozenset({"检查汇总表", "通报附件", "表样"})
LISTS = frozenset(
    {"检查记录表", "检查汇总表", "通报附件", "整改台账", "整改台账带照片", "整改通知单", "表样"}
)
ALL = LISTS | SCORES
NONE: frozenset[str] = frozenset()
"""Papers of October: those that tell of scores, those that tell of findings or count them."""

VISIT = f"IN ({FIRST})"
FORGED = "00000000-0000-4000-8000-0000000f0f0f"
FOUND = f"= (SELECT id FROM finding WHERE inspection_id {VISIT} ORDER BY rowid LIMIT 1)"
OTHER = f"= (SELECT id FROM finding WHERE inspection_id {VISIT} ORDER BY rowid LIMIT 1 OFFSET 3)"

Act = Callable[[sqlite3.Connection, Path], None]


@dataclass(frozen=True)
class Tampering:
    """What is done, what the doctor says of it (at least), which papers of October are marked."""

    statements: tuple[str, ...] = ()
    doctor: frozenset[Trouble] = frozenset()
    papers: frozenset[str] | None = ALL  # None: the doctor's to see
    act: Act | None = field(default=None)
    minutes: bool = False  # those of November are marked

    def do(self, folder: Path) -> None:
        """Change the folder as another program would."""
        with closing(sqlite3.connect(folder / "inspector.db")) as connection, connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            for statement in self.statements:
                connection.execute(statement)
            if self.act is not None:
                self.act(connection, folder)


def rechain(connection: sqlite3.Connection, entries: list[Entry]) -> None:
    """Write a journal of these entries, numbered and linked as the program would."""
    for statement in OPENED:
        connection.execute(statement)
    connection.execute("DELETE FROM journal")
    link = ""
    for number, entry in enumerate(entries, 1):
        own = replace(entry, number=number)
        link = link_of(link, own)
        connection.execute(
            "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                own.number, own.kind, own.subject, own.owner, own.title, own.recipe, own.digest,
                own.at, own.note, link,
            ),
        )  # fmt: skip


def entries_of(connection: sqlite3.Connection) -> list[Entry]:
    return [Entry(*row) for row in connection.execute("SELECT * FROM journal ORDER BY number")]


def digest_now(connection: sqlite3.Connection, kind: str, subject: str) -> str:
    return digests_of(lambda sql, v: connection.execute(sql, v).fetchall(), kind, [subject])[
        subject
    ]


def first_id(connection: sqlite3.Connection) -> str:
    return str(connection.execute(FIRST).fetchone()[0])


def seal_anew(connection: sqlite3.Connection, folder: Path) -> None:
    """Change an answer and let the seal fit, as somebody who read our code does."""
    connection.execute("UPDATE answer SET note = '改过' WHERE note LIKE '两位顾客%'")
    connection.commit()
    visit = first_id(connection)
    with closing(Workspace(folder)) as workspace:
        seal = seal_of(workspace.inspections.sheet(visit))
    connection.execute("UPDATE inspection SET seal = ? WHERE id = ?", (seal, visit))
    row = connection.execute(
        "SELECT inspection_id, signer, strokes, refusal, signed_at FROM signature"
        " WHERE inspection_id = ?",
        (visit,),
    ).fetchone()
    connection.execute(
        "UPDATE signature SET seal = ?, digest = ? WHERE inspection_id = ?",
        (seal, signature_digest(*row, seal), visit),
    )


def enter_anew(connection: sqlite3.Connection, folder: Path) -> None:
    """The same, and let the entries' digests of the subjects fit, but not the chain."""
    seal_anew(connection, folder)
    visit = first_id(connection)
    connection.execute(OPENED[1])
    for kind in ("visit", "signature"):
        connection.execute(
            "UPDATE journal SET digest = ? WHERE kind = ? AND subject = ?",
            (digest_now(connection, kind, visit), kind, visit),
        )


def link_one_anew(connection: sqlite3.Connection, folder: Path) -> None:
    """The same, and let the links of these entries fit as well, but not those behind them."""
    enter_anew(connection, folder)
    entries = entries_of(connection)
    for before, entry in zip([None, *entries], entries, strict=False):
        if entry.subject == first_id(connection):
            link = link_of(before.link if before else "", entry)
            connection.execute("UPDATE journal SET link = ? WHERE number = ?", (link, entry.number))


def whole_chain_anew(connection: sqlite3.Connection, folder: Path) -> None:
    """The same, and everything behind: nothing in the folder contradicts it any more."""
    seal_anew(connection, folder)
    visit = first_id(connection)
    rechain(
        connection,
        [
            replace(each, digest=digest_now(connection, each.kind, visit))
            if each.subject == visit
            else each
            for each in entries_of(connection)
        ],
    )


def forge(connection: sqlite3.Connection, folder: Path) -> None:
    """Insert a visit whole, sealed, with the signature of another copied under it."""
    visit = first_id(connection)
    for table, key in (
        ("inspection", "id"), ("inspection_category", "inspection_id"),
        ("scorecard", "inspection_id"), ("signature", "inspection_id"),
    ):  # fmt: skip
        cursor = connection.execute(f"SELECT * FROM {table} WHERE {key} = ?", (visit,))
        names = [each[0] for each in cursor.description]
        for row in cursor.fetchall():
            values = dict(zip(names, row, strict=True)) | {key: FORGED}
            values |= {name: None for name in names if name.startswith("reviewed_")}
            if table == "inspection":
                values |= {"started_at": "2026-10-20T09:00:00+08:00", "day": "2026-10-20"}
                values |= {"completed_at": "2026-10-20T10:00:00+08:00"}
            if table == "scorecard":
                values |= {"key": values["key"] + 1000, "id": f"forged-{values['position']}"}
            marks = ", ".join("?" for _ in values)
            connection.execute(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})",
                tuple(values.values()),
            )
    connection.commit()
    with closing(Workspace(folder)) as workspace:
        seal = seal_of(workspace.inspections.sheet(FORGED))
    connection.execute("UPDATE inspection SET seal = ? WHERE id = ?", (seal, FORGED))
    row = connection.execute(
        "SELECT inspection_id, signer, strokes, refusal, signed_at FROM signature"
        " WHERE inspection_id = ?",
        (FORGED,),
    ).fetchone()
    connection.execute(
        "UPDATE signature SET seal = ?, digest = ? WHERE inspection_id = ?",
        (seal, signature_digest(*row, seal), FORGED),
    )


def forge_with_entries(connection: sqlite3.Connection, folder: Path) -> None:
    """The same, and enter it at the end of the chain as if it had just been handed in."""
    forge(connection, folder)
    entries = entries_of(connection)
    last = entries[-1]
    for kind in ("visit", "signature"):
        entries.append(
            replace(
                last, kind=kind, subject=FORGED, owner=FORGED,
                title="2026-10-20T09:00:00+08:00 城东营业厅" if kind == "visit" else "",
                digest=digest_now(connection, kind, FORGED), note="",
            )
        )  # fmt: skip
    rechain(connection, entries)


def move_in_time(connection: sqlite3.Connection, folder: Path) -> None:
    """Let an entry say another time, and make the chain anew from there on."""
    entries = entries_of(connection)
    middle = len(entries) // 2
    entries[middle] = replace(entries[middle], at="2026-01-01T00:00:00+08:00")
    rechain(connection, entries)


def sign_unsigned(connection: sqlite3.Connection, folder: Path) -> None:
    """Copy the signature of one visit under another that has none."""
    seal, visit = connection.execute(
        "SELECT seal, id FROM inspection WHERE day = '2026-11-16'"
    ).fetchone()
    signer, strokes, refusal, at = connection.execute(
        f"SELECT signer, strokes, refusal, signed_at FROM signature WHERE inspection_id {VISIT}"
    ).fetchone()
    facts = (visit, signer, strokes, refusal, at, seal)
    connection.execute(
        "INSERT INTO signature (inspection_id, signer, strokes, refusal, signed_at, seal, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*facts, signature_digest(*facts)),
    )


def forge_finding(connection: sqlite3.Connection, folder: Path) -> None:
    """Insert a finding that nobody raised."""
    cursor = connection.execute(f"SELECT * FROM finding WHERE id {FOUND}")
    names = [each[0] for each in cursor.description]
    values = dict(zip(names, cursor.fetchone(), strict=True))
    values |= {"id": FORGED, "number": "2610-099"}
    marks = ", ".join("?" for _ in values)
    connection.execute(
        f"INSERT INTO finding ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
    )


def _case(
    *statements: str, doctor: str, papers: frozenset[str] | None = ALL, minutes: bool = False
) -> Tampering:
    troubles = frozenset(Trouble[each] for each in doctor.split())
    return Tampering(statements, troubles, papers, minutes=minutes)


def _acted(act: Act, doctor: str, papers: frozenset[str] | None = ALL) -> Tampering:
    return Tampering((), frozenset(Trouble[each] for each in doctor.split()), papers, act)


_VISIT_ROWS = (
    "DELETE FROM answer WHERE scorecard IN"
    f" (SELECT key FROM scorecard WHERE inspection_id {VISIT})",
    "DELETE FROM scorecard_category WHERE scorecard IN"
    f" (SELECT key FROM scorecard WHERE inspection_id {VISIT})",
    f"DELETE FROM scorecard WHERE inspection_id {VISIT}",
    f"DELETE FROM inspection_category WHERE inspection_id {VISIT}",
    f"DELETE FROM signature WHERE inspection_id {VISIT}",
    f"DELETE FROM amendment WHERE inspection_id {VISIT}",
    f"DELETE FROM finding_event WHERE finding_id IN"
    f" (SELECT id FROM finding WHERE inspection_id {VISIT})",
    f"DELETE FROM recheck_entry WHERE finding_id IN"
    f" (SELECT id FROM finding WHERE inspection_id {VISIT})",
    f"DELETE FROM finding WHERE inspection_id {VISIT}",
    f"DELETE FROM evidence_event WHERE evidence_id IN"
    f" (SELECT id FROM evidence WHERE inspection_id {VISIT})",
    f"DELETE FROM evidence WHERE inspection_id {VISIT}",
    f"DELETE FROM inspection WHERE id {VISIT}",
)
_PHOTO = f"WHERE inspection_id {VISIT} AND item_id = 'wait'"
_OF_PHOTO = f"WHERE evidence_id IN (SELECT id FROM evidence {_PHOTO})"

TAMPERINGS: dict[str, Tampering] = {
    "an answer": _case("UPDATE answer SET note = '改过' WHERE note LIKE '两位顾客%'",
                       doctor="SEAL_BROKEN"),
    "the kept score": _case(f"UPDATE inspection SET score = 10000 WHERE id {VISIT}",
                            doctor="SEAL_BROKEN"),
    "the seal, taken away": _case(f"UPDATE inspection SET seal = NULL WHERE id {VISIT}",
                                  doctor="SEAL_BROKEN"),
    "an answer, and the seal made anew": _acted(seal_anew, "SEAL_BROKEN RECORD_CHANGED"),
    "and the entry's digest": _acted(enter_anew, "JOURNAL_CHANGED"),
    "and the entry's own link": _acted(link_one_anew, "JOURNAL_CHANGED", None),
    "and the whole chain": _acted(whole_chain_anew, "", NONE),
    "a signature deleted": _case(f"DELETE FROM signature WHERE inspection_id {VISIT}",
                                 doctor="RECORD_GONE"),
    "a signature moved in time": _case(
        f"UPDATE signature SET signed_at = '2026-10-19T09:00:00+08:00' WHERE inspection_id {VISIT}",
        doctor="RECORD_CHANGED SEAL_BROKEN"),
    "a signature copied": _acted(sign_unsigned, "RECORD_UNKNOWN", NONE),
    "an amendment changed": _case("UPDATE amendment SET text = '应为71分钟'",
                                  doctor="RECORD_CHANGED"),
    "an amendment deleted": _case("DELETE FROM amendment", doctor="RECORD_GONE"),
    "a finding with its events deleted": _case(
        f"DELETE FROM finding_event WHERE finding_id {FOUND}",
        f"DELETE FROM recheck_entry WHERE finding_id {FOUND}",
        f"UPDATE evidence SET finding_id = NULL WHERE finding_id {FOUND}",
        f"DELETE FROM finding WHERE id {FOUND}",
        doctor="RECORD_GONE SEAL_BROKEN"),
    "the events of a finding deleted": _case(f"DELETE FROM finding_event WHERE finding_id {FOUND}",
                                             doctor="RECORD_GONE NO_HISTORY", papers=LISTS),
    "a finding nobody raised": _acted(forge_finding, "NO_HISTORY SEAL_BROKEN"),
    "a step of a finding changed": _case(
        "UPDATE finding_event SET content = replace(content, '\"deadline\": \"2026-1',"
        f" '\"deadline\": \"2027-1') WHERE kind = 'assigned' AND finding_id {FOUND}",
        doctor="RECORD_CHANGED", papers=LISTS),
    "a step of a finding deleted": _case(
        f"DELETE FROM finding_event WHERE kind = 'extended' AND finding_id {FOUND}",
        doctor="RECORD_GONE", papers=LISTS),
    "a step of a finding moved in time": _case(
        f"UPDATE finding_event SET at = '2026-10-13T08:00:00+08:00' WHERE kind = 'extended'"
        f" AND finding_id {FOUND}",
        doctor="RECORD_CHANGED", papers=LISTS),
    "a decided appeal": _case(
        "UPDATE finding_event SET content = replace(content, 'downgraded', 'upheld')"
        " WHERE kind = 'appeal-decided'",
        doctor="RECORD_CHANGED", papers=LISTS - {"整改通知单"}),  # it is closed
    "what was found, in the list of findings": _case(
        f"UPDATE finding SET text = '改过', item_text = '改过' WHERE id {FOUND}",
        doctor="PROJECTION_DIFFERS", papers=LISTS),
    "what it cost, in the list of findings": _case(
        f"UPDATE finding SET deduction = 0 WHERE id {FOUND}",
        doctor="PROJECTION_DIFFERS", papers=LISTS),
    "a deadline without a step": _case(
        f"UPDATE finding SET deadline = '2027-01-04', closed_at = NULL WHERE id {FOUND}",
        doctor="PROJECTION_DIFFERS", papers=LISTS),
    "a finding closed in the list of findings alone": _case(
        f"UPDATE finding SET state = 'closed', closed_at = '2026-10-14T09:00:00+08:00'"
        f" WHERE id {FOUND}",
        doctor="PROJECTION_DIFFERS", papers=LISTS - {"整改通知单"}),
    "what appeals left of the score": _case(
        "UPDATE inspection SET reviewed_score = 9900, reviewed_vetoes = 0, reviewed_grade = '优秀'"
        f" WHERE id {VISIT}",
        doctor="REVIEW_DIFFERS"),
    "what appeals left of a window's score": _case(
        "UPDATE scorecard SET reviewed_score = 9900, reviewed_vetoes = 0, reviewed_grade = '优秀'"
        f" WHERE inspection_id {VISIT}",
        doctor="REVIEW_DIFFERS"),
    "what appeals left of a category": _case(
        f"UPDATE inspection_category SET reviewed_rate = 10000 WHERE inspection_id {VISIT}",
        doctor="REVIEW_DIFFERS"),
    "numbers of findings exchanged": _case(
        "CREATE TEMP TABLE numbers AS SELECT id, number FROM finding",
        f"UPDATE finding SET number = 'x' WHERE id {FOUND}",
        f"UPDATE finding SET number = (SELECT number FROM numbers WHERE id {FOUND})"
        f" WHERE id {OTHER}",
        f"UPDATE finding SET number = (SELECT number FROM numbers WHERE id {OTHER})"
        f" WHERE id {FOUND}",
        doctor="SEAL_BROKEN PROJECTION_DIFFERS"),
    "the day, to another month": _case(f"UPDATE inspection SET day = '2026-09-12' WHERE id {VISIT}",
                                       doctor="SEAL_BROKEN"),
    "the day, within the month": _case(f"UPDATE inspection SET day = '2026-10-13' WHERE id {VISIT}",
                                       doctor="SEAL_BROKEN"),
    "when it was completed": _case(
        f"UPDATE inspection SET completed_at = '2026-10-12T11:00:00+08:00' WHERE id {VISIT}",
        doctor="SEAL_BROKEN"),
    "whose site": _case(f"UPDATE inspection SET site_name = '城西营业厅' WHERE id {VISIT}",
                        doctor="SEAL_BROKEN"),
    "a photo's time": _case(f"UPDATE evidence SET taken_at = '2026-10-12T08:00:00' {_PHOTO}",
                            doctor="SEAL_BROKEN RECORD_CHANGED"),
    "a photo's name": _case(f"UPDATE evidence SET name = '另一张.jpg' {_PHOTO}",
                            doctor="SEAL_BROKEN RECORD_CHANGED"),
    "when a photo came in": _case(
        f"UPDATE evidence SET added_at = '2026-10-12T08:00:00+08:00' {_PHOTO}",
        doctor="SEAL_BROKEN RECORD_CHANGED"),
    "a photo's history changed": _case(
        f"UPDATE evidence_event SET at = '2026-10-12T08:00:00+08:00' {_OF_PHOTO}",
        doctor="RECORD_CHANGED", papers=NONE),
    "a photo's history deleted": _case(f"DELETE FROM evidence_event {_OF_PHOTO}",
                                       doctor="RECORD_CHANGED", papers=NONE),
    "a photo taken off": _case(
        f"UPDATE evidence SET removed_at = '2026-10-13T08:00:00+08:00' {_PHOTO}",
        doctor="SEAL_BROKEN RECORD_CHANGED"),
    "a photo deleted": _case(f"DELETE FROM evidence_event {_OF_PHOTO}",
                             f"DELETE FROM evidence {_PHOTO}",
                             doctor="SEAL_BROKEN RECORD_GONE"),
    "a visit put in the bin": _case(f"UPDATE inspection SET state = 'discarded' WHERE id {VISIT}",
                                    doctor="SEAL_BROKEN"),
    "a visit opened again": _case(f"UPDATE inspection SET state = 'open' WHERE id {VISIT}",
                                  doctor="SEAL_BROKEN"),
    "a visit deleted": _case(*_VISIT_ROWS, doctor="RECORD_GONE"),
    "a forged visit": _acted(forge, "RECORD_UNKNOWN", SCORES),
    "a forged visit with entries": _acted(forge_with_entries, "DATED_BACK", NONE),
    "the checklist": _case(
        "UPDATE pack SET content = replace(content, '着装统一整洁', '着装整洁')",
        doctor="SEAL_BROKEN"),
    "what the checklist is called": _case("UPDATE pack SET title = '另一张检查表'",
                                          doctor="SEAL_BROKEN"),
    "the checklist's version": _case("UPDATE pack SET version = '2026.9'", doctor="SEAL_BROKEN"),
    "which checklist it is": _case("UPDATE pack SET pack_id = hash", doctor="SEAL_BROKEN"),
    "what the checklist weighs": _case("UPDATE pack SET weighing = 'rate 1'", doctor="SEAL_BROKEN"),
    "a meeting's minutes": _case("UPDATE meeting SET tasks = '改过' WHERE ended_at IS NOT NULL",
                                 doctor="RECORD_CHANGED", papers=NONE, minutes=True),
    "whom a meeting praised": _case("UPDATE meeting SET praise = '[]' WHERE ended_at IS NOT NULL",
                                    doctor="RECORD_CHANGED", papers=NONE, minutes=True),
    "a time that was declared wrong": _case(
        "INSERT INTO clock_remark SELECT 'r', 'visit', id, started_at, '2026-11-20T09:00:00+08:00',"
        f" '李检查', '时钟不准' FROM inspection WHERE id {VISIT}",
        doctor="RECORD_UNKNOWN"),
    "an entry's digest": _case(
        OPENED[1], f"UPDATE journal SET digest = 'ab' WHERE kind = 'visit' AND subject {VISIT}",
        doctor="JOURNAL_CHANGED SEAL_BROKEN"),
    "an entry deleted": _case(
        OPENED[0], f"DELETE FROM journal WHERE kind = 'visit' AND subject {VISIT}",
        doctor="JOURNAL_GAP RECORD_UNKNOWN"),
    "the newest entry deleted": _case(
        OPENED[0], "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)",
        doctor="RECORD_UNKNOWN", papers=NONE),
    "an entry moved in time": _acted(move_in_time, "JOURNAL_TIME", NONE),
}  # fmt: skip


def fingerprint(folder: Path) -> str:
    """Everything that the tables of a folder hold, for telling that something was changed."""
    with closing(sqlite3.connect(folder / "inspector.db")) as connection:
        tables = [row[0] for row in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]  # fmt: skip
        rows = [[list(row) for row in connection.execute(f'SELECT * FROM "{t}"')] for t in tables]
    # Of the index of words the bytes are told.
    text = json.dumps(rows, ensure_ascii=False, default=bytes.hex)
    return hashlib.sha256(text.encode()).hexdigest()
