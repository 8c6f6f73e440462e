"""Versions of one pack that compare: a site inspected with two of them has one line (DESIGN §6)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from inspector.domain.checklist.pack_versions import VersionKey, version_key


@dataclass(frozen=True, slots=True)
class PackFamily:
    """The versions of a pack that total and weigh alike: what scores are compared within.

    Two are the same whatever versions they tell of; `versions` are those of the visits told of.
    """

    id: str
    versions: tuple[str, ...] = field(compare=False)
    title: str = field(compare=False)
    weighing: str = ""  # `Pack.weighing`

    @property
    def name(self) -> str:
        """What is printed: 通信营业厅 2026.1、2026.2."""
        return f"{self.title} {'、'.join(self.versions)}"

    @property
    def place(self) -> tuple[str, VersionKey, str]:
        """What they are listed by: 2026.9 before 2026.10."""
        first = self.versions[0] if self.versions else ""
        return (self.id, version_key(first), self.weighing)


def families_of(packs: Mapping[str, PackFamily], told: Iterable[str]) -> dict[str, PackFamily]:
    """Return `packs`, by hash, each as the family of all versions that are `told` of.

    The title is that of the newest. What is not told of stays as it is.
    """
    own: dict[PackFamily, set[tuple[VersionKey, str, str]]] = defaultdict(set)
    for digest in told:
        pack = packs[digest]
        own[pack].update((version_key(each), each, pack.title) for each in pack.versions)
    named = {}
    for family, versions in own.items():
        ordered = sorted(versions)
        texts = tuple(dict.fromkeys(version for _, version, _ in ordered))
        named[family] = PackFamily(family.id, texts, ordered[-1][2], family.weighing)
    return {digest: named.get(pack, pack) for digest, pack in packs.items()}
