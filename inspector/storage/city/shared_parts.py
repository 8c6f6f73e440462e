"""What a part of a shared visit (分头检查) says of the whole: by what it is joined in the ledger.

The city joins parts as a folder does (`domain.visit.joined_visit`), with more of them at hand than
any laptop: so each says itself to which visit it belongs, and how that is scored. Released, like
all digests: parts of one visit are told by different programs.
"""

import json
from decimal import Decimal

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_schema import PACK
from inspector.domain.visit.joined_visit import group_key
from inspector.storage.city.ledger_digest import digest
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.pack_store import PackStore

Terms = tuple[str | None, int | None, int | None]
"""The digest of all that parts have in common; the share of the public area and from where a visit
is ranked, both in percent."""

WHOLE: Terms = (None, None, None)
"""Of a visit that nobody shares."""


class SharedParts:
    """Of the visits of `database`."""

    def __init__(self, database: Database) -> None:
        self._packs = PackStore(database)
        self._rankings: dict[str, str] = {}

    def terms(self, visit: Row) -> Terms:
        """Return what a visit's row says; rounds without a score are never joined.

        `visit` has the columns of an inspection, `pack_id` and `weighing` of its pack, and `walked`
        for a round.
        """
        if visit["shared_by"] is None or visit["walked"]:
            return WHOLE
        rules = visit["base_hash"] or visit["pack_hash"]
        pack = self._packs.thaw(rules)
        if rules not in self._rankings:
            self._rankings[rules] = _ranking(pack)
        shared = digest(
            visit["site_name"], visit["day"], visit["kind"], visit["phase"],
            group_key(visit["shared_by"]), visit["pack_id"], visit["weighing"], visit["form"],
            self._rankings[rules],
        )  # fmt: skip
        return shared, pack.policy.public_area_share, pack.policy.ranked_from


def _ranking(pack: Pack) -> str:
    """Return how a pack scores and grades, as one text without what is left at its default."""
    told = PACK.write(pack)
    return json.dumps(
        [told["policy"], told["grade"]], ensure_ascii=False, sort_keys=True,
        separators=(",", ":"), default=_number,
    )  # fmt: skip


def _number(value: object) -> str:
    assert isinstance(value, Decimal)
    return str(value.normalize())
