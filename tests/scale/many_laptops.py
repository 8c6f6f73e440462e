"""Bundles of as many laptops as one likes, from a few samples: each with ids, sites and a key of
its own.

A sample of 250 visits costs twenty seconds; a laptop made of one costs three. What it tells is the
sample's, in other ids, other halls' names and by other numbers, sealed anew, so that every seal and
digest is as if it had inspected itself. Laptops of one district inspect the same halls, each with
ids of its own for them, from samples that differ.
"""

import json
import re
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from inspector.domain.record.record_seal import seal_of_text, sealed_text, signature_digest
from inspector.domain.sharing.laptop import LaptopIdentity, new_identity
from inspector.domain.sharing.manifest import Manifest, Scope
from inspector.domain.sharing.travelling import Kind, Travelling, digest_of
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.storage.sharing.bundle_writing import work_files, write_bundle
from inspector.storage.stores.patrol_store import PatrolStore
from inspector.storage.stores.recheck_store import RecheckStore
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.sheet_reading import sheet_of
from inspector.workspace.workspace import Workspace

SAMPLES = 5
"""Laptops of a district, each of another sample."""

LAST_DAY = date(2026, 11, 27)

_OWN = UUID("6f0c7d52-3c1e-4d0a-9a53-2f6f6c1d6b11")
_DISTRICTS = "东南西北中安和平康宁永新光华明德仁义礼智"
_ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
_LETTERS = "ACDEFGHJKLMNPQRTUVWXY"


@dataclass(frozen=True, slots=True)
class Sample:
    """A bundle of sample data, and what its visits were sealed over, by id."""

    bundle: Path
    sealed: Mapping[str, str]


def sample_of(folder: Path, target: Path) -> Sample:
    """Share everything of a folder of sample data, names included, photos not."""
    with closing(Workspace(folder)) as workspace:
        if not target.exists():
            workspace.of(Sharing).share(target, Scope(), ("names", "sketches"))
        rows = workspace.database.rows("SELECT id FROM inspection WHERE seal <> ''")
        patrols, rechecks = PatrolStore(workspace.database), RecheckStore(workspace.database)
        sealed = {
            key: sealed_text(
                sheet_of(workspace, key), patrols.entries(key), rechecks.entries(key)
            )
            for (key,) in map(tuple, rows)
        }  # fmt: skip
    return Sample(target, sealed)


def laptop(number: int) -> LaptopIdentity:
    """Return who the laptop of a number is: the same id, code and name in every run."""
    code = f"{_LETTERS[number // 400 % 20]}{_LETTERS[number // 20 % 20]}{_LETTERS[number % 20]}"
    return new_identity(str(uuid5(_OWN, f"laptop {number}")), code, f"第{number + 1}台")


def write_laptop(number: int, sample: Sample, target: Path, scratch: Path) -> LaptopIdentity:
    """Write the bundle of a laptop, made of a sample."""
    identity = laptop(number)
    with opened_bundle(sample.bundle, work=scratch) as bundle, work_files(scratch) as work:
        said = _Said(number, bundle.manifest, identity, [*bundle.objects(Kind.SITE)], sample.sealed)
        for kind in (each for each in Kind if each in bundle.manifest.counts):
            work.put(kind, map(said.of, bundle.objects(kind)), int)
        manifest = Manifest(
            str(uuid5(_OWN, f"bundle {number}")), identity.laptop,
            datetime.fromisoformat("2026-11-28T18:00:00+08:00"), bundle.manifest.reached,
            left_out=bundle.manifest.left_out,
            laptops={identity.laptop.id: (identity.laptop.code, identity.laptop.name)},
        )  # fmt: skip
        write_bundle(target, manifest, work, (), identity.sign)
    return identity


class _Said:
    """What a laptop says in the stead of what its sample does."""

    def __init__(
        self,
        number: int,
        manifest: Manifest,
        identity: LaptopIdentity,
        sites: list[Travelling],
        sealed: Mapping[str, str],
    ) -> None:
        self._identity = identity
        self._differs = uuid5(_OWN, f"ids {number}").int & (1 << 48) - 1
        self._code = f"-{manifest.sender.code}-", f"-{identity.laptop.code}-"
        names = {str(row["name"]) for site in sites for row in site.rows["site"]}
        self._names = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
        self._district = _DISTRICTS[number // SAMPLES % len(_DISTRICTS)] + "区"
        self._seals: dict[str, str] = {}
        self._sealed = sealed
        self._id = lru_cache(None)(self._other_id)

    def of(self, came: Travelling) -> Travelling:
        """Return an object as the laptop has it."""
        if came.kind is Kind.PACK:
            return replace(came, laptop=self._identity.laptop.id)
        rows: dict[str, list[dict[str, Any]]] = json.loads(
            self.text(json.dumps(came.rows, ensure_ascii=False))
        )
        own, parents = self.text(came.id), tuple(sorted(map(self.text, came.parents)))
        for row in rows.get("inspection", ()):
            row["seal"] = self._seals[own] = seal_of_text(self._sheet(came.id))
        for row in rows.get("signature", ()):
            row["seal"] = self._seals[own]
            facts = ("signer", "strokes", "refusal", "signed_at", "seal")
            row["digest"] = signature_digest(own, *(row.get(name) for name in facts))
        digest = digest_of(came.kind, own, rows)
        return Travelling(came.kind, own, self._identity.laptop.id, rows, digest, parents)

    def text(self, text: str) -> str:
        """Return a text in own ids, numbers and names."""
        text = _ID.sub(lambda found: self._id(found[0]), text).replace(*self._code)
        return self._names.sub(lambda found: self._district + found[0], text)

    def _sheet(self, visit_id: str) -> str:
        facts = json.loads(self.text(self._sealed[visit_id]))
        facts["evidence"].sort()
        return json.dumps(facts, ensure_ascii=False, sort_keys=True)

    def _other_id(self, key: str) -> str:
        """Keep the beginning: what stands in the order of its ids stays in that order."""
        head, _, last = key.rpartition("-")
        return f"{head}-{int(last, 16) ^ self._differs:012x}"


def write_bundles(laptops: int, visits: int, scratch: Path) -> None:
    """Write samples and the bundle of each laptop below a folder; what is there already stays."""
    samples = []
    for seed in range(1, min(SAMPLES, laptops) + 1):
        folder = scratch / f"sample-{seed}"
        if not folder.exists():
            write_demo(folder, visits, seed, LAST_DAY)
        samples.append(sample_of(folder, scratch / f"sample-{seed}.inspx"))
    for number in range(laptops):
        target = bundle_at(scratch, number)
        if not told_at(target).exists():
            target.unlink(missing_ok=True)
            identity = write_laptop(number, samples[number % len(samples)], target, scratch)
            told_at(target).write_text(identity.laptop.fingerprint)


def bundle_at(scratch: Path, number: int) -> Path:
    """Return where the bundle of a laptop is written."""
    return scratch / f"laptop-{number:03}.inspx"


def told_at(bundle: Path) -> Path:
    """Return where the fingerprint of a bundle's key is."""
    return bundle.with_suffix(".fingerprint")


if __name__ == "__main__":
    write_bundles(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
