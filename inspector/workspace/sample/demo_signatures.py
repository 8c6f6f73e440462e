"""Signatures of the sample data: strokes that look written, under the records of open visits."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

from inspector.domain.record.signature import Stroke
from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.workspace import Workspace

_REFUSAL = "对部分扣分有异议，已告知可在晨会提出申诉"


def let_sign(
    workspace: Workspace,
    rng: random.Random,
    inspection_id: str,
    signer: str,
    set_now: Callable[[datetime], None],
) -> None:
    """Let the head of the site sign what an open visit found; one in eight would not."""
    visit = workspace.inspection_store.get(inspection_id)
    if visit.kind is not InspectionKind.OPEN or visit.completed_at is None:
        return
    set_now(visit.completed_at + timedelta(minutes=4))
    if rng.random() < 1 / 8:
        workspace.records.refuse(inspection_id, signer, _REFUSAL)
    else:
        workspace.records.sign(inspection_id, signer, _written(rng))


def _written(rng: random.Random) -> list[Stroke]:
    """Return some short strokes in two characters, side by side on the pad."""
    strokes: list[Stroke] = []
    for left in (220, 500):
        for number in range(rng.randrange(4, 7)):
            x, y = left + rng.randrange(0, 70), 70 + 35 * number + rng.randrange(-12, 12)
            run, fall = (rng.randrange(110, 190), -12) if number % 2 == 0 else (-60, 90)
            strokes.append(
                tuple(
                    (x + run * step // 5 + rng.randrange(-4, 5), y + fall * step // 5 + bend)
                    for step in range(6)
                    for bend in (rng.randrange(-6, 7),)
                )
            )
    return strokes
