"""The tables of the page: suggestions, the items of one, and trainings that were held."""

from collections.abc import Callable

from inspector.domain.training.suggestion import Suggestion, TrainedItem
from inspector.gui.training.outcome_words import after_text, counted_text, outcome_word
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import short_day_text
from inspector.translation import tr
from inspector.workspace.training.training_report import HeldLine, TrainingReport

Told = Callable[[], TrainingReport]
"""The report in front."""


_NAMED = 5
"""Items that a suggestion names in its row."""


def suggestion_model(told: Told) -> TableModel[Suggestion]:
    """Return a model of what should be trained."""

    def held(row: Suggestion) -> str:
        entry = told().held_for(row)
        return tr("Held {day}", day=short_day_text(entry.held_on)) if entry else ""

    return TableModel(
        [
            Column(tr("Site"), lambda row: row.key.group.site_name, 136),
            Column(tr("Whom"), lambda row: told().group_name(row.key.group), 128),
            Column(tr("What to practise"), _topic),
            Column(tr("Wrong of judged"), lambda row: counted_text(row.counted), 152, number=True),
            Column(tr("Found again"), lambda row: str(row.again or "—"), 80, number=True),
            Column(tr("Training"), held, 128),
        ]
    )


def item_model() -> TableModel[TrainedItem]:
    """Return a model of the items that a suggestion rests on."""
    return TableModel(
        [
            Column(tr("Standard"), _standard, 208),
            Column(tr("What is demanded"), lambda row: row.lesson.demand, 168),
            Column(tr("Wrong of judged"), lambda row: counted_text(row.counted), 152, number=True),
            Column(tr("Found again"), lambda row: str(row.again or "—"), 88, number=True),
            Column(tr("Lately"), _lately),
        ]
    )


def held_model(told: Told) -> TableModel[HeldLine]:
    """Return a model of the trainings that were held, with what they did."""
    return TableModel(
        [
            Column(tr("Held on"), lambda row: short_day_text(row.held.held_on), 88),
            Column(tr("Site"), lambda row: row.held.key.group.site_name, 128),
            Column(tr("Whom"), lambda row: told().group_name(row.held.key.group), 120),
            Column(tr("What to practise"), lambda row: row.held.key.practised),
            Column(tr("Wrong before"), lambda row: counted_text(row.effect.before), 144,
                   number=True),
            Column(tr("Wrong after"), after_text, 144, number=True),
            Column(tr("Did it help?"), lambda row: outcome_word(row.effect.outcome), 104),
            Column(tr("Took part"), lambda row: str(row.held.took_part), 80, number=True),
            Column(tr("Held by"), lambda row: row.held.led_by or "—", 112),
        ]
    )  # fmt: skip


def _topic(row: Suggestion) -> str:
    shorts = [item.lesson.short for item in row.items]
    named = "、".join(shorts[:_NAMED]) + ("…" if len(shorts) > _NAMED else "")
    return tr("{topic}: {items}", topic=row.key.practised, items=named)


def _standard(row: TrainedItem) -> str:
    said = row.lesson.text
    return tr("{standard} Say: {words}", standard=said, words=row.lesson.phrase) if (
        row.lesson.phrase
    ) else said  # fmt: skip


def _lately(row: TrainedItem) -> str:
    return tr("; ").join(
        f"{short_day_text(each.day)} {each.window_number} {each.text}" for each in row.examples
    )
