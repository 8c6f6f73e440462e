"""What somebody said the columns of a superior's form are: kept, so that next month needs nothing.

Known by the heads of the table, wherever the file lies and whatever it is called.
"""

import json
from collections.abc import Mapping
from difflib import get_close_matches

from inspector.domain.errors import RefusedInputError
from inspector.domain.faults import Fault, Problem
from inspector.excel.forms.form_mapping import FormMapping, FormTable, words_for
from inspector.excel.reading.sheet_table import plain_head
from inspector.storage.own.setting_store import SettingStore
from inspector.translation import tr
from inspector.workspace.changes import Changes
from inspector.workspace.opened_folder import OpenedFolder

_KEY = "form:{digest}"
LEFT_BLANK = ("-", "不填")
"""Said instead of a field."""


class FormChoices:
    """The corrected columns of forms, by the digest of a table."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def of(self, digest: str) -> Mapping[str, str]:
        """Return the words that were chosen for a table, by the columns' keys."""
        return self._store.kept(_KEY.format(digest=digest), dict[str, str], {})

    def put(self, table: FormTable, words: Mapping[str, str]) -> Changes:
        """Keep words for columns of a table, by their keys; the others stay as they are.

        An empty one leaves a column blank. Raises CannotWriteError.
        """
        kept = {**self.of(table.digest), **words}
        self._store.put(
            _KEY.format(digest=table.digest), json.dumps(kept, ensure_ascii=False, sort_keys=True)
        )
        return Changes(preferences=True)

    def forget(self, table: FormTable) -> Changes:
        """Take a table for what its heads say again."""
        self._store.drop(_KEY.format(digest=table.digest))
        return Changes(preferences=True)

    def say(self, mapping: FormMapping, sayings: Mapping[str, str]) -> Changes:
        """Keep what was said of columns: 分管领导=责任领导, or by the column: F=责任领导.

        A dash leaves a column blank. Raises RefusedInputError with what is no column or no field,
        and keeps nothing then.
        """
        chosen: dict[str, dict[str, str]] = {}
        problems: list[Problem] = []
        for said, field in sayings.items():
            places = [
                (table, head)
                for table in mapping.kinds
                for head in table.heads
                if said in (head.key, head.place)
                or plain_head(said) in (head.head, head.head.rpartition("·")[2])
            ]
            if not places:
                known = "、".join(head.head for table in mapping.kinds for head in table.heads)
                problems.append(Problem(tr("columns"), Fault.NOT_ONE_OF, said, known))
            for table, head in places:
                words = {word.partition(".")[2]: word for word in words_for(table.records.kind)}
                if field not in (*words, *LEFT_BLANK):
                    near = get_close_matches(field, words, 5, 0.4) or list(words)
                    expected = "、".join((*near, LEFT_BLANK[0]))
                    problems.append(Problem(said, Fault.NOT_ONE_OF, field, expected))
                    continue
                chosen.setdefault(table.digest, {})[head.key] = words.get(field, "")
        if problems:
            raise RefusedInputError(problems)
        for table in mapping.kinds:
            if table.digest in chosen:
                self.put(table, chosen[table.digest])
        return Changes(preferences=True)
