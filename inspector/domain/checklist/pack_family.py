"""Versions of one pack that compare: a site inspected with two of them has one line (DESIGN §6).

What was asked in another form (必查, 抽查) does not compare either: it is a family of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeVar

from inspector.domain.checklist.method import Form
from inspector.domain.checklist.pack_versions import VersionKey, version_key
from inspector.domain.checklist.points import Hundredths, round_half_up

K = TypeVar("K")

_FORMS = {Form.FULL: "", Form.MUST: "（必查）", Form.DRAWN: "（抽查）"}


@dataclass(frozen=True, slots=True)
class PackFamily:
    """The versions of a pack that total and weigh alike, asked in one form: what is compared.

    Two are the same whatever versions they tell of; `versions` are those of the visits told of.
    """

    id: str
    versions: tuple[str, ...] = field(compare=False)
    title: str = field(compare=False)
    weighing: str = ""  # `Pack.weighing`
    form: Form = Form.FULL

    @property
    def name(self) -> str:
        """What is printed: 通信营业厅 2026.1、2026.2（必查）."""
        return f"{self.title} {'、'.join(self.versions)}{_FORMS[self.form]}"

    @property
    def short_name(self) -> str:
        """What it is called where there is little room: 通信营业厅（必查）."""
        return f"{self.title}{_FORMS[self.form]}"

    @property
    def scale(self) -> int:
        """Points of a whole scorecard (`Policy.scale`)."""
        _, told, scale = self.weighing.partition(" of ")
        return int(scale) if told else 100

    @property
    def way(self) -> tuple[str, int, Form]:
        """How it totals, of how many points, in which form: only what is alike has a mean."""
        return (self.weighing.partition(" ")[0] or "rate", self.scale, self.form)

    def percent(self, score: Hundredths) -> Hundredths:
        """Return a score as hundredths of a percent of the scale, to compare with other packs."""
        return round_half_up(Fraction(score * 100, self.scale))

    @property
    def place(self) -> tuple[str, VersionKey, str, int]:
        """What they are listed by: 2026.9 before 2026.10."""
        first = self.versions[0] if self.versions else ""
        return (self.id, version_key(first), self.weighing, list(Form).index(self.form))


def families_of(packs: Mapping[K, PackFamily], told: Iterable[K]) -> dict[K, PackFamily]:
    """Return `packs`, each as the family of all versions that are `told` of, by their keys.

    The title is that of the newest. What is not told of stays as it is.
    """
    own: dict[PackFamily, set[tuple[VersionKey, str, str]]] = defaultdict(set)
    for key in told:
        pack = packs[key]
        own[pack].update((version_key(each), each, pack.title) for each in pack.versions)
    named = {}
    for family, versions in own.items():
        ordered = sorted(versions)
        texts = tuple(dict.fromkeys(version for _, version, _ in ordered))
        named[family] = replace(family, versions=texts, title=ordered[-1][2])
    return {key: named.get(pack, pack) for key, pack in packs.items()}
