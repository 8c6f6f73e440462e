"""What a rank is of: how much was observed, and what a site adapted of its checklist."""

from inspector.domain.visit.coverage import Coverage
from inspector.gui.summary.sections.figure_words import DOT
from inspector.translation import tr, tr_count


def adapted_text(overrides: int) -> str:
    """Write how many items of the checklist a site adapted."""
    return tr_count(overrides, "1 item adapted", "{count} items adapted")


def basis_remark(own: Coverage | None, overrides: int) -> str:
    """Write how much was observed, where it is not all, and what was adapted."""
    said = []
    if own and own.observed < own.asked:
        said.append(tr("observed {share}", share=f"{own.observed}/{own.asked}"))
    if overrides and own:  # visits before that was kept are ranked as they were scored
        said.append(adapted_text(overrides))
    return DOT.join(said)


def adapted_note() -> str:
    """Say by what they are ranked who adapted the checklist."""
    return tr("Who adapted the checklist is ranked by it as it was before.")
