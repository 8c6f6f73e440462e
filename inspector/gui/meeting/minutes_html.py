"""Minutes on the screen: one page to read, to scroll, and to copy into a message."""

from collections.abc import Iterable
from html import escape

from inspector.domain.meeting.meeting import Praise, PraiseKind
from inspector.domain.meeting.minutes import Minutes, MinutesLine
from inspector.domain.meeting.same_problem import problems
from inspector.gui.meeting.screens.meeting_words import (
    attendance_text,
    decided_words,
    deduction_word,
    part_word,
    place_word,
    praise_place,
    praise_title,
    standing,
    when_text,
)
from inspector.gui.theme import Colours
from inspector.gui.words import remark_text, short_day_text
from inspector.translation import tr, tr_count
from inspector.workspace.finding_state_words import times_word
from inspector.workspace.surveys.lately_words import rate_sentence

_WIDTHS = (4, 17, 28, 11, 28, 12)
"""Hundredths of the width, of the columns of findings."""


def minutes_html(minutes: Minutes, colours: Colours) -> str:
    """Return minutes as the rich text that Qt shows; whatever people wrote is escaped."""
    meeting, remark = minutes.meeting, minutes.clock_remark
    drill = tr(": ").join(part for part in (meeting.drill, meeting.drill_note) if part)
    still_open = [
        tr("{number} ({day})", number=finding.number, day=short_day_text(finding.deadline))
        for finding in minutes.still_open
    ]
    facts = (
        (tr("Time"), when_text(meeting)),
        *([(tr("About the time"), remark_text(remark))] if remark else []),
        (tr("Host"), meeting.host or "—"),
        (tr("Attendance"), attendance_text(minutes)),
        (tr("Present"), "、".join(minutes.present) or "—"),
        *(
            [(tr("Satisfaction rate"), rate_sentence(asked))]
            if (asked := minutes.satisfaction)
            else []
        ),
    )
    parts = [
        _table((_row(title, text) for title, text in facts), colours),
        _heading(tr("Praise")),
        *(_paragraph(text) for text in _praise(minutes.praised)),
        _heading(tr("Findings  {count}", count=len(minutes.gone_through))),
        _findings(minutes.gone_through, colours),
        *_left_out(minutes),
        _paragraph(tr("Still open: {findings}", findings="、".join(still_open) or tr("none"))),
        _heading(tr("Drill")),
        _paragraph(drill or tr("none")),
        _heading(tr("Tasks of today")),
        *(_paragraph(text) for text in (meeting.tasks or tr("none")).splitlines()),
    ]
    return f'<html><body style="color:{colours.text}">{"".join(parts)}</body></html>'


def _praise(praise: Iterable[Praise]) -> list[str]:
    said: list[str] = []
    by_kind: dict[PraiseKind, list[str]] = {}
    for each in praise:
        place = praise_place(each)
        by_kind.setdefault(each.kind, []).append(f"{place} {each.text}" if each.text else place)
    for kind, who in by_kind.items():
        if kind is PraiseKind.FULL_MARKS:
            said.append(tr(": ").join([praise_title(kind), "、".join(who)]))
        else:  # their words hold marks of their own
            said.append("\n".join([f"{praise_title(kind)}{tr(': ')}", *who]))
    return said or [tr("none")]


def _left_out(minutes: Minutes) -> list[str]:
    """Return what the meeting left out, a line for each problem with its windows."""
    said = []
    for problem in problems(minutes.left_out):
        findings = [line.finding for line in problem]
        windows = "、".join(place_word(each.window_number, each.staff_number) for each in findings)
        numbers = "、".join(each.number for each in findings)
        said.append(f"{windows}{tr(': ')}{findings[0].text} · {numbers}")
    if left := len(minutes.praise) - len(minutes.praised):
        said.append(tr_count(left, "1 praise, for the next meeting",
                             "{count} praises, for the next meeting"))  # fmt: skip
    lines = "\n".join(f"{number}. {text}" for number, text in enumerate(said, 1))
    title = tr("Not talked about  {count}", count=len(said))
    return [_heading(title), _paragraph(lines)] if said else []


def _findings(lines: Iterable[MinutesLine], colours: Colours) -> str:
    headers = ("", tr("Window"), tr("Finding"), tr("Deduction"), tr("Decided"), tr("State"))
    rows = [_cells(headers, "th", colours)]
    for number, line in enumerate(lines, 1):
        finding = line.finding
        again = times_word(finding.times_at_window)
        kind = " · ".join(part for part in (finding.number, part_word(line.part), again) if part)
        rows.append(
            _cells(
                (
                    str(number),
                    place_word(finding.window_number, finding.staff_number),
                    f"{finding.text}\n{kind}",
                    deduction_word(finding),
                    decided_words(line),
                    standing(finding),
                ),
                "td",
                colours,
            )
        )
    if len(rows) == 1:
        return _paragraph(tr("none"))
    return _table(rows, colours)


def _cells(texts: Iterable[str], tag: str, colours: Colours) -> str:
    line = f"border-bottom:1px solid {colours.hairline}"
    colour = f"; color:{colours.secondary}; font-weight:normal" if tag == "th" else ""
    cells = "".join(
        f'<{tag} align="left" width="{width}%" style="{line}{colour}">{_lines(text)}</{tag}>'
        for text, width in zip(texts, _WIDTHS, strict=True)
    )
    return f"<tr>{cells}</tr>"


def _row(title: str, text: str) -> str:
    return f'<tr><td width="14%">{_lines(title)}</td><td>{_lines(text)}</td></tr>'


def _table(rows: Iterable[str], colours: Colours) -> str:
    return (
        f'<table cellpadding="6" cellspacing="0" width="100%"'
        f' style="border-collapse:collapse; border:1px solid {colours.hairline}">'
        f"{''.join(rows)}</table>"
    )


def _heading(text: str) -> str:
    return f'<p style="margin-top:16px"><b>{escape(text)}</b></p>'


def _paragraph(text: str) -> str:
    return f"<p>{_lines(text)}</p>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
