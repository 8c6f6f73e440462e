"""Where personal data stands and why it cannot go yet, as words; for sentences and lists."""

from collections.abc import Mapping

from inspector.domain.personal.erasure import HeldIn, Hindrance, Obstacle
from inspector.translation import mark, tr

_MOST_NAMED = 3
"""Of each kind of what is open."""

_HELD_IN: Mapping[HeldIn, str] = {
    HeldIn.ROSTER: mark("roster"),
    HeldIn.INSPECTORS: mark("roster of inspectors"),
    HeldIn.VISITS: mark("records of visits"),
    HeldIn.SIGNATURES: mark("signatures"),
    HeldIn.FINDINGS: mark("findings and their steps"),
    HeldIn.PHOTOS: mark("photos and files"),
    HeldIn.MEETINGS: mark("meetings"),
    HeldIn.COMPLAINTS: mark("complaints and their steps"),
    HeldIn.PLANS: mark("plans of visits"),
    HeldIn.SURVEYS: mark("satisfaction sheets"),
    HeldIn.TRAININGS: mark("trainings"),
    HeldIn.EVALUATIONS: mark("evaluations"),
    HeldIn.SHARING: mark("what was shared with other laptops"),
    HeldIn.SETTINGS: mark("preferences, drafts and phrases"),
}
_OBSTACLES: Mapping[Obstacle, str] = {
    Obstacle.ON_DUTY: mark("still on the roster (end it first)"),
    Obstacle.INSPECTS: mark("still an inspector (end it first)"),
    Obstacle.VISIT: mark("a visit is not completed"),
    Obstacle.FINDING: mark("a finding is not closed or its appeal is not decided"),
    Obstacle.MEETING: mark("a meeting goes on"),
    Obstacle.COMPLAINT: mark("a complaint is not archived"),
    Obstacle.PLAN: mark("a plan of visits is not over"),
}


def held_in_word(kind: HeldIn) -> str:
    """Return where something stands."""
    return tr(_HELD_IN[kind])


def obstacle_word(hindrance: Hindrance) -> str:
    """Return why something cannot go yet, and the first ones of which it is so."""
    why, which = tr(_OBSTACLES[hindrance.obstacle]), hindrance.which
    if not which:
        return why
    named = tr(", ").join(which[:_MOST_NAMED])
    if (more := len(which) - _MOST_NAMED) > 0:
        named = tr("{named} and {count} more", named=named, count=more)
    return tr("{why}: {which}", why=why, which=named)
