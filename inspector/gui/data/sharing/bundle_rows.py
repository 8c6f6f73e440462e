"""The rows of bundles that came, and of those that were handed on."""

import json
from collections.abc import Mapping
from datetime import datetime

from inspector.domain.sharing.laptop import Laptop
from inspector.domain.sharing.travelling import Kind
from inspector.gui.widgets.lists.table import Column, TableModel
from inspector.gui.words import moment_text
from inspector.storage.sharing.received_bundles import ReceivedBundle
from inspector.storage.sharing.sent_store import SentBundle
from inspector.translation import tr
from inspector.workspace.sharing.contents_words import counted_words, left_out_words


class ReceivedModel(TableModel[ReceivedBundle]):
    """Bundles that came; `laptops` are those that are known, by their ids."""

    def __init__(self) -> None:
        self.laptops: Mapping[str, Laptop] = {}
        super().__init__(
            [
                Column(tr("Came on"), lambda row: _moment(row.received_at), 152),
                Column(tr("Came from"), self._from, 168),
                Column(tr("Made on"), lambda row: _moment(row.made_at), 152),
                Column(tr("What was in it"), lambda row: _counted(row.counts)),
                Column(tr("Not in it"), lambda row: _left_out(row.left_out), 160),
                Column(tr("Taken in by"), lambda row: row.author, 112),
            ]
        )

    def _from(self, row: ReceivedBundle) -> str:
        laptop = self.laptops.get(row.laptop)
        return tr("{name} ({code})", name=laptop.name, code=laptop.code) if laptop else "–"


def sent_model() -> TableModel[SentBundle]:
    """Return a model of bundles that were handed on."""
    return TableModel(
        [
            Column(tr("Written on"), lambda row: _moment(row.at), 152),
            Column(tr("For whom"), lambda row: row.name or tr("anybody"), 168),
            Column(tr("What was in it"), lambda row: _counted(row.counts)),
            Column(tr("Not in it"), lambda row: _left_out(row.left_out), 200),
        ]
    )


def _moment(text: str) -> str:
    return moment_text(datetime.fromisoformat(text).astimezone())


def _counted(text: str) -> str:
    return counted_words({Kind(kind): count for kind, count in json.loads(text).items()})


def _left_out(text: str) -> str:
    return left_out_words(json.loads(text))
