"""What is said of a publication, of a ledger that was prepared, and of what waits."""

from collections.abc import Sequence
from datetime import datetime

from inspector.translation import tr, tr_count
from inspector.workspace.city.publishing import Published, Reached


def published_sentences(published: Published) -> list[str]:
    """Return what a publication came to, in one sentence and more where something is wrong."""
    if published.last == published.after:
        lines = [
            tr(
                "{target} has everything already, up to entry {number}.",
                target=published.target,
                number=published.last,
            )
        ]
    else:
        lines = [
            tr(
                "Published to {target}: entries {first} to {last} of the journal. Visits: {visits},"
                " findings: {findings}.",
                target=published.target,
                first=published.after + 1,
                last=published.last,
                visits=published.visits,
                findings=published.findings,
            )
        ]
    if published.contradicting:
        lines.append(
            tr_count(
                published.contradicting,
                "1 of what was published is in the ledger with other content already. That stays;"
                " its view “rewritten” tells of both.",
                "{count} of what was published are in the ledger with other content already. That"
                " stays; its view “rewritten” tells of both.",
            )
        )
    if published.gone_back is not None:
        lines.append(
            tr(
                "The ledger knows entries of this laptop behind {number} that are not in its"
                " journal. It went on behind {number}; the view “rewritten” tells of it.",
                number=published.gone_back,
            )
        )
    return lines


def prepared_sentences(target: str, missing: Sequence[str]) -> list[str]:
    """Return that a ledger is ready; and which roles its administrator has to make."""
    lines = [tr("{target} is ready to be published to.", target=target)]
    if missing:
        lines.append(
            tr(
                "This user may not make the roles {roles}. Whoever may runs “CREATE ROLE” for"
                " each; then prepare once more.",
                roles=", ".join(missing),
            )
        )
    return lines


def reached_sentences(reached: Sequence[Reached]) -> list[str]:
    """Return what was published where, and what goes with the next time."""
    if not reached:
        return [tr("Nothing was published from this folder yet.")]
    return [_reached(each) for each in reached]


def _reached(reached: Reached) -> str:
    told = tr(
        "{target}: up to entry {number}, on {moment:%Y-%m-%d %H:%M}.",
        target=reached.target,
        number=reached.number,
        moment=datetime.fromisoformat(reached.at),
    )
    if not reached.waiting:
        return tr("{told} Nothing waits.", told=told)
    return tr_count(
        reached.waiting,
        "{told} 1 entry waits and goes with the next time.",
        "{told} {count} entries wait and go with the next time.",
        told=told,
    )
