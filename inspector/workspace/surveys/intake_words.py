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
    if preview.alike:
        said.append(
            tr_count(
                preview.alike,
                "1 of the new ones says exactly what one of another file says: it counts as well."
                " If this is the same answer, do not take the file in.",
                "{count} of the new ones say exactly what some of other files say: they count as"
                " well. If these are the same answers, do not take the file in.",
            )
        )
    if preview.by_number:
        said.append(
            tr_count(
                preview.by_number,
                "1 grade is a number: 1 is read as “very satisfied”, 5 as “very dissatisfied”.",
                "{count} grades are numbers: 1 is read as “very satisfied”, 5 as “very"
                " dissatisfied”.",
            )
        )
    if preview.unread:
        names = "、".join(preview.unread)
        said.append(tr("Columns that are not read: {names}", names=names))
    return said
