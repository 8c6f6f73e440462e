"""What taking in the results of a survey would come to, in sentences."""

from inspector.translation import tr, tr_count
from inspector.workspace.surveys.survey_intake import SurveyPreview


def intake_sentences(preview: SurveyPreview) -> list[str]:
    """Return how many sheets are new and known, and which columns are not read."""
    said = [
        tr_count(
            len(preview.new),
            "{file}: results of a survey, 1 sheet is new",
            "{file}: results of a survey, {count} sheets are new",
            file=preview.name,
        )
    ]
    if preview.known:
        said.append(
            tr_count(
                preview.known,
                "1 row is here already; it changes nothing.",
                "{count} rows are here already; they change nothing.",
            )
        )
    if preview.unread:
        names = "、".join(preview.unread)
        said.append(tr("Columns that are not read: {names}", names=names))
    return said
