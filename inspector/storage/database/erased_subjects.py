"""What lawful erasures made of subjects of the journal. Knows SQL; nothing of what was erased.

Only an erasure that is itself as it was entered counts: one that somebody added to behind the
program explains nothing.
"""

import json
from collections.abc import Iterable, Sequence, Set

from inspector.domain.personal.erasure import ErasedSubject, after_erasures
from inspector.domain.record.journal import Subject
from inspector.storage.database.database import Database
from inspector.storage.schema.journal_recipes import digests_of

_FOUND = (
    "SELECT j.number, c.erasure_id, c.kind, c.subject, c.before, c.after"
    " FROM erasure_change AS c CROSS JOIN journal AS j"
    " ON j.owner = c.erasure_id AND j.kind = 'erasure' AND j.subject = c.erasure_id"
    " WHERE c.kind = ? {which} ORDER BY j.number"
)
_SOME = "AND c.subject IN (SELECT value FROM json_each(?))"


class ErasedSubjects:
    """Reads erasures beside the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def trusted(self) -> set[str]:
        """Return every erasure that is itself as it was entered."""
        return self._trusted(row["id"] for row in self._database.rows("SELECT id FROM erasure"))

    def of(
        self,
        kind: str,
        subjects: Iterable[str] | None = None,
        trusted: Set[str] | None = None,
    ) -> dict[str, list[ErasedSubject]]:
        """Return what was erased of the subjects of a kind (of all, or of some), in its order.

        Which erasures are `trusted` need not be found out for every few subjects of a long walk.
        """
        if subjects is None:
            rows = self._database.rows(_FOUND.format(which=""), (kind,))
        else:
            asked = json.dumps(list(dict.fromkeys(subjects)))
            rows = self._database.rows(_FOUND.format(which=_SOME), (kind, asked))
        if not rows:
            return {}
        if trusted is None:
            trusted = self._trusted({row["erasure_id"] for row in rows})
        found: dict[str, list[ErasedSubject]] = {}
        for number, erasure, said, subject, before, after in map(tuple, rows):
            if erasure in trusted:
                each = ErasedSubject(number, said, subject, before, after)
                found.setdefault(subject, []).append(each)
        return found

    def now(self, kind: str, subject: str, digest: str) -> str:
        """Return the digest that what was once `digest` has to have now, whenever it was kept."""
        return after_erasures(digest, 0, self.of(kind, (subject,)).get(subject, ()))

    def touching(self, kinds_and_subjects: Iterable[tuple[str, str]]) -> list[str]:
        """Return the ids of the erasures that changed any of some subjects, in their order."""
        wanted: dict[str, list[str]] = {}
        for kind, subject in kinds_and_subjects:
            wanted.setdefault(kind, []).append(subject)
        found = [
            (row["number"], row["erasure_id"])
            for kind, subjects in wanted.items()
            for row in self._database.rows(_FOUND.format(which=_SOME), (kind, json.dumps(subjects)))
        ]
        return list(dict.fromkeys(each for _, each in sorted(found)))

    def _trusted(self, erasures: Iterable[str]) -> set[str]:
        asked: Sequence[str] = sorted(erasures)
        entered = {
            row["subject"]: row["digest"]
            for row in self._database.rows(
                "SELECT subject, digest FROM journal WHERE kind = 'erasure'"
                " AND owner IN (SELECT value FROM json_each(?)) ORDER BY number DESC",
                (json.dumps(asked),),
            )
        }
        now = digests_of(self._database.rows, Subject.ERASURE, asked)
        return {each for each in asked if now.get(each) == entered.get(each, "")}
