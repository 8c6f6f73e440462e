"""Whether a row that came back tells of the finding whose number it has.

A number can be mistyped, swapped, or be that of another laptop: a row is taken only where unit,
window and problem say the same as ours. What differs by layout alone is the same: blanks, line
ends, the width of letters.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from inspector.domain.faults import Fault, Problem
from inspector.domain.finding.finding import Finding
from inspector.domain.papers.returned import Claim, ReturnedRow, Said
from inspector.excel.papers.ledger_cells import problem_text
from inspector.excel.reading.typed_cells import comparable
from inspector.excel.sheet.legal_text import CUT_NOTE, PRINTED_NOTE
from inspector.excel.sheet.terms import VETO_MARK
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.roster.rosters import Rosters

_CUT = 255
"""Characters that old formats keep of a cell; what no cell holds whole, we cut ourselves."""

_MOST_MEANT = 3
"""Numbers of findings that are named where several have the same words."""


class Agreement:
    """Judges the rows of one file against `findings`: those that have their numbers."""

    def __init__(self, opened: OpenedFolder, findings: Sequence[Finding]) -> None:
        self._opened = opened
        self._rosters = opened.of(Rosters)
        self._findings = findings
        self._names: dict[str, Collection[str]] = {}
        self._of_file: _ByWords | None = None
        self._sites: dict[str, _ByWords] = {}

    def problems(self, row: ReturnedRow, finding: Finding) -> list[Problem]:
        """Return where a row contradicts the finding with its number, a problem for each line.

        A further line with the same number may leave blank what the first one says.
        """
        told = [problem for claim in row.claims for problem in self._contradiction(claim, finding)]
        if told or any(_is_whole(claim) for claim in row.claims):
            return told
        return [
            Problem(said.place, Fault.OTHER_FINDING, "", own)
            for said, own in _asked(row.claims[0], finding)
            if said is not None and not said.text
        ][:1]

    def _contradiction(self, claim: Claim, finding: Finding) -> Iterator[Problem]:
        for said, own in _asked(claim, finding):
            if said is None or not said.text or _same(said.text, own):
                continue
            if any(_same(said.text, name) for name in self._names_now(said, claim, finding)):
                continue
            if meant := self._meant(claim):
                yield Problem(claim.place, Fault.NOT_THIS_NUMBER, finding.number, _numbers(meant))
            else:
                yield Problem(said.place, Fault.OTHER_FINDING, said.text, own)
            return

    def _names_now(self, said: Said, claim: Claim, finding: Finding) -> Collection[str]:
        """Return what the unit or window of a finding is called since."""
        if said is claim.problem:
            return ()
        key = finding.site_id if said is claim.site else finding.scorecard_id
        if key not in self._names:
            rosters = self._rosters
            if said is claim.site:
                names = [site.name for site in rosters.every_site() if site.id == finding.site_id]
            else:
                cards = self._opened.inspection_store.scorecards(finding.inspection_id)
                window = {card.id: card.window_id for card in cards}.get(finding.scorecard_id)
                names = [w.number for w in rosters.every_window(finding.site_id) if w.id == window]
            self._names[key] = names
        return self._names[key]

    def meant(self, claim: Claim) -> str:
        """Return the numbers of the findings that a line with nobody's number may be about.

        Of any: the one that is meant has lost its number in the file. '' for none.
        """
        if not _is_whole(claim):
            return ""
        said = _words(claim)
        return _numbers(self._of_site(said[0]).get(said, ()))

    def _meant(self, claim: Claim) -> Sequence[Finding]:
        """Return the findings that a line may be about: of the file, or else any."""
        if not _is_whole(claim):
            return ()
        said = _words(claim)
        if self._of_file is None:
            self._of_file = _by_words(self._findings)
        return self._of_file.get(said) or self._of_site(said[0]).get(said, ())

    def _of_site(self, name: str) -> "_ByWords":
        """Return every finding of the site with a name, by its words."""
        if name not in self._sites:
            ids = [s.id for s in self._rosters.every_site() if _plain(s.name) == name]
            store = self._opened.finding_store
            self._sites[name] = _by_words(f for each in ids for f in store.of_site(each))
        return self._sites[name]


_ByWords: TypeAlias = Mapping[tuple[str, ...], Sequence[Finding]]
"""Findings by what their unit, window and problem say."""


def _by_words(findings: Iterable[Finding]) -> _ByWords:
    found: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for each in findings:
        words = (each.site_name, each.window_number, problem_text(each))
        found[tuple(map(_plain, words))].append(each)
    return found


def _words(claim: Claim) -> tuple[str, ...]:
    return tuple(_plain(each.text) for each in (claim.site, claim.window, claim.problem) if each)


def _numbers(findings: Sequence[Finding]) -> str:
    return "、".join(sorted(each.number for each in findings)[:_MOST_MEANT])


def _asked(claim: Claim, finding: Finding) -> tuple[tuple[Said | None, str], ...]:
    return (
        (claim.site, finding.site_name),
        (claim.window, finding.window_number),
        (claim.problem, problem_text(finding)),
    )


def _is_whole(claim: Claim) -> bool:
    return all(said and said.text for said in (claim.site, claim.window, claim.problem))


def _same(found: str, own: str) -> bool:
    one, two = _plain(found), _plain(own)
    if one == two or (one.isdecimal() and two.isdecimal() and int(one) == int(two)):
        return True
    printed = _plain(PRINTED_NOTE)
    if one.endswith(printed):
        return two.startswith(one.removesuffix(printed))
    return len(found) >= _CUT and two.startswith(one.removesuffix(_plain(CUT_NOTE)))


def _plain(text: str) -> str:
    return comparable(text).strip(VETO_MARK)
