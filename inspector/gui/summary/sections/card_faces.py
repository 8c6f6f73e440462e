"""What the key figures say, and where each leads."""

from inspector.domain.checklist.points import format_score
from inspector.domain.figures.figures import KeyFigures
from inspector.domain.finding.ledger_view import Quick
from inspector.gui.summary.sections.figure_cards import CardFace
from inspector.gui.summary.sections.figure_target import Leads, Section
from inspector.gui.summary.sections.figure_words import (
    DOT,
    change_text,
    observed_text,
    percent_text,
)
from inspector.translation import tr, tr_count
from inspector.workspace.papers.period_figures import SummaryFigures

NAMES = (
    "figureVisits", "figureWindows", "figureMean", "figureFindings", "figureRate",
    "figureOverdue", "figureVetoes",
)  # fmt: skip


def card_faces(figures: SummaryFigures) -> list[CardFace]:
    """Return the faces in the order of `NAMES`."""
    key, at = figures.key, Leads(figures.scope)
    before = figures.before or KeyFigures()
    known = figures.before is not None

    def since(change: int) -> str:
        return _since(change, points=False) if known else ""

    visits, findings, overdue, vetoes = (
        tr("Visits"), tr("Findings"), tr("Overdue"), tr("Vetoes"),
    )  # fmt: skip
    counts, earlier = key.findings, before.findings
    repeats = tr_count(key.repeats, "1 repeat", "{count} repeats") if key.repeats else ""
    observed = ""
    if key.mean is not None and key.coverage is not None:
        observed = tr("{share} observed", share=observed_text(key.coverage))
    return [
        CardFace(
            visits,
            str(key.visits),
            DOT.join(part for part in (since(key.visits - before.visits), _to_go(figures)) if part),
            at.visits(visits),
            remark=_planned(figures),
        ),
        CardFace(
            tr("Windows"),
            f"{key.windows}/{key.roster}",
            tr("inspected, of the roster"),
            Section.HEAT,
        ),
        CardFace(
            tr("Mean score"),
            format_score(key.mean),
            DOT.join(part for part in (_mean_change(figures), observed) if part),
            Section.TREND,
        ),
        CardFace(
            findings,
            str(counts.raised),
            DOT.join(part for part in (since(counts.raised - earlier.raised), repeats) if part),
            at.findings(findings),
        ),
        CardFace(
            tr("Rectification rate"),
            percent_text(key.rectification_rate),
            tr("{closed} of {raised}", closed=counts.closed, raised=counts.raised),
            Section.RECTIFICATION,
        ),
        CardFace(
            overdue,
            str(counts.overdue),
            since(counts.overdue - earlier.overdue),
            at.findings(overdue, Quick.OVERDUE),
            alarm=counts.overdue > 0,
            remark=tr(
                "Of the scored visits of this period. The ledger under Rectify also counts"
                " what patrols found, and other periods."
            ),
        ),
        CardFace(
            vetoes,
            f"★ {key.vetoes}" if key.vetoes else "0",
            since(key.vetoes - before.vetoes),
            at.findings(vetoes, veto=True),
            alarm=key.vetoes > 0,
        ),
    ]


def _to_go(figures: SummaryFigures) -> str:
    """Return how many visits of the plans are to go; '' where nothing was planned."""
    covered = figures.covered
    return tr("{count} to go", count=covered.gap) if covered and covered.gap else ""


def _planned(figures: SummaryFigures) -> str:
    """Return what is covered of the plans; '' where nothing was planned."""
    if figures.covered is None:
        return ""
    from inspector.workspace.plans.plan_words import due_sentence

    said = due_sentence(figures.covered)
    return tr("{sentence} {next}", sentence="、".join(figures.covered.names), next=said)


def _mean_change(figures: SummaryFigures) -> str:
    """Return the change of the mean; means of several checklists do not compare."""
    if figures.key.is_mixed:
        return tr("{count} checklists, no mean", count=len(figures.packs))
    if len(figures.packs) > 1:
        return tr("of {count} checklists", count=len(figures.packs))
    if figures.before is None or figures.before.mean is None or figures.key.mean is None:
        return ""
    if figures.before.packs != figures.key.packs:  # another checklist, or form, was used then
        return tr("another checklist before")
    return _since(figures.key.mean - figures.before.mean, points=True)


def _since(change: int, points: bool) -> str:
    if not change:
        return tr("as in the period before")
    return tr("{change} on before", change=change_text(change, points))
