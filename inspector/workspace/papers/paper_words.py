"""What is said of papers: their names, where they went, what they lack."""

from collections.abc import Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.excel.sheet.written_papers import PaperCell, WrittenPapers
from inspector.translation import tr, tr_count
from inspector.workspace.cell_words import place_words
from inspector.workspace.papers.paper_set import EVALUATION, FORM, LETTER, RECORD, PaperSet
from inspector.workspace.preferences import (
    CHECKED_BY,
    FILLED_BY,
    LETTER_HEAD,
    ORGAN_CODE,
    PHONE,
    UNIT_NAME,
)
from inspector.workspace.sentences import sentence

if TYPE_CHECKING:
    from inspector.workspace.preferences import PreferenceBook

_SIGNED = (
    "rectification",
    "summary",
    "patrol",
    "satisfaction",
    "plan",
    "complaints",
    EVALUATION,
    "training",
    "all",
)
"""Kinds whose line above and foot below the table are of the preferences; `all` has them all."""
_MOST_TOLD = 3
"""Cells that are named of those that do not show all they should."""

_HEADED = (*_SIGNED, "circular", "notice")


def paper_title(kind: str) -> str:
    """Return what people call the kind of paper that is typed as `kind`."""
    return {
        "rectification": tr("Rectification ledger"),
        "summary": tr("Summary"),
        "circular": tr("Circular"),
        LETTER: tr("Circular as a letter"),
        "patrol": tr("Patrol record"),
        "minutes": tr("Minutes of meetings"),
        "satisfaction": tr("Satisfaction"),
        "plan": tr("What is covered of the plans"),
        "complaints": tr("Register of complaints"),
        EVALUATION: tr("Evaluation"),
        "training": tr("What to train"),
        RECORD: tr("Records of inspections"),
        FORM: tr("Filled form"),
    }[kind]


def paper_set_lines(done: PaperSet) -> list[str]:
    """Return a line for each kind that was written, then one for each that was left out."""
    return [
        *(_written(kind, paths) for kind, paths in done.written),
        *(
            tr("  {kind} left out: {reason}", kind=paper_title(kind), reason=sentence(error))
            for kind, error in done.left_out
        ),
        tr("  Notices left out: each draws a number; export notice writes them."),
    ]


def _written(kind: str, paths: Sequence[Path]) -> str:
    title = paper_title(kind)
    if kind != RECORD:
        return tr("{kind}: {path}", kind=title, path=paths[0])
    return tr_count(
        len(paths),
        "{kind}: 1 file in {path}",
        "{kind}: {count} files in {path}",
        kind=title,
        path=paths[0].parent,
    )


def blanks_sentence(
    preferences: "PreferenceBook", kind: str, *, of_one_site: bool, letter: bool = False
) -> str:
    """Return which words around the tables of a kind are blank, and where they are set; or ''.

    `letter`: it is, or comes with, an official letter. The number of a circular is the office's.
    """
    wanted = []
    # Where nobody said who reports, the only site does, but it sends no notice to itself.
    if kind in _HEADED and (kind == "notice" or not of_one_site):
        wanted.append((UNIT_NAME, tr("Reporting unit")))
    if kind in _SIGNED:
        wanted += [
            (FILLED_BY, tr("Filled in by")),
            (CHECKED_BY, tr("Checked by")),
            (PHONE, tr("Phone")),
        ]
    if letter:
        wanted += [(ORGAN_CODE, tr("Number prefix")), (LETTER_HEAD, tr("Red head"))]
    blank = [title for preference, title in wanted if not preferences.get(preference)]
    said = []
    if blank:
        said.append(
            tr(
                "Left blank on paper: {names}. They are set in the window, under Data,"
                " Preferences.",
                names=reduce(_and, blank),
            )
        )
    if letter and kind != "notice" and preferences.get(ORGAN_CODE):
        said.append(tr("The number of the circular's letter is left open: the office gives it."))
    return reduce(_then, said, "")


def cut_sentence(papers: WrittenPapers) -> str:
    """Return which texts papers do not hold whole, the first of them with their cells; or ''."""
    cut = papers.cut
    if not cut:
        return ""
    return tr_count(
        len(cut),
        "1 text is longer than a cell of Excel holds (32,767 characters); it is cut there and says"
        " so: {places}. Shorten it and export again to have all of it.",
        "{count} texts are longer than a cell of Excel holds (32,767 characters); they are cut"
        " there and say so: {places}. Shorten them and export again to have all of them.",
        places=_places(cut, several=len(papers.paths) > 1),
    )


def papers_sentences(papers: WrittenPapers) -> list[str]:
    """Return what papers do not show that they should, a sentence each."""
    blank = [each.place for each in papers.blank]
    return [said for said in (cut_sentence(papers), blank_formulas_sentence(blank)) if said]


def blank_formulas_sentence(places: Sequence[str]) -> str:
    """Return which formulas print blank as nobody reckoned them, the first with their cells."""
    if not places:
        return ""
    return tr_count(
        len(places),
        "1 formula has no result stored and is blank on these pages: {places}. Open the workbook in"
        " Excel or WPS, save it, and print it there.",
        "{count} formulas have no result stored and are blank on these pages: {places}. Open the"
        " workbook in Excel or WPS, save it, and print it there.",
        places=_places([PaperCell("", place) for place in places], several=False),
    )


def _places(cells: Sequence[PaperCell], *, several: bool) -> str:
    """Return where the first of some cells are; of `several` papers with the file."""
    told = [
        tr("{file}: {place}", file=each.file, place=place_words(each.place))
        if several
        else place_words(each.place)
        for each in cells[:_MOST_TOLD]
    ]
    names = reduce(_and, told)
    return tr("{names} …", names=names) if len(cells) > _MOST_TOLD else names


def _then(said: str, sentence: str) -> str:
    return tr("{sentence} {next}", sentence=said, next=sentence) if said else sentence


def _and(names: str, name: str) -> str:
    return tr("{names}, {name}", names=names, name=name)
