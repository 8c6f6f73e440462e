"""The digest by which the ledger knows what was published: every laptop comes to the same one.

It is taken over what the maker sealed and nobody may change: no name and no free text is in it (the
seal of a visit covers these), so that neither names left at home nor a lawful erasure look like a
change. Released: a ledger holds digests for ever.
"""

import hashlib
import json
from collections.abc import Iterable

Fact = str | int | None


def digest(*facts: Fact | list[list[Fact]]) -> str:
    """Return the SHA-256, in hexadecimal, of facts and of rows of facts, as JSON without spaces."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest_of_ids(ids: Iterable[str]) -> str:
    """Return the digest of some ids, in whatever order they come."""
    return digest([[each] for each in sorted(ids)])
