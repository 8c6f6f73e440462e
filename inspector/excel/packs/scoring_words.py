"""How a paper score sheet says what is taken off: 未戴工牌每人次扣1分；迟到扣1分，旷工半天扣5分.

Text only; nothing here knows cells. What the words leave open is not guessed: it is given back, for
the reader to ask about with its cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from inspector.domain.checklist.item_schema import BONUS, CASES, CHOICE, DEDUCT, MEASURE, RANGE
from inspector.excel.packs.clerk_spellings import on_one_line
from inspector.excel.reading.typed_cells import read_number, tidy

SAID_AS = "未戴工牌每人次扣1分；扣1–3分；好5分、中3分、差0分"
"""How the words of a deduction can be written; told where some were not understood."""

VETO = "一票否决"
OFF_THE_TOTAL = ("扣分项", "倒扣", "倒扣分", "减分项", "总分扣分", "扣总分")
ON_TOP = ("加分项", "加分", "附加分", "奖励分")
USUAL_UNIT, _ONCE_MORE = "次", "一次"
_NOT_AS_ASKED = re.compile(r".*(?:不符合?|不合格|不达标|违反)(?:要求|规定|标准)?")
_LEAST_JUDGED = Decimal("0.5")

_UNITS = (
    "人次|车次|班次|半天|个工作日|工作日|个百分点|百分点|分钟|小时|个月|人|次|处|项|件|起|例|天|日|个|台|"
    "张|份|月|条|笔|车|辆|班|户|块|盏|本|页|类|种|‰|%"
)
_NUMBER = r"\d+(?:\.\d+)?"
_OFF = re.compile(
    rf"(?P<sign>加|扣(?:除|减)?|减|(?<![\d分.])[-−])(?P<low>{_NUMBER})分?"
    rf"(?:(?:[-–—−~～至到]{{1,2}})(?P<high>{_NUMBER})分?)?(?:[/／每](?P<unit>{_UNITS}))?"
    rf"|(?P<all>(?:该项|此项|本项|全部|全)*(?:不得分|不计分|得0分|扣完(?!为止)|扣光))"
    rf"|(?P<judged>酌情扣分)"
)
_EACH = re.compile(
    rf"(?P<before>.*)(?:每|凡)(?P<verb>发现|出现|有|缺少|缺|少|超过|超|逾期|延误|迟)?(?:1|一)?"
    rf"(?P<unit>{_UNITS})(?P<middle>.*)"
)
_ONE = re.compile(
    rf"(?P<before>.*?)(?:发现|有|出现|(?P<verb>缺少|缺|少))?(?<![\d.十第统])(?:1|一)(?P<unit>{_UNITS})(?!性)"
    r"(?P<middle>.*)"
)
_LACKING = ("缺", "缺少", "少")
_NOISE = re.compile(
    r"视情(?:节|况)(?:轻重)?|(?:发现|一经发现)即|酌情(?=扣\d)|(?:直至|以|每项|该项|此项|本项)*(?:扣完(?:该项分(?:值)?|分(?:值)?)?为止|扣到0分为止|不计负分|不倒扣|不出现负分)"
)
_ADDS_UP = re.compile(r"※|(?:可|予以)?累计扣分|累计(?:计算)?")
_AT_MOST = re.compile(
    rf"(?:累计)?(?:最多|最高|至多|上限为?|不超过)(?:扣|加)?(?P<number>{_NUMBER})分?"
)
_FROM_THE_TOTAL = re.compile(r"从?总分中?(?:直接)?(?=扣)|直接从总分中?(?=扣)")
_BAND = re.compile(
    rf"(?:[^\d≤<>]*?)(?:(?:≤|<=|不超过|在)?(?P<upto>{_NUMBER})(?P<unit>{_UNITS})(?:\(含\))?(?:以内|及以内|以下|内)?"
    rf"|(?P<above>(?:(?:>|超过|大于)?{_NUMBER}(?:{_UNITS})(?:以上|的)?|超过|以上|其余|其他)))"
    rf"(?:的)?(?:,|，|:|：|=)?(?:得|计)?(?P<points>{_NUMBER}|不得)分"
)
_WORTH = re.compile(rf"(?P<title>[^\d]+?)(?:=|:|：)?(?:得)?(?P<points>{_NUMBER})(?P<minute>分?)")
_GRADE_WORDS = re.compile(r"[好优良中差]|合格|达标|符合|一般|完成|无$|有$")
_SEPARATORS = "；;。，,、：: \t\n"
_ENDS = _SEPARATORS + "的者及和或并且则每"
_PHRASES = re.compile("[、或]")
_DIGITS = str.maketrans("０１２３４５６７８９．％－～", "0123456789.%-~")


@dataclass(frozen=True, slots=True)
class Part:
    """One deduction of an item: what for, how many points (high: as judged), counted in what."""

    title: str
    low: int | Decimal | None  # None: all that there is
    high: int | Decimal | None = None
    unit: str = ""
    judged: bool = False
    bonus: bool = False

    def called(self, title: str) -> "Part":
        """Return the deduction with a title."""
        return replace(self, title=on_one_line(title))

    def on_top(self) -> "Part":
        """Return it as points on top."""
        return replace(self, bonus=True)


@dataclass(frozen=True, slots=True)
class Scoring:
    """What the words of a cell say; `unclear` is what they say beyond that."""

    parts: tuple[Part, ...] = ()
    steps: tuple[tuple[str, int | Decimal], ...] = ()  # options, the best first
    bands: tuple[tuple[Decimal | int | None, int | Decimal], ...] = ()
    unit: str = ""  # of the bands
    veto: bool = False
    adds_up: bool = False
    at_most: int | Decimal | None = None
    from_total: bool = False
    title: str = ""  # of a veto: what must not happen
    unclear: str = ""


def scoring_of(text: str) -> Scoring:
    """Return what the words of a score sheet say of what is taken off."""
    text = on_one_line(text.translate(_DIGITS))
    veto = VETO in text or "★" in text
    adds_up = _ADDS_UP.search(text) is not None
    from_total = _FROM_THE_TOTAL.search(text) is not None
    limit = _AT_MOST.search(text)
    at_most = read_number(limit["number"]) if limit else None
    for noise in (_NOISE, _AT_MOST, _ADDS_UP, _FROM_THE_TOTAL):
        text = noise.sub("", text)
    text = text.replace(VETO, "").replace("★", "").strip(_SEPARATORS)
    pieces = [piece.strip(_SEPARATORS) for piece in re.split("[；;。，,、\n]", text)]
    pieces = [piece for piece in pieces if piece]
    common = (veto, adds_up, at_most, from_total)
    if bands := _bands(text):
        return Scoring((), (), bands[1], bands[0], *common)
    if not _OFF.search(text):
        if veto:
            title = tidy(text).strip(_ENDS).removeprefix("发现").removesuffix("实行").strip(_ENDS)
            return Scoring((), (), (), "", *common, title=title)
        if steps := _steps(pieces):
            return Scoring((), steps, (), "", *common)
        parts = _bare(pieces)
        return Scoring(parts, (), (), "", *common, unclear="" if parts else text)
    parts, rest = _parts(text)
    return Scoring(parts, (), (), "", *common, unclear=rest)


def rule_of(
    parts: Sequence[Part], full: int | Decimal | None
) -> tuple[dict[str, Any], list[str]] | None:
    """Return the rule that deductions come to and its phrases; None where it is none.

    `full` is what the item is worth: all of it can be lost, and judged up to it.
    """
    made = [_settled(part, full) for part in parts]
    if any(part is None for part in made):
        return None
    known = [part for part in made if part is not None]
    if all(part.bonus for part in known):
        first = known[0]
        same = all((part.low, part.unit) == (first.low, first.unit) for part in known)
        rule = {"kind": BONUS, "each": first.low, "unit": first.unit or USUAL_UNIT}
        return (rule, _phrases(known)) if same and not first.judged else None
    if any(part.bonus for part in known):
        return None
    first = known[0]
    if all(part.judged for part in known):
        own = (first.low, first.high, first.unit)
        if any((part.low, part.high, part.unit) != own for part in known):
            return None
        unit = first.unit or USUAL_UNIT
        return {"kind": RANGE, "least": first.low, "most": first.high, "unit": unit}, _phrases(
            known
        )
    if any(part.judged for part in known):
        return None
    if len(known) > 1 and not all(part.title for part in known):
        return None
    if len(known) == 1:
        unit = first.unit or USUAL_UNIT
        return {"kind": DEDUCT, "each": first.low, "unit": unit}, _phrases(known)
    cases = [
        {"title": part.title, "each": part.low, "unit": part.unit or USUAL_UNIT} for part in known
    ]
    return {"kind": CASES, "cases": cases}, []


def steps_rule(scoring: Scoring) -> dict[str, Any]:
    """Return the rule of options or of bands."""
    if scoring.steps:
        options = [{"title": title, "points": points} for title, points in scoring.steps]
        return {"kind": CHOICE, "options": options}
    bands = [
        ({} if upto is None else {"upto": upto}) | {"points": points}
        for upto, points in scoring.bands
    ]
    return {"kind": MEASURE, "unit": scoring.unit, "bands": bands}


def _parts(text: str) -> tuple[tuple[Part, ...], str]:
    """Return the deductions of a text and what stands behind the last one."""
    parts, begin = [], 0
    for found in _OFF.finditer(text):
        said, end = text[begin : found.start()], found.end()
        said = said.strip(_SEPARATORS)
        each = _EACH.fullmatch(said) or _ONE.fullmatch(said)
        unit, title = found["unit"] or "", said
        if each is not None:
            unit = unit or each["unit"]
            title = each["before"].strip(_SEPARATORS) or ""
            middle = each["middle"].strip(_ENDS)
            if middle.startswith(_ONCE_MORE):  # 一人一次
                unit, middle = f"{unit}次", middle.removeprefix(_ONCE_MORE)
            if each["verb"] in _LACKING:
                middle = f"缺{unit}{middle}" if unit != USUAL_UNIT else middle
            title = f"{title}{middle}"
        low, high = found["low"], found["high"]
        parts.append(
            Part(
                title=tidy(title).strip(_ENDS),
                low=read_number(low) if low else None,
                high=read_number(high) if high else None,
                unit=unit,
                judged=bool(high or found["judged"]),
                bonus=found["sign"] == "加",
            )
        )
        begin = end
    return tuple(parts), text[begin:].strip(_SEPARATORS)


def _bare(pieces: Sequence[str]) -> tuple[Part, ...]:
    """Return deductions written without a verb: 迟到1，旷工半天5; none where any piece is else."""
    parts, begun = [], ""
    for piece in pieces:
        begun = f"{begun}、{piece}" if begun else piece  # 迟到、早退1分
        found = _WORTH.fullmatch(begun)
        if found is not None:
            parts.append(Part(found["title"].strip(_ENDS), read_number(found["points"])))
            begun = ""
    return () if begun else tuple(parts)


def _steps(pieces: Sequence[str]) -> tuple[tuple[str, int | Decimal], ...]:
    """Return options, from the best one to the worst: 好5分、中3分、差0分."""
    steps = []
    for piece in pieces:
        found = _WORTH.fullmatch(piece)
        points = read_number(found["points"]) if found else None
        if found is None or points is None:
            return ()
        steps.append((found["title"].strip(_ENDS), points))
    falls = all(before[1] > after[1] for before, after in pairwise(steps))
    named = all(_GRADE_WORDS.search(title) for title, _ in steps)
    is_scale = len(steps) > 1 and falls and (steps[-1][1] == 0 or named)
    return tuple(steps) if is_scale else ()


def _bands(text: str) -> tuple[str, tuple[tuple[Decimal | int | None, int | Decimal], ...]] | None:
    """Return the unit and the bands of a measure: 10分钟以内得10分，15分钟以内得5分，超过不得分."""
    found = [_BAND.fullmatch(piece.strip(_SEPARATORS)) for piece in re.split("[；;，,。\n]", text)]
    if len(found) < 2 or any(each is None for each in found):
        return None
    known = [each for each in found if each is not None]
    if known[-1]["above"] is None or any(each["upto"] is None for each in known[:-1]):
        return None
    bands = [
        (
            read_number(each["upto"]) if each["upto"] else None,
            0 if each["points"] == "不得" else read_number(each["points"]) or 0,
        )
        for each in known
    ]
    return known[0]["unit"] or "", tuple(bands)


def _settled(part: Part, full: int | Decimal | None) -> Part | None:
    """Return a deduction with all its numbers; None where `full` would be needed for one."""
    if part.low is not None:
        return part
    if full is None:
        return None
    if not part.judged or full <= _LEAST_JUDGED:
        return Part(part.title, full, None, part.unit)
    return Part(part.title, _LEAST_JUDGED, full, part.unit, judged=True)


def _phrases(parts: Sequence[Part]) -> list[str]:
    """Return what is wrong, each on its own; a demand (着装统一，每人次不符扣1分) is not wrong."""
    wrong = (part.title for part in parts if not _NOT_AS_ASKED.fullmatch(part.title))
    said = (phrase.strip(_ENDS) for title in wrong for phrase in _PHRASES.split(title))
    return list(dict.fromkeys(phrase for phrase in said if len(phrase) > 1))


def told_apart(text: str) -> tuple[str, str]:
    """Return what a text demands and what it says of deductions: 台面整洁，一处不符扣1分."""
    found = _OFF.search(text.translate(_DIGITS))
    if found is None:
        return text, ""
    # A single deduction begins behind the last sign, several with the sentence of the first.
    ends = "[；;。\n]" if len(_OFF.findall(text.translate(_DIGITS))) > 1 else "[；;。，,\n]"
    signs = [sign.end() for sign in re.finditer(ends, text[: found.start()])]
    cut = signs[-1] if signs else 0
    return text[:cut].strip(_SEPARATORS), text[cut:]
