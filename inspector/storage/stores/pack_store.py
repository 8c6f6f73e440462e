"""Frozen packs: what a visit was scored with, kept by content hash."""

import hashlib
import json
from decimal import Decimal
from functools import lru_cache

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.checklist.pack_writing import pack_tables
from inspector.domain.errors import DamagedDatabaseError
from inspector.storage.database.database import Database, Row


def canonical_content(pack: Pack) -> str:
    """Return the one text that a pack freezes to: sorted keys, no spaces."""

    def number(value: object) -> float:
        assert isinstance(value, Decimal)
        return float(value)  # only to be written: repr gives back the same two decimals

    return json.dumps(
        pack_tables(pack), ensure_ascii=False, sort_keys=True, separators=(",", ":"),
        default=number,
    )  # fmt: skip


def content_hash(content: str) -> str:
    """Return the SHA-256 of a frozen pack's text, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


REBUILT = 16
"""Packs that are kept as they were made of their frozen texts, of whatever folders."""


@lru_cache(maxsize=REBUILT)
def _rebuilt(content: str) -> Pack:
    """Return the pack of a frozen text: it takes long, never changes, and folders have the same."""
    return rebuild_pack(json.loads(content, parse_float=Decimal))


_frozen: dict[int, tuple[Pack, str]] = {}
"""By their identity some packs with the texts that they freeze to; while one is here it has it."""


def _content_of(pack: Pack) -> str:
    """Return `canonical_content`, made once: visit after visit is begun with the same pack."""
    known = _frozen.get(id(pack))
    if known is None:
        if len(_frozen) >= REBUILT:
            _frozen.clear()
        known = _frozen[id(pack)] = (pack, canonical_content(pack))
    return known[1]


_WHOLE = "SELECT hash, content, pack_id, title, version, weighing, ranked_from FROM pack"


class PackStore:
    """The frozen packs of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._thawed: dict[str, Pack] = {}

    def freeze(self, pack: Pack) -> str:
        """Keep `pack` as it is now and return its hash; the same content is kept once."""
        content = _content_of(pack)
        digest = content_hash(content)
        with self._database.transaction():
            self._database.write(
                "INSERT OR IGNORE INTO pack (hash, pack_id, title, version, content, weighing,"
                " ranked_from) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    digest,
                    pack.id,
                    pack.title,
                    pack.version,
                    content,
                    pack.weighing,
                    pack.policy.ranked_from,
                ),
            )
        return digest

    def families(self) -> dict[str, PackFamily]:
        """Return every frozen pack by its hash as the family that it is of, with its version."""
        rows = self._database.rows("SELECT hash, pack_id, version, title, weighing FROM pack")
        return {
            row["hash"]: PackFamily(
                row["pack_id"], (row["version"],), row["title"], row["weighing"]
            )
            for row in rows
        }

    def lately_used(self, most: int) -> list[str]:
        """Return the hashes of the packs that visits were last scored with, the latest first.

        Those whose numbers a site changed among them. Looks through all visits.
        """
        rows = self._database.rows(
            "SELECT hash FROM (SELECT pack_hash AS hash, day FROM inspection UNION ALL"
            " SELECT base_hash, day FROM inspection WHERE base_hash IS NOT NULL)"
            " GROUP BY hash ORDER BY max(day) DESC LIMIT ?",
            (most,),
        )
        return [row["hash"] for row in rows]

    def unchanged(self, digest: str) -> bool:
        """Tell whether the pack frozen under `digest` still is the one that was frozen."""
        row = self._database.row(f"{_WHOLE} WHERE hash = ?", (digest,))
        return row is not None and self._is_as_frozen(row)

    def altered(self) -> set[str]:
        """Return the hash of every frozen pack that no longer is the one that was frozen."""
        rows = self._database.rows(_WHOLE)
        return {row["hash"] for row in rows if not self._is_as_frozen(row)}

    def _is_as_frozen(self, row: Row) -> bool:
        if content_hash(row["content"]) != row["hash"]:
            return False
        pack = self.thaw(row["hash"])  # what stands beside the content only repeats it
        repeated = tuple(row)[2:]
        own = (pack.id, pack.title, pack.version, pack.weighing, pack.policy.ranked_from)
        return repeated == own

    def thaw(self, digest: str) -> Pack:
        """Return the pack frozen under `digest`.

        Raises KeyError when there is none, DamagedDatabaseError when it can be read no more.
        """
        if digest not in self._thawed:
            row = self._database.row("SELECT content FROM pack WHERE hash = ?", (digest,))
            if row is None:
                raise KeyError(digest)
            try:
                self._thawed[digest] = _rebuilt(row["content"])
            except Exception as error:
                if content_hash(row["content"]) == digest:
                    raise  # as it was frozen: a fault of ours
                raise DamagedDatabaseError(self._database.path, "malformed") from error
        return self._thawed[digest]
