"""What the digest of a subject is taken over: the raw values of its rows.

Every row is a JSON array of its values, without spaces, as SQLite's `json_array` and Python's
`json.dumps(…, ensure_ascii=False, separators=(",", ":"))` both write it; SQLite writes them, a
hundred thousand rows in a tenth of a second. The rows of a subject are sorted, so that neither
the order in a table nor a local key matters, and a later laptop comes to the same digest.
Recipes are released: never edited. A column that comes later belongs to a new one, which tells of
it only where it says something: of whatever was entered before, both come to the same digest.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from inspector.domain.record.journal import Subject

RECIPE = 3
"""The recipe of what is entered today; a step of the schema names its own."""

Read = Callable[[str, tuple[str, ...]], Sequence[Any]]
"""Runs a query; each row is a sequence of its values."""

_CHUNK = 200
"""Subjects in one query: the text of as many visits is some megabytes."""

_ASKED = "FROM json_each(?) AS asked CROSS JOIN"

_VISIT = (
    "SELECT i.id, json_array(i.site_id, i.site_name, i.kind, i.inspectors, i.pack_hash, i.state,"
    " i.started_at, i.day, i.completed_at, i.phase, i.slot, i.conflicts, i.seal, i.score, i.bonus,"
    f" i.vetoes, i.windows, i.grade) {_ASKED} inspection AS i ON i.id = asked.value",
    f"SELECT c.inspection_id, json_array(c.category, c.rate) {_ASKED} inspection_category AS c"
    " ON c.inspection_id = asked.value",
    "SELECT s.inspection_id, json_array(s.id, s.position, s.scope, s.window_id, s.window_number,"
    " s.window_kind, s.staff_number, s.staff_name, s.department, s.leader, s.left_out,"
    f" s.left_out_reason, s.score, s.bonus, s.vetoes, s.grade) {_ASKED} scorecard AS s"
    " ON s.inspection_id = asked.value",
    f"SELECT s.inspection_id, json_array(s.id, c.category, c.got, c.full, c.rate) {_ASKED}"
    " scorecard AS s ON s.inspection_id = asked.value"
    " CROSS JOIN scorecard_category AS c ON c.scorecard = s.key",
    # One text a scorecard: to fetch four hundred rows of each visit would take longest of all.
    "SELECT inspection_id, json_array(id) || group_concat(said) FROM (SELECT s.inspection_id,"
    " s.id, s.key, json_array(a.item, a.verdict, a.count, a.option, a.measured, a.samples,"
    f" a.phrases, a.note, a.praised, a.correction) AS said {_ASKED} scorecard AS s"
    " ON s.inspection_id = asked.value CROSS JOIN answer AS a ON a.scorecard = s.key"
    " ORDER BY s.key, a.item) GROUP BY key",
    "SELECT p.inspection_id, json_array(p.id, p.scorecard_id, p.position, p.at, p.place,"
    f" p.category, p.item_id, p.text, p.handled, p.to_meeting, p.finding_id) {_ASKED}"
    " patrol_entry AS p ON p.inspection_id = asked.value",
    "SELECT r.inspection_id, json_array(r.finding_id, r.position, r.outcome, r.note, r.at)"
    f" {_ASKED} recheck_entry AS r ON r.inspection_id = asked.value",
    "SELECT e.inspection_id, json_array(e.id, e.digest, e.suffix, e.size, e.kind, e.role,"
    " e.scorecard_id, e.item_id, e.finding_id, e.name, e.origin, e.width, e.height, e.taken_at,"
    f" e.added_at, e.annotated) {_ASKED} evidence AS e ON e.inspection_id = asked.value"
    " WHERE e.removed_at IS NULL",
    f"SELECT f.inspection_id, json_array(f.id, f.number) {_ASKED} finding AS f"
    " ON f.inspection_id = asked.value",
)

_VISIT_2 = (
    _VISIT[0].replace(
        " i.vetoes, i.windows, i.grade)",
        " i.vetoes, i.windows, i.grade) || CASE WHEN i.form = 'full' AND i.seed = '' AND"
        " coalesce(i.base_hash, i.observed, i.asked) IS NULL THEN '' ELSE"
        " json_array(i.form, i.seed, i.base_hash, i.observed, i.asked) END",
    ),
    _VISIT[1],
    _VISIT[2].replace(
        " s.vetoes, s.grade)",
        " s.vetoes, s.grade) || CASE WHEN coalesce(s.observed, s.asked) IS NULL THEN '' ELSE"
        " json_array(s.observed, s.asked) END",
    ),
    _VISIT[3],
    _VISIT[4].replace(
        " a.correction) AS",
        " a.correction) || CASE WHEN a.cases IS NULL THEN '' ELSE json_array(a.cases) END AS",
    ),
    *_VISIT[5:],
)
"""Of recipe 2: with the form of a visit, its coverage, and named deductions."""

_VISIT_3 = (
    _VISIT_2[0].replace(" i.asked) END", " i.asked) END || coalesce(i.party, '')"),
    *_VISIT_2[1:],
)
"""Of recipe 3: with who of the inspectors is what."""

_ROWS: Mapping[str, tuple[str, ...]] = {  # of recipe 1
    Subject.VISIT: _VISIT,
    Subject.SIGNATURE: (
        "SELECT s.inspection_id, json_array(s.signer, s.strokes, s.refusal, s.signed_at, s.seal,"
        f" s.digest) {_ASKED} signature AS s ON s.inspection_id = asked.value",
    ),
    Subject.AMENDMENT: (
        "SELECT a.id, json_array(a.inspection_id, a.scorecard_id, a.item_id, a.text, a.reason,"
        f" a.author, a.at) {_ASKED} amendment AS a ON a.id = asked.value",
    ),
    Subject.EVENT: (
        "SELECT e.id, json_array(e.finding_id, e.at, e.kind, e.content, e.author, e.source,"
        f" e.reference) {_ASKED} finding_event AS e ON e.id = asked.value",
    ),
    Subject.EVIDENCE: (
        # What an answer's evidence was raised as is known once the visit is sealed, and is told
        # there.
        "SELECT e.id, json_array(e.digest, e.suffix, e.size, e.kind, e.role, e.inspection_id,"
        " e.scorecard_id, e.item_id, CASE WHEN e.item_id IS NULL THEN e.finding_id END, e.name,"
        " e.origin, e.width, e.height, e.taken_at, e.added_at, e.annotated, e.removed_at)"
        f" {_ASKED} evidence AS e ON e.id = asked.value",
        "SELECT evidence_id, group_concat(said) FROM (SELECT h.evidence_id,"
        f" json_array(h.at, h.kind, h.content) AS said {_ASKED} evidence_event AS h"
        " ON h.evidence_id = asked.value ORDER BY h.evidence_id, h.sequence)"
        " GROUP BY evidence_id",
    ),
    Subject.MEETING: (
        "SELECT m.id, json_array(m.site_id, m.site_name, m.since, m.started_at, m.day,"
        " m.ended_at, m.discarded_at, m.host, m.present, m.absent, m.budget, m.drill,"
        f" m.drill_note, m.tasks, m.praise) {_ASKED} meeting AS m ON m.id = asked.value",
        f"SELECT f.meeting_id, json_array(f.position, f.finding_id, f.part) {_ASKED}"
        " meeting_finding AS f ON f.meeting_id = asked.value",
    ),
    Subject.COMPLAINT: (
        "SELECT e.id, json_array(e.complaint_id, e.at, e.kind, e.content, e.author, e.source,"
        f" e.reference) {_ASKED} complaint_event AS e ON e.id = asked.value",
    ),
    Subject.CLOCK: (
        "SELECT c.id, json_array(c.kind, c.reference, c.moment, c.said_at, c.said_by, c.reason)"
        f" {_ASKED} clock_remark AS c ON c.id = asked.value",
    ),
    Subject.SURVEY: (
        "SELECT s.id, json_array(s.site_id, s.site_name, s.day, s.entered_at, s.channel, s.grade,"
        " s.reason, s.window_number, s.inspection_id, s.slip, s.source, s.source_key, s.replaces)"
        f" {_ASKED} survey_sheet AS s ON s.id = asked.value",
    ),
    Subject.TRAINING: (
        "SELECT t.id, json_array(t.at, t.grouping, t.group_name, t.team, t.site_id, t.site_name,"
        " t.pack_id, t.topic, t.items, t.first, t.last, t.held_on, t.took_part, t.led_by)"
        f" {_ASKED} training AS t ON t.id = asked.value",
    ),
    Subject.TRAINING_TAKEN_BACK: (
        f"SELECT b.id, json_array(b.at, b.held_id, b.reason) {_ASKED} training_taken_back AS b"
        " ON b.id = asked.value",
    ),
}

_PLANS: Mapping[str, tuple[str, ...]] = {
    Subject.PHASE: (
        "SELECT p.id, json_array(p.phase_id, p.name, p.first, p.last, p.ended, p.at)"
        f" {_ASKED} phase_entry AS p ON p.id = asked.value",
    ),
    Subject.PLAN: (
        "SELECT p.id, json_array(p.family, p.version, p.name, p.phase, p.first, p.last, p.covert,"
        f" p.author, p.made_at, p.withdrawn) {_ASKED} plan AS p ON p.id = asked.value",
        "SELECT s.plan_id, json_array(s.position, s.site_id, s.site_name, s.visits, s.share,"
        f" s.windows, s.who) {_ASKED} plan_site AS s ON s.plan_id = asked.value",
        "SELECT b.plan_id, json_array(b.position, b.who, b.site_id, b.site_name)"
        f" {_ASKED} plan_barred AS b ON b.plan_id = asked.value",
    ),
    Subject.DRAW: (
        "SELECT d.id, json_array(d.plan_id, d.at, d.way, d.seed, d.lots, d.site_id, d.site_name,"
        f" d.window_ids, d.window_numbers) {_ASKED} plan_draw AS d ON d.id = asked.value",
    ),
}
"""Of phases and plans, which came with step 17 of the schema."""

_EVALUATIONS: Mapping[str, tuple[str, ...]] = {
    Subject.EVALUATION: (
        "SELECT e.id, json_array(e.first, e.last, e.phase, e.scheme_number, e.content, e.note,"
        " e.published_by, e.published_at, e.corrects)"
        f" {_ASKED} evaluation AS e ON e.id = asked.value",
    ),
}
"""Of published evaluations, which came with step 20 of the schema."""

_ERASURES: Mapping[str, tuple[str, ...]] = {
    Subject.ERASURE: (
        "SELECT e.id, json_array(e.kind, e.at, e.reason, e.author, e.stand_in, e.counts)"
        f" {_ASKED} erasure AS e ON e.id = asked.value",
        f"SELECT c.erasure_id, json_array(c.kind, c.subject, c.before, c.after) {_ASKED}"
        " erasure_change AS c ON c.erasure_id = asked.value",
        f"SELECT f.erasure_id, json_array(f.evidence_id, f.digest, f.suffix) {_ASKED}"
        " erased_file AS f ON f.erasure_id = asked.value",
    ),
}
"""Of lawful erasures, which came with step 22 of the schema."""

_INSPECTORS: Mapping[str, tuple[str, ...]] = {
    Subject.INSPECTOR: (
        "SELECT e.id, json_array(e.batch, e.at, e.inspector_id, e.before, e.after)"
        f" {_ASKED} inspector_event AS e ON e.id = asked.value",
    ),
}
"""Of steps on the roster of inspectors, which step 23 of the schema took in."""

_LEDGER_EXPORTS: Mapping[str, tuple[str, ...]] = {
    Subject.LEDGER_EXPORT: (
        "SELECT x.id, json_array(x.at, x.author, x.workbook, x.file_name, x.findings, x.digest)"
        f" {_ASKED} ledger_export AS x ON x.id = asked.value",
    ),
}
"""Of ledgers that went out, which came with step 24 of the schema; `digest` is of its findings."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    Subject.CHOICE: (
        "SELECT c.id, json_array(c.at, c.author, c.kind, c.subject, c.kept)"
        f" {_ASKED} choice AS c ON c.id = asked.value",
    ),
}
"""Of what was chosen between two laptops, which came with step 26 of the schema."""

_RECIPES: Mapping[int, Mapping[str, tuple[str, ...]]] = {
    1: _ROWS,
    2: {**_ROWS, Subject.VISIT: _VISIT_2},
    3: {
        **_ROWS,
        Subject.VISIT: _VISIT_3,
        **_PLANS,
        **_EVALUATIONS,
        **_ERASURES,
        **_INSPECTORS,
        **_LEDGER_EXPORTS,
        **_CHOICES,
    },
}
_SPOKEN = 1
"""What every digest begins with, so that the recipes come to the same where they tell the same."""

_SUBJECTS: Mapping[str, str] = {
    Subject.VISIT: (
        "SELECT id, id, started_at || ' ' || site_name, completed_at FROM inspection"
        " WHERE state = 'completed' {which} ORDER BY day, rowid"
    ),
    Subject.SIGNATURE: (
        "SELECT inspection_id AS id, inspection_id, '', signed_at FROM signature"
        " WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.AMENDMENT: (
        "SELECT id, inspection_id, '', at FROM amendment WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.EVENT: (
        "SELECT e.id AS id, e.finding_id, CASE e.kind WHEN 'raised' THEN"
        " coalesce((SELECT number FROM finding WHERE finding.id = e.finding_id), '') ELSE '' END,"
        " '' FROM finding_event AS e WHERE 1 {which} ORDER BY e.sequence"
    ),
    Subject.EVIDENCE: (
        "SELECT id, coalesce(inspection_id, finding_id, ''), '', '' FROM evidence"
        " WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.MEETING: (
        "SELECT id, id, started_at || ' ' || site_name, ended_at FROM meeting"
        " WHERE (ended_at IS NOT NULL OR discarded_at IS NOT NULL) {which} ORDER BY rowid"
    ),
    Subject.COMPLAINT: (
        "SELECT e.id AS id, e.complaint_id, CASE e.kind WHEN 'received' THEN coalesce((SELECT"
        " number FROM complaint WHERE complaint.id = e.complaint_id), '') ELSE '' END, ''"
        " FROM complaint_event AS e WHERE 1 {which} ORDER BY e.sequence"
    ),
    Subject.CLOCK: (
        "SELECT id, reference, coalesce((SELECT number FROM finding_event AS e JOIN finding"
        " ON finding.id = e.finding_id WHERE e.id = reference), ''), said_at FROM clock_remark"
        " WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.PHASE: (
        "SELECT id, phase_id, at || ' ' || name, at FROM phase_entry WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.PLAN: (
        "SELECT id, family, made_at || ' ' || name, made_at FROM plan WHERE 1 {which}"
        " ORDER BY rowid"
    ),
    Subject.DRAW: (
        "SELECT id, plan_id, at || ' ' || site_name, at FROM plan_draw WHERE 1 {which}"
        " ORDER BY rowid"
    ),
    Subject.SURVEY: (
        "SELECT id, id, entered_at || ' ' || site_name, entered_at FROM survey_sheet"
        " WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.EVALUATION: (
        "SELECT id, id, published_at || ' ' || first || '–' || last, published_at FROM evaluation"
        " WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.ERASURE: (
        "SELECT id, id, at || ' ' || reason, at FROM erasure WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.INSPECTOR: (
        # By unit: a name in an entry could never be erased from it.
        "SELECT e.id AS id, e.inspector_id, e.at || ' ' || coalesce((SELECT unit FROM inspector"
        " WHERE inspector.id = e.inspector_id), ''), e.at FROM inspector_event AS e"
        " WHERE 1 {which} ORDER BY e.sequence"
    ),
    Subject.LEDGER_EXPORT: (
        # Not by the file's name: a person's in an entry could never be erased from it.
        "SELECT id, id, at || ' ' || workbook, at FROM ledger_export WHERE 1 {which}"
        " ORDER BY number"
    ),
    Subject.TRAINING: (
        "SELECT id, id, held_on || ' ' || topic, at FROM training WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.TRAINING_TAKEN_BACK: (
        "SELECT id, held_id, (SELECT held_on || ' ' || topic FROM training"
        " WHERE training.id = held_id), at FROM training_taken_back WHERE 1 {which} ORDER BY rowid"
    ),
    Subject.CHOICE: (
        # Not by what was chosen: a person's name in an entry could never be erased from it.
        "SELECT id, subject, at || ' ' || kind, at FROM choice WHERE 1 {which} ORDER BY rowid"
    ),
}


def subjects_of(
    read: Read, kind: str, wanted: Sequence[str] | None = None
) -> list[tuple[str, str, str, str]]:
    """Return id, owner, title and own moment of the subjects of a kind; of all, or of `wanted`."""
    if wanted is None:
        return [tuple(row) for row in read(every_subject(kind), ())]
    column = _NAMED_BY.get(Subject(kind), "id")
    which = f"AND {column} IN (SELECT value FROM json_each(?))"
    return [
        tuple(row)
        for chunk in _chunks(wanted)
        for row in read(_SUBJECTS[kind].format(which=which), (json.dumps(chunk),))
    ]


def every_subject(kind: str) -> str:
    """Return what reads the `id`, owner, title and own moment of every subject of a kind."""
    return _SUBJECTS[kind].format(which="")


def digests_of(
    read: Read, kind: str, subjects: Sequence[str], recipe: int = RECIPE
) -> dict[str, str]:
    """Return the digest of each subject that there is, SHA-256 in hexadecimal, by its id."""
    return {key: _digest(text) for key, text in texts_of(read, kind, subjects, recipe)}


def texts_of(
    read: Read, kind: str, subjects: Sequence[str], recipe: int = RECIPE
) -> Iterator[tuple[str, str]]:
    """Yield the id of each subject that there is, with the text its digest is taken over."""
    for chunk in _chunks(subjects):
        yield from _some(read, kind, chunk, recipe)


def digests_by_owner(read: Read, kind: str, owners: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return owner and digest of each subject that belongs to one of `owners`, by its id.

    Of signatures, amendments and events, which have one row; a visit or meeting is its own owner.
    """
    if kind not in _OWNED_BY:
        return {key: (key, digest) for key, digest in digests_of(read, kind, owners).items()}
    (sql,), owner = _ROWS[kind], _OWNED_BY[Subject(kind)]
    before, _, _ = sql.rpartition(" ON ")
    sql = before.replace("SELECT", f"SELECT {owner},", 1) + f" ON {owner} = asked.value"
    return {
        key: (own, _digest(f"{_SPOKEN} {kind} {key}\n{text}\n"))
        for chunk in _chunks(owners)
        for own, key, text in read(sql, (json.dumps(chunk),))
    }


_NAMED_BY = {
    Subject.SIGNATURE: "inspection_id", Subject.EVENT: "e.id", Subject.COMPLAINT: "e.id",
    Subject.INSPECTOR: "e.id",
}  # fmt: skip
"""The column of the id of a subject, where `id` alone would not do."""

_OWNED_BY = {
    Subject.SIGNATURE: "s.inspection_id",
    Subject.AMENDMENT: "a.inspection_id",
    Subject.EVENT: "e.finding_id",
    Subject.COMPLAINT: "e.complaint_id",
    Subject.CLOCK: "c.reference",
}
"""The column of the owner of a subject of one row."""


def _some(read: Read, kind: str, subjects: Sequence[str], recipe: int) -> Iterator[tuple[str, str]]:
    asked, rows = (json.dumps(subjects),), _RECIPES[recipe][kind]
    if len(rows) == 1:  # one row a subject, and thousands of them on a ledger
        for key, text in read(rows[0], asked):
            yield key, f"{_SPOKEN} {kind} {key}\n{text}\n"
        return
    parts: list[dict[str, list[str]]] = []
    for sql in rows:
        texts: dict[str, list[str]] = {}
        for key, text in read(sql, asked):
            texts.setdefault(key, []).append(text)
        parts.append(texts)
    for key in parts[0]:
        lines = [f"{_SPOKEN} {kind} {key}"]
        for texts in parts:
            lines += sorted(texts.get(key, ()))
            lines.append("")  # no row is blank, and none holds the end of a line
        yield key, "\n".join(lines)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _chunks(subjects: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(subjects), _CHUNK):
        yield subjects[begin : begin + _CHUNK]
