"""What a bundle would change here, or changed, in words: 新增, 补全, 已有, 需选择, 暂存, 拒收."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.hall_rules import NotForHall, RefusedHere
from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.receipt import Preview, ReceiptLine, Received
from inspector.domain.sharing.roster_meeting import Placed, Question
from inspector.domain.sharing.travelling import Kind
from inspector.translation import mark, tr, tr_count
from inspector.workspace.finding_state_words import event_word
from inspector.workspace.sharing.contact_words import ahead_sentence
from inspector.workspace.sharing.contents_words import counted_words

FATES: Mapping[Fate, str] = {
    Fate.NEW: mark("New: {what}"),
    Fate.BESIDE: mark("New, and says otherwise than another one; to be chosen: {what}"),
    Fate.GROWN: mark("Goes on: {what}"),
    Fate.COMPLETED: mark("Names or strokes that had been left out come now: {what}"),
    Fate.KNOWN: mark("Here already: {what}"),
    Fate.ERASED: mark("A person's data in it was erased here and stays erased: {what}"),
    Fate.ASKED: mark("To be placed first: {what}"),
    Fate.WAITS: mark("Waits for what it belongs to, which another bundle brings: {what}"),
    Fate.SET_ASIDE: mark("Set aside, as something else is here in its place: {what}"),
    Fate.REFUSED: mark("Refused: {what}"),
}
"""Each fate, in the order in which people ask."""

_NEAR: Mapping[Placed, str] = {
    Placed.SITE: mark("Is the site “{title}” the same as {candidates}?"),
    Placed.WINDOW: mark("Is the window “{title}” the same as {candidates}?"),
    Placed.DEPARTMENT: mark("Is the department “{title}” the same as {candidates}?"),
    Placed.STAFF: mark("Is the person “{title}” the same as {candidates}?"),
    Placed.INSPECTOR: mark("Is the inspector “{title}” the same as {candidates}?"),
}


def head_line(preview: Preview) -> str:
    """Return whose bundle it is, and of when."""
    sender = preview.manifest.sender
    made = preview.manifest.made_at.astimezone()
    return tr(
        "Bundle of “{name}” ({code}) of {made}",
        name=sender.name,
        code=sender.code,
        made=f"{made:%Y-%m-%d %H:%M}",
    )


def warnings(preview: Preview) -> Iterator[str]:
    """Yield what somebody should know before it is taken in."""
    if preview.is_first:
        sender = preview.manifest.sender
        yield tr(
            "It is the first from there: ask for the fingerprint, and compare it with"
            " {fingerprint}.",
            fingerprint=sender.fingerprint,
        )
    if preview.whose:
        yield tr("It came back from a site: say first from which one.")
    if preview.halls:
        yield tr(
            "It is from the laptop of {halls}: of it is taken in what was done about its findings,"
            " and nothing else.",
            halls=tr(", ").join(preview.halls),
        )
    if preview.halls_here:
        yield tr(
            "It is for {halls}, and this laptop has been that of {former} until now: taken in, the"
            " findings of both would be here. See first whether it is the right file.",
            halls=halls_named(preview.for_halls),
            former=halls_named(preview.halls_here),
        )
    if preview.manifest.scope.aim is Aim.HALL:
        yield tr(
            "It is for {halls}: this laptop becomes the site's. It says who puts its findings"
            " right, and when that is done; to recheck and to close them stays with “{name}”.",
            halls=halls_named(preview.for_halls),
            name=preview.manifest.sender.name,
        )
    if preview.is_ahead:
        yield ahead_sentence(preview.manifest.sender)
    if preview.known and not preview.files:
        yield tr("This bundle was taken in before: there is nothing to do.")
    elif preview.known:
        yield tr("This bundle was taken in before.")
    if preview.lacking:
        yield tr_count(
            preview.lacking,
            "1 photo or file did not come along; the next bundle to them asks for it.",
            "{count} photos and files did not come along; the next bundle to them asks for them.",
        )
    yield from _clashes(preview)
    for title in preview.versions:
        yield tr(
            "The checklist “{title}” is here with another content; both are kept.", title=title
        )


def _clashes(preview: Preview) -> Iterator[str]:
    """Yield how many findings and complaints would wait to be settled, as both sides went on."""
    numbers = [number for number in preview.clashing if number]
    if numbers:
        named, more = tr(", ").join(numbers[:_MOST_NAMED]), len(numbers) - _MOST_NAMED
        if more > 0:
            named = tr("{named} and {count} more", named=named, count=more)
        yield tr_count(
            len(numbers),
            "1 finding was dealt with differently here and there; taken in, it waits under “To be"
            " chosen”: {named}.",
            "{count} findings were dealt with differently here and there; taken in, they wait under"
            " “To be chosen”: {named}.",
            named=named,
        )
    if complaints := len(preview.clashing) - len(numbers):
        yield tr_count(
            complaints,
            "1 complaint was dealt with differently here and there; taken in, it waits under “To be"
            " chosen”.",
            "{count} complaints were dealt with differently here and there; taken in, they wait"
            " under “To be chosen”.",
        )


def decided_sentence(preview: Preview) -> str:
    """Return how much was decided already where it comes from; '' for nothing."""
    if not preview.decided:
        return ""
    return tr_count(
        preview.decided,
        "1 decision that was made there comes along.",
        "{count} decisions that were made there come along.",
    )


def halls_named(names: Sequence[str]) -> str:
    """Return sites by name, the first of many; for sentences and headings."""
    said = tr(", ").join(f"“{name}”" for name in names[:_MOST_NAMED])
    if not (more := len(names) - _MOST_NAMED) > 0:
        return said
    return tr_count(more, "{said} and 1 other site", "{said} and {count} other sites", said=said)


def counted_lines(lines: tuple[ReceiptLine, ...]) -> Iterator[str]:
    """Yield how many of what become what, a line for each fate."""
    for fate, words in FATES.items():
        counts = Counter[Kind]()
        for line in lines:
            if line.fate is fate:
                counts[line.kind] += line.count
        if counts:
            yield tr(words, what=counted_words(counts))


_REASONS: Mapping[NotForHall, str] = {
    NotForHall.STEP: mark("that is for those who inspect"),
    NotForHall.DEADLINE: mark("it puts the deadline off, which is to be asked for"),
    NotForHall.NOTICE: mark("notices are numbered by those who inspect"),
    NotForHall.TAKEN_BACK: mark("somebody else did what it changes"),
    NotForHall.ELSEWHERE: mark("it is about another site"),
    NotForHall.KIND: mark("nothing of the kind is taken from a site's laptop"),
}


def refused_title(refused: RefusedHere) -> str:
    """Return what is refused: the finding's number and the step, or what it is called."""
    step = event_word(refused.step) if refused.step is not None else ""
    return " ".join(filter(None, (refused.number, step))) if refused.number else refused.title


def refused_sentence(refused: RefusedHere) -> str:
    """Return what of a site's laptop is refused, and why."""
    return tr("{what}: {why}", what=refused_title(refused), why=tr(_REASONS[refused.reason]))


def question_sentence(question: Question) -> str:
    """Return what is asked of one that is nearly something here."""
    candidates = tr(" or ").join(f"“{title}”" for _, title in question.candidates)
    return tr(_NEAR[question.kind], title=question.title, candidates=candidates)


def files_sentence(preview: Preview) -> str:
    """Return how many photos and files it brings that are not here; '' for none."""
    if not preview.files:
        return ""
    files = tr_count(preview.files, "1 photo or file", "{count} photos and files")
    return tr("It brings {files} that are not here.", files=files)


def differing_lines(preview: Preview) -> Iterator[str]:
    """Yield what both changed on the roster, and how it is called here and there."""
    for here, there in preview.differing:
        if here == there:
            yield tr("“{here}” was changed here and there.", here=here)
        else:
            yield tr("“{here}” here is “{there}” there.", here=here, there=there)


def roster_sentence(roster: tuple[int, int, int]) -> str:
    """Return what comes of the roster; '' for nothing."""
    added, changed, differing = roster
    said = [
        tr(words, count=count)
        for words, count in (
            (mark("{count} new"), added),
            (mark("{count} changed"), changed),
            (
                mark("{count} differ and stay as they are here, until one is chosen"),
                differing,
            ),
        )
        if count
    ]
    return tr("On the roster: {what}", what=tr(", ").join(said)) if said else ""


def received_sentence(received: Received) -> str:
    """Return what taking it in came to, in one line."""
    if not received.changed_anything:
        kept_out = any(line.fate in _TO_SEE for line in received.lines)
        return tr("Nothing was taken in.") if kept_out else tr("Everything in it was here already.")
    said = counted_words(received.kinds)
    if received.files:
        files = tr_count(received.files, "1 photo or file", "{count} photos and files")
        said = tr(", ").join(filter(None, (said, files)))
    return tr("Taken in: {what}.", what=said)


_MOST_NAMED = 3
_TO_SEE: Mapping[Fate, str] = {
    Fate.BESIDE: mark("To be chosen: {what}."),
    Fate.SET_ASIDE: mark("Set aside: {what}."),
    Fate.REFUSED: mark("Refused: {what}."),
}
"""What somebody should look at once a bundle was taken in."""


def ended_sentence(received: Received) -> str:
    """Return what taking it in came to, and by name what of it somebody should look at."""
    said = [received_sentence(received)]
    if received.asking:
        said.append(
            tr_count(
                received.asking,
                "1 finding asks for more time: it waits in Rectify under “Extensions asked for”.",
                "{count} findings ask for more time: they wait in Rectify under “Extensions asked"
                " for”.",
            )
        )
    for fate, words in _TO_SEE.items():
        lines = [line for line in received.lines if line.fate is fate]
        titles = [title for line in lines for title in line.titles][:_MOST_NAMED]
        if lines:
            what, more = tr(", ").join(titles), sum(line.count for line in lines) - len(titles)
            if more and titles:
                what = tr("{named} and {count} more", named=what, count=more)
            said.append(tr(words, what=what or str(more)))
    return " ".join(said)
