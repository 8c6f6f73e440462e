"""第N次: how often the same problem was found, at a window and at a site, within a period.

The rule (DOMAIN 4.3: what is found again within some days counts for more; an office chooses them):

- A time is a visit: an item that fails at three windows of one visit is the site's first time.
- Parts of shared visits (分头检查) to a site on one day are one visit: what two of a group
  find beside each other is no time before.
- The same problem is the same item at the same site; at the window, at a window of that number.
- Earlier is: found on an earlier day, or on the same day by a visit that began before.
- The period counts back from the day it was found: with 90 days the 90th day before still counts.
- What was withdrawn after an appeal never happened.
- A finding without an item, from a patrol, repeats nothing and is repeated by nothing.

`storage/stores/repeat_counts` implements this in SQL, since the ledger is filtered by it.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from types import MappingProxyType

from inspector.domain.finding.finding import Finding, FindingState

_WHOLE: Mapping[str, str] = MappingProxyType({})


def is_time_before(earlier: Finding, finding: Finding, shared: Mapping[str, str] = _WHOLE) -> bool:
    """Tell whether the problem of a finding was found before by another visit, at the site.

    `shared` says of visits that are parts of shared ones on which day, by their ids.
    """
    day, other_day = finding.raised_at.date(), earlier.raised_at.date()
    return (
        bool(finding.item_id)
        and earlier.site_id == finding.site_id
        and earlier.item_id == finding.item_id
        and _visit(earlier, shared) != _visit(finding, shared)
        and earlier.state is not FindingState.WITHDRAWN
        and (other_day < day or (other_day == day and earlier.raised_at < finding.raised_at))
    )


def times_found(
    finding: Finding, others: Iterable[Finding], days: int, shared: Mapping[str, str] = _WHOLE
) -> tuple[int, int]:
    """Return the N of 第N次 of a finding at its window and at its site, this time included.

    `others` are findings of any time and place; those of the `days` before it count. `shared` is as
    `is_time_before` wants it.
    """
    first = finding.raised_at.date() - timedelta(days=days)
    before = [
        each
        for each in others
        if is_time_before(each, finding, shared) and each.raised_at.date() >= first
    ]
    at_window = [each for each in before if each.window_number == finding.window_number]
    return _visits(at_window, shared) + 1, _visits(before, shared) + 1


def _visits(findings: Iterable[Finding], shared: Mapping[str, str]) -> int:
    return len({_visit(finding, shared) for finding in findings})


def _visit(finding: Finding, shared: Mapping[str, str]) -> str:
    return shared.get(finding.inspection_id, finding.inspection_id)
