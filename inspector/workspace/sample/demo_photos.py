"""Photos of the sample: taken in like anybody's, of what the newest visits found.

Each scene is drawn once, when the first photo of it is wanted. What is drawn by lot here is drawn
from a source of its own, so that the visits are the same with photos and without.
"""

import random
from collections.abc import Sequence
from dataclasses import replace

from inspector.domain.finding.finding import Finding
from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.workspace.evidence.evidence_bytes import Prepared
from inspector.workspace.sample.demo_identities import Identities
from inspector.workspace.sample.scenes.scene_choice import (
    Scene,
    scene_of,
    scene_of_praise,
    scene_on_patrol,
)  # fmt: skip
from inspector.workspace.workspace import Workspace

_TAKEN = 0.85
"""How often an inspector takes a photo of what one can be taken of."""

_TOLL = "toll-station"

_SENT_IN = 0.8
"""How often a unit shows what it did about a finding with a photo."""


class Photographer:
    """Takes the photos of one sample; without `takes` it only knows of what there would be some."""

    def __init__(
        self, workspace: Workspace, identities: Identities, seed: int, *, takes: bool
    ) -> None:
        self._workspace, self._identities = workspace, identities
        self._lots, self._files = (random.Random(f"{of} {seed}") for of in ("photos", "files"))
        self._takes = takes
        self._developed: dict[tuple[Scene, bool], Prepared] = {}
        self._shown: dict[tuple[str, str, str], Scene] = {}  # by answer

    def visit(self, inspection_id: str) -> None:
        """Take photos during a visit that is still open, no scene twice in it."""
        sheet = self._workspace.inspections.sheet(inspection_id)
        taken: set[Scene] = set()
        for card in sheet.inspected:
            for answer in sheet.answers_of(card).values():
                scene = _seen_at(answer, at_a_lane=sheet.pack.id == _TOLL)
                if scene is None or scene in taken or self._lots.random() > _TAKEN:
                    continue
                taken.add(scene)
                roles = [(EvidenceRole.FOUND, answer.praised)]
                if answer.correction is not None:
                    roles.append((EvidenceRole.CORRECTED, True))
                for role, right in roles:
                    self._keep(
                        scene, right, role, inspection_id=inspection_id,
                        scorecard_id=card.id, item_id=answer.item_id,
                    )  # fmt: skip
                if not answer.praised:
                    self._shown[inspection_id, card.id, answer.item_id] = scene

    def patrolled(
        self, inspection_id: str, card_id: str, entry_id: str, text: str, *, handled: bool
    ) -> None:
        """Take the photo of what a patrol found, and another one where it was put right at once."""
        scene = scene_on_patrol(text)
        if scene is None or self._lots.random() > _TAKEN:
            return
        for role, right in ((EvidenceRole.FOUND, False), (EvidenceRole.CORRECTED, True)):
            if handled or not right:
                self._keep(
                    scene, right, role,
                    inspection_id=inspection_id, scorecard_id=card_id, item_id=entry_id,
                )  # fmt: skip

    def reported(self, findings: Sequence[Finding]) -> None:
        """Let the units send in photos of what they did about findings."""
        for finding in findings:
            scene = self._scene_of(finding)
            if scene is not None and self._lots.random() < _SENT_IN:
                self._keep(scene, True, EvidenceRole.REPORTED, finding_id=finding.id)

    def has_shown(self, finding: Finding) -> bool:
        """Tell whether a photo was taken of a finding, or would have been."""
        return self._scene_of(finding) is not None

    def rechecked(self, finding: Finding, inspection_id: str) -> None:
        """Take the photo of a recheck that passed, where the finding was photographed."""
        if scene := self._scene_of(finding):
            self._keep(
                scene, True, EvidenceRole.RECHECKED,
                inspection_id=inspection_id, finding_id=finding.id,
            )  # fmt: skip

    def _scene_of(self, finding: Finding) -> Scene | None:
        return self._shown.get((finding.inspection_id, finding.scorecard_id, finding.item_id))

    def _keep(self, scene: Scene, right: bool, role: EvidenceRole, **of: str) -> None:
        if not self._takes:
            return
        evidence = self._workspace.evidence
        prepared = self._developed.get((scene, right))
        if prepared is None:
            prepared = evidence.prepare(scene(right).jpeg(), "IMG.jpg")
            self._developed[scene, right] = prepared
        name = f"IMG_{self._workspace.now():%Y%m%d_%H%M}{self._files.randrange(60):02}.jpg"
        with self._identities.of(self._files):
            made = evidence.made(replace(prepared, name=name), EvidenceOrigin.CHOSEN, role, **of)
        evidence.add(made)


def _seen_at(answer: Answer, *, at_a_lane: bool) -> Scene | None:
    """Return the scene of an answer that is worth a photo."""
    if answer.praised:
        return scene_of_praise(answer.item_id)
    if answer.verdict is Verdict.DEDUCT:
        return scene_of(answer.item_id, answer.phrases, at_a_lane=at_a_lane)
    return None
