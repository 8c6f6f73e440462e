"""The rows of 个人信息: who was looked up, or what was ever erased."""

from collections.abc import Sequence
from dataclasses import dataclass

from inspector.domain.personal.erasure import Erasure
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import moment_text
from inspector.translation import tr
from inspector.workspace.personal.held import Held
from inspector.workspace.personal.personal_words import erasure_word, held_lines, person_word
from inspector.workspace.stories.erasure_words import obstacle_word


@dataclass(frozen=True, slots=True)
class PersonalRow:
    """Somebody of the name that was looked up, or, without `held`, an erasure of the past."""

    who: str
    places: str
    what: str
    state: str
    held: Held | None = None


def personal_model() -> TableModel[PersonalRow]:
    """Return a model of rows."""
    return TableModel(
        [
            Column(tr("Who, or what was erased"), lambda row: row.who, 232),
            Column(tr("Places"), lambda row: row.places, 72, number=True),
            Column(tr("Where it stands, or why it went"), lambda row: row.what),
            Column(tr("State"), lambda row: row.state, 232),
        ]
    )


def rows_of(held: Sequence[Held]) -> list[PersonalRow]:
    """Return a row for each person of a name."""
    return [
        PersonalRow(
            f"{each.name} {person_word(each.person)}",
            str(len(each.rows)),
            tr(", ").join(held_lines(each)),
            tr(", ").join(map(obstacle_word, each.obstacles)) or tr("can be erased"),
            each,
        )
        for each in held
    ]


def erased_rows(erasures: Sequence[Erasure]) -> list[PersonalRow]:
    """Return a row for each erasure."""
    return [
        PersonalRow(
            erasure_word(each),
            str(sum(count for _, count in each.counts)),
            each.reason,
            tr("erased {time}, {by}", time=moment_text(each.at), by=each.author),
        )
        for each in erasures
    ]
