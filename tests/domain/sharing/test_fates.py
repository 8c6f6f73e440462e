"""What becomes of an object whose id is here already with another digest."""

from dataclasses import replace

from inspector.domain.sharing.fates import Fate, fate_of_other, fate_of_same
from inspector.domain.sharing.needs import Need, Needed, needs_of
from inspector.domain.sharing.titles import title_of
from inspector.domain.sharing.travelling import Kind, Rows, Travelling, digest_of


def came(kind: Kind, rows: Rows) -> Travelling:
    return Travelling(kind, "x", "laptop", rows, "digest")


def evidence(*steps: str) -> Rows:
    return {
        "evidence": [{"id": "x"}],
        "evidence_event": [{"evidence_id": "x", "kind": step, "at": "1"} for step in steps],
    }


def test_what_is_sealed_is_set_aside_and_never_overwritten() -> None:
    other = came(Kind.VISIT, {"inspection": [{"id": "x", "score": 1}]})
    assert fate_of_other(other, {}, erased=False) is Fate.SET_ASIDE


def test_what_was_erased_here_stays_erased() -> None:
    assert fate_of_other(came(Kind.VISIT, {}), {}, erased=True) is Fate.ERASED


def test_a_whole_one_completes_what_came_in_part() -> None:
    rows: Rows = {"inspection": [{"id": "x"}]}
    whole = Travelling(Kind.VISIT, "x", "laptop", rows, digest_of(Kind.VISIT, "x", rows))

    def fate(one: Travelling, same: bool = True, lacks: bool = True, erased: bool = False) -> Fate:
        return fate_of_same(one, lacks=lacks, erased=erased, otherwise_same=lambda: same)

    assert fate(whole) is Fate.COMPLETED
    assert fate(whole, lacks=False) is Fate.KNOWN
    assert fate(replace(whole, left_out=("names",))) is Fate.KNOWN
    assert fate(whole, same=False) is Fate.SET_ASIDE
    assert fate(replace(whole, digest="another")) is Fate.SET_ASIDE
    assert fate(whole, erased=True) is Fate.ERASED


def test_of_evidence_the_longer_history_counts() -> None:
    longer, shorter = evidence("removed", "restored"), evidence("removed")
    assert fate_of_other(came(Kind.EVIDENCE, longer), shorter, erased=False) is Fate.GROWN
    assert fate_of_other(came(Kind.EVIDENCE, shorter), longer, erased=False) is Fate.KNOWN
    apart = evidence("annotated")
    assert fate_of_other(came(Kind.EVIDENCE, apart), shorter, erased=False) is Fate.SET_ASIDE


def test_a_meeting_grows_only_by_being_discarded() -> None:
    ended: Rows = {"meeting": [{"id": "x", "ended_at": "1"}], "meeting_finding": [{"position": 0}]}
    gone: Rows = {**ended, "meeting": [{"id": "x", "ended_at": "1", "discarded_at": "2"}]}
    other: Rows = {**ended, "meeting": [{"id": "x", "ended_at": "3"}]}
    assert fate_of_other(came(Kind.MEETING, gone), ended, erased=False) is Fate.GROWN
    assert fate_of_other(came(Kind.MEETING, ended), gone, erased=False) is Fate.KNOWN
    assert fate_of_other(came(Kind.MEETING, other), ended, erased=False) is Fate.SET_ASIDE


def test_a_visit_needs_its_checklist_site_windows_and_the_findings_it_looked_at_again() -> None:
    rows: Rows = {
        "inspection": [{"id": "v", "site_id": "s", "site_name": "大厅", "pack_hash": "p"}],
        "scorecard": [
            {"id": "c", "window_id": "w", "window_number": "3"},
            {"id": "d", "window_id": None},
        ],
        "recheck_entry": [{"finding_id": "f"}, {"finding_id": "own"}],
        "finding_event": [{"id": "own", "finding_id": "own", "kind": "raised"}],
    }
    assert needs_of(came(Kind.VISIT, rows)) == [
        Need(Needed.SITE, "s", "大厅"),
        Need(Needed.PACK, "p"),
        Need(Needed.WINDOW, "w", "3"),
        Need(Needed.FINDING, "f"),
    ]


def test_a_later_version_of_a_plan_needs_the_first_one() -> None:
    rows: Rows = {"plan": [{"id": "x", "family": "f", "version": 2}]}
    assert needs_of(came(Kind.PLAN, rows)) == [Need(Needed.FAMILY, "f")]


def test_people_are_told_day_and_site_or_the_number() -> None:
    visit: Rows = {"inspection": [{"started_at": "2026-11-27T09:30:00+08:00", "site_name": "大厅"}]}
    assert title_of(came(Kind.VISIT, visit)) == "2026-11-27 09:30 大厅"
    step: Rows = {"complaint_event": [{"at": "2026-11-27T09:30:00", "content": '{"number": "T1"}'}]}
    assert title_of(came(Kind.COMPLAINT, step)) == "T1 2026-11-27 09:30"
    assert title_of(came(Kind.CLOCK, {})) == "x"
