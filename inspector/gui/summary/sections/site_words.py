"""What a line of the summary says of its site, in a column and read aloud."""

from inspector.domain.checklist.points import Hundredths, format_score
from inspector.domain.figures.summary import SiteSummary
from inspector.gui.summary.sections.figure_words import DOT, NONE
from inspector.gui.summary.sections.ranked_basis import adapted_text, basis_remark
from inspector.gui.words import found_mark
from inspector.translation import tr, tr_count
from inspector.workspace.papers.opening_words import signed

VETO = "★"


def rank_text(line: SiteSummary) -> str:
    """Write a rank; — without a score."""
    return NONE if line.rank is None else str(line.rank)


def grade_text(line: SiteSummary) -> str:
    """Write a grade, ★ for a veto; why there is none."""
    if line.vetoes:
        return f"{VETO} {line.grade}"
    if line.by_itself:
        return tr("self-check, not ranked")
    if not line.is_ranked:
        return tr("too little observed, not ranked")
    return line.grade or NONE


def change_said(line: SiteSummary) -> str:
    """Write the change of a score against the period before: +1.40, −0.60; — of nothing."""
    return NONE if line.change is None else signed(line.change)


def score_before(line: SiteSummary) -> Hundredths | None:
    """Return what a site had in the period before; None: nothing that compares."""
    if line.change is None or line.total is None:
        return None
    return line.total - line.change


def rank_remark(line: SiteSummary) -> str:
    """Write what a rank is of: `basis_remark`, and 自查."""
    return DOT.join(
        each for each in (basis_remark(line.coverage, line.overrides), _own(line)) if each
    )


def site_remark(line: SiteSummary) -> str:
    """Write what is particular where coverage has its place: as found, adapted, 自查."""
    found = tr("as found {score}", score=found_mark(line.found)) if line.found else ""
    adapted = adapted_text(line.overrides) if line.overrides and line.coverage else ""
    return DOT.join(each for each in (found, adapted, _own(line)) if each)


def spoken(line: SiteSummary, before: str) -> str:
    """Say where a site stands as a sentence; `before` is the period that it is compared with."""
    said = [
        tr("{site} {score}", site=line.site_name, score=format_score(line.total)),
        grade_text(line),
    ]
    if (earlier := score_before(line)) is not None:
        said.append(
            tr("{change} on {before} ({score})", change=change_said(line), before=before,
               score=format_score(earlier))
        )  # fmt: skip
    if line.vetoes:
        said.append(tr_count(line.vetoes, "1 red line", "{count} red lines"))
    return tr("{sentence}.", sentence=tr(", ").join(said))


def _own(line: SiteSummary) -> str:
    if not line.self_checks:
        return ""
    return tr("of itself {score}", score=format_score(line.self_checks.mean))
