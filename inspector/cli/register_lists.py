"""What `inspector list` tells of surveys, evaluations and trainings: rows, and their cells."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.survey.survey_sheet import SheetLine
    from inspector.storage.stores.listed_rows import Listed
    from inspector.workspace.training.training_report import HeldLine
    from inspector.workspace.workspace import Workspace


def listed_surveys(workspace: "Workspace", first: date, last: date) -> "list[Listed]":
    """Return every sheet that was answered on some days, those that do not count as well."""
    return [_sheet(line) for line in workspace.surveys.between(first, last)]


def _sheet(line: "SheetLine") -> "Listed":
    sheet = line.sheet
    return {
        "id": sheet.id,
        "day": sheet.day.isoformat(),
        "site": sheet.site_name,
        "window": sheet.window_number,
        "channel": sheet.channel.value,
        "grade": sheet.grade.value if sheet.grade else None,
        "reason": sheet.reason,
        "slip": sheet.slip,
        "counts": line.counts,
        "replaces": sheet.replaces or None,
        "finding": line.finding_number or None,
    }


def survey_cells(row: Mapping[str, object]) -> list[str]:
    """Return a sheet as a line of a table."""
    from inspector.domain.survey.survey_sheet import Channel, Satisfaction
    from inspector.gui.survey.survey_words import channel_word, grade_word  # no Qt in them

    return [
        *(str(row[name]) for name in ("day", "site", "window")),
        grade_word(Satisfaction(str(row["grade"]))) if row["grade"] else "–",
        str(row["reason"]),
        channel_word(Channel(str(row["channel"]))),
        "" if row["counts"] else tr("does not count"),
    ]


def listed_evaluations(workspace: "Workspace") -> "list[Listed]":
    """Return every evaluation that was published, oldest days first."""
    from inspector.workspace.extent import Extent, Period

    evaluations = workspace.evaluations
    newest_first: list[Listed] = [
        {
            "id": each.id,
            "first": span.first.isoformat(),
            "last": span.last.isoformat(),
            "phase": phase,
            "scheme": each.scheme_number,
            "published_at": each.published_at.isoformat(timespec="seconds"),
            "published_by": each.published_by,
            "note": each.note,
            "corrects": each.corrects or None,
            "holds": place == 0,
            "sites": len(each.evaluation.sites),
        }
        for span, phase in evaluations.periods()
        for place, each in enumerate(
            evaluations.published(Extent(Period(span.first, span.last), phase=phase))
        )
    ]
    return newest_first[::-1]


def evaluation_cells(row: Mapping[str, object]) -> list[str]:
    """Return an evaluation as a line of a table."""
    return [
        *(str(row[name]) for name in ("first", "last", "phase", "scheme")),
        str(row["published_at"])[:10],
        *(str(row[name]) for name in ("published_by", "sites")),
        tr("holds") if row["holds"] else tr("corrected"),
    ]


def listed_trainings(workspace: "Workspace") -> "list[Listed]":
    """Return every training that was held and not taken back, oldest first."""
    report = workspace.training.all_held()
    latest_first = reversed(report.held)
    return [_training(line, report.group_name(line.held.key.group)) for line in latest_first]


def _training(line: "HeldLine", group: str) -> "Listed":
    held, effect = line.held, line.effect
    return {
        "id": held.id,
        "held_on": held.held_on.isoformat(),
        "site": held.key.group.site_name,
        "group": group,
        "trained": held.key.practised,
        "took_part": held.took_part,
        "led_by": held.led_by,
        "judged_before": effect.before.judged,
        "wrong_before": effect.before.wrong,
        "judged_after": effect.after.judged,
        "wrong_after": effect.after.wrong,
        "outcome": effect.outcome.value,
    }


def training_cells(row: Mapping[str, object]) -> list[str]:
    """Return a training as a line of a table."""
    from inspector.domain.training.training_entry import Outcome
    from inspector.gui.training.outcome_words import outcome_word  # which has no Qt in it

    return [
        *(str(row[name]) for name in ("held_on", "site", "group", "trained", "took_part")),
        f"{row['wrong_before']}/{row['judged_before']}",
        f"{row['wrong_after']}/{row['judged_after']}",
        outcome_word(Outcome(str(row["outcome"]))),
    ]
