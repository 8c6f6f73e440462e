"""What each kind of object is made of: tables, the columns that travel, how its rows are found.

What is left away is derived (scores after appeals, repeats, weighing), local (cursors, keys,
sequences, batches of the roster) or nobody else's (a telephone number of an inspector). Rows of
`finding` and `complaint` follow from their first event, which holds all of them: they do not
travel. `scorecard` of an answer is the scorecard's id, since its key is local.

An id of a site, window, inspector or person stands either as the whole of a column or as a text
within the JSON of one: `domain.sharing.places` replaces it there, wherever it is. All other ids
(visits, scorecards, findings, events, evidence, meetings …) are the same on every laptop. Of one
table the rows stand in the order of `order`, which is the same wherever they are read: it is part
of an object's digest, so nothing here is edited once it is released; a column that comes later is
added, and says nothing (NULL) of what was made before.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from inspector.domain.sharing.travelling import Kind


@dataclass(frozen=True, slots=True)
class TravellingTable:
    """One table of a kind of object.

    `source` is SQL from `asked` on, which has the ids of objects as `value`; the table is `t`.
    `said` is the SQL of columns that are not told as they are kept; `names` are columns that hold
    a person's name, which is blank where names stay at home, and `named` keys of JSON that do.
    """

    name: str
    columns: tuple[str, ...]
    source: str
    order: str
    said: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """Return the query of the rows of objects: the object's id as `of`, then the columns."""
        told = ", ".join(f'{self.said.get(each, f"t.{each}")} AS "{each}"' for each in self.columns)
        return (
            f"SELECT asked.value AS of, {told} FROM json_each(?) AS asked CROSS JOIN {self.source}"
            f" ORDER BY asked.key, {self.order}"
        )


def _columns(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _one(name: str, columns: str, key: str = "id") -> TravellingTable:
    """Return a table with one row an object."""
    return TravellingTable(
        name, _columns(columns), f'"{name}" AS t ON t.{key} = asked.value', f"t.{key}"
    )


_STEP = "id at kind content author source reference"
_OF_CARD = (
    "scorecard AS s ON s.inspection_id = asked.value CROSS JOIN {} AS t ON t.scorecard = s.key"
)
_EVIDENCE = (
    "id digest suffix size kind role inspection_id scorecard_id item_id finding_id name origin"
    " width height taken_at added_at annotated"
)

_VISIT = (
    _one(
        "inspection",
        "id site_id site_name kind inspectors party pack_hash base_hash state started_at day"
        " completed_at phase slot form seed conflicts seal score bonus vetoes windows grade"
        " observed asked shared_by",
    ),
    TravellingTable(
        "inspection_category", _columns("inspection_id category rate"),
        "inspection_category AS t ON t.inspection_id = asked.value", "t.category",
    ),
    TravellingTable(
        "scorecard",
        _columns(
            "id inspection_id position scope window_id window_number window_kind staff_number"
            " staff_name department leader left_out left_out_reason score bonus vetoes grade"
            " observed asked"
        ),
        "scorecard AS t ON t.inspection_id = asked.value", "t.position, t.id",
        names=("staff_name",),
    ),
    TravellingTable(
        "scorecard_category", _columns("scorecard category got full rate"),
        _OF_CARD.format("scorecard_category"), "s.position, s.id, t.category",
        said={"scorecard": "s.id"},
    ),
    TravellingTable(
        "answer",
        _columns(
            "scorecard item verdict count option measured samples phrases note praised correction"
            " cases"
        ),
        _OF_CARD.format("answer"), "s.position, s.id, t.item",
        said={"scorecard": "s.id"},
    ),
    TravellingTable(
        "patrol_entry",
        _columns(
            "id inspection_id scorecard_id position at place category item_id text handled"
            " to_meeting finding_id"
        ),
        "patrol_entry AS t ON t.inspection_id = asked.value", "t.position, t.id",
    ),
    TravellingTable(
        "recheck_entry", _columns("inspection_id finding_id position outcome note at"),
        "recheck_entry AS t ON t.inspection_id = asked.value", "t.position, t.finding_id",
    ),
    TravellingTable(
        "evidence", _columns(_EVIDENCE),
        "evidence AS t ON t.inspection_id = asked.value AND t.removed_at IS NULL",
        "t.added_at, t.id",
    ),
    TravellingTable(  # as they were raised; what happened since are objects of their own
        "finding_event", ("finding_id", *_columns(_STEP)),
        "finding AS f ON f.inspection_id = asked.value"
        " CROSS JOIN finding_event AS t ON t.id = f.id",
        "t.sequence",
    ),
)  # fmt: skip

TABLES: Mapping[Kind, tuple[TravellingTable, ...]] = {
    Kind.PACK: (_one("pack", "hash pack_id title version content", "hash"),),
    Kind.SITE: (
        _one("site", "id name unit ended_on"),
        TravellingTable(
            "department", _columns("id site_id name ended_on"),
            "department AS t ON t.site_id = asked.value", "t.name",
        ),
        TravellingTable(
            "window", _columns("id site_id number kind department leader position ended_on"),
            '"window" AS t ON t.site_id = asked.value', "t.position, t.id",
        ),
        TravellingTable(
            "staff", _columns("id window_id number name team position ended_on"),
            '"window" AS w ON w.site_id = asked.value CROSS JOIN staff AS t ON t.window_id = w.id',
            "w.position, w.id, t.position, t.id", names=("name",),
        ),
    ),
    Kind.INSPECTOR: (
        _one("inspector", "id name unit role group_name away_first away_last ended_on"),
    ),
    Kind.HOLIDAY: (_one("holiday", "day kind name", "day"),),
    Kind.PHASE: (_one("phase_entry", "id phase_id name first last ended at"),),
    Kind.PLAN: (
        _one("plan", "id family version name phase first last covert author made_at withdrawn"),
        TravellingTable(
            "plan_site",
            _columns("plan_id position site_id site_name visits share windows who"),
            "plan_site AS t ON t.plan_id = asked.value", "t.position",
        ),
        TravellingTable(
            "plan_barred", _columns("plan_id position who site_id site_name"),
            "plan_barred AS t ON t.plan_id = asked.value", "t.position",
        ),
    ),
    Kind.DRAW: (
        _one(
            "plan_draw",
            "id plan_id at way seed lots site_id site_name window_ids window_numbers",
        ),
    ),
    Kind.VISIT: _VISIT,
    Kind.SIGNATURE: (
        _one(
            "signature", "inspection_id signer strokes refusal signed_at seal digest",
            "inspection_id",
        ),
    ),
    Kind.AMENDMENT: (
        _one("amendment", "id inspection_id scorecard_id item_id text reason author at"),
    ),
    Kind.EVIDENCE: (
        _one("evidence", f"{_EVIDENCE} removed_at"),
        TravellingTable(
            "evidence_event", _columns("evidence_id at kind content"),
            "evidence_event AS t ON t.evidence_id = asked.value", "t.sequence",
        ),
    ),
    Kind.EVENT: (_one("finding_event", f"finding_id {_STEP}"),),
    Kind.MEETING: (
        TravellingTable(
            "meeting",
            _columns(
                "id site_id site_name since started_at day ended_at discarded_at host present"
                " absent budget drill drill_note tasks praise"
            ),
            "meeting AS t ON t.id = asked.value", "t.id", named={"praise": ("staff_name",)},
        ),
        TravellingTable(
            "meeting_finding", _columns("meeting_id position finding_id part left_out"),
            "meeting_finding AS t ON t.meeting_id = asked.value", "t.position",
        ),
    ),
    Kind.COMPLAINT: (
        TravellingTable(
            "complaint_event", ("complaint_id", *_columns(_STEP)),
            "complaint_event AS t ON t.id = asked.value", "t.id",
            named={"content": ("complainant", "phone")},
        ),
    ),
    Kind.SURVEY: (
        _one(
            "survey_sheet",
            "id site_id site_name day entered_at channel grade reason window_number inspection_id"
            " slip source source_key replaces",
        ),
    ),
    Kind.CLOCK: (_one("clock_remark", "id kind reference moment said_at said_by reason"),),
    Kind.TRAINING: (
        _one(
            "training",
            "id at grouping group_name team site_id site_name pack_id topic items first last"
            " held_on took_part led_by",
        ),
    ),
    Kind.TRAINING_TAKEN_BACK: (_one("training_taken_back", "id at held_id reason"),),
    Kind.CHOICE: (_one("choice", "id at author kind subject kept"),),
}  # fmt: skip
"""Of each kind its tables; the first one has the one row that an object goes by."""

STROKES = "strokes"
"""The column of `signature` that a sketch is in; NULL where sketches stay at home."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    table.name: table.columns for own in TABLES.values() for table in own
} | {"evidence": TABLES[Kind.EVIDENCE][0].columns}
"""Every column that travels, by its table: whoever takes rows in writes these and no others."""
