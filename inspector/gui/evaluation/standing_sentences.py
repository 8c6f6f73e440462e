"""What is said of a period: whether it is published, by whom, what would be otherwise today."""

from inspector.gui.words import day_text
from inspector.translation import tr, tr_count
from inspector.workspace.evaluation.evaluations import Standing


def stands_sentence(standing: Standing | None) -> str:
    """Return whether it is published, by whom, and what would be otherwise today."""
    if standing is None:
        return ""
    day = day_text(standing.evaluation.facts.today)
    table = _table(standing.number)
    newest = standing.newest
    if newest is None:
        return tr("On trial, not published: as of {day}, {table}.", day=day, table=table)
    said = tr(
        "Published on {published} by {who}: as of {day}, {table}.",
        published=day_text(newest.published_at.date()), who=newest.published_by, day=day,
        table=table,
    )  # fmt: skip
    if newest.corrects:
        said = tr("{sentence} {next}", sentence=said,
                  next=tr("It corrects the one before: {why}.", why=newest.note))  # fmt: skip
    if not standing.differing:
        return said
    count = tr_count(len(standing.differing), "Today 1 site would be otherwise.",
                     "Today {count} sites would be otherwise.")  # fmt: skip
    return tr("{sentence} {next}", sentence=said, next=count)


def _table(number: int) -> str:
    return tr("table {number}", number=number) if number else tr("table as the program proposes it")


def history_sentence(standing: Standing | None) -> str:
    """Return what was published of the period, and whether anything differs from it."""
    if standing is None or standing.newest is None:
        return tr("It was not published yet: there is nothing to compare with.")
    told = [
        tr("{day} by {who}, {table} (correction: {why})", day=day_text(each.published_at.date()),
           who=each.published_by, table=_table(each.scheme_number), why=each.note)
        if each.corrects
        else tr("{day} by {who}, {table}", day=day_text(each.published_at.date()),
                who=each.published_by, table=_table(each.scheme_number))
        for each in standing.published
    ]  # fmt: skip
    said = tr("Published: {told}.", told=tr("; ").join(told))
    if standing.differing:
        return said
    return tr("{sentence} {next}", sentence=said, next=tr("Nothing differs since then."))
