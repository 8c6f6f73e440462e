"""What a bundle would hold, or holds, in words: by counts, and what of it is personal."""

from collections.abc import Collection, Iterator, Mapping

from inspector.domain.sharing.bundle_contents import Contents
from inspector.domain.sharing.manifest import Aim
from inspector.domain.sharing.travelling import LEFT_AT_HOME, NAMES, PHOTOS, SKETCHES, Kind
from inspector.storage.sharing.bundle_writing import BundleWritten
from inspector.translation import mark, tr, tr_count

_COUNTED: Mapping[Kind, tuple[str, str]] = {
    Kind.VISIT: (mark("1 visit"), mark("{count} visits")),
    Kind.SIGNATURE: (mark("1 signature"), mark("{count} signatures")),
    Kind.AMENDMENT: (mark("1 amendment"), mark("{count} amendments")),
    Kind.EVENT: (mark("1 step of a finding"), mark("{count} steps of findings")),
    Kind.EVIDENCE: (mark("1 later piece of evidence"), mark("{count} later pieces of evidence")),
    Kind.MEETING: (mark("1 meeting"), mark("{count} meetings")),
    Kind.COMPLAINT: (mark("1 step of a complaint"), mark("{count} steps of complaints")),
    Kind.SURVEY: (mark("1 satisfaction sheet"), mark("{count} satisfaction sheets")),
    Kind.CLOCK: (mark("1 remark on a clock"), mark("{count} remarks on clocks")),
    Kind.PHASE: (mark("1 entry of a phase"), mark("{count} entries of phases")),
    Kind.PLAN: (mark("1 version of a plan"), mark("{count} versions of plans")),
    Kind.DRAW: (mark("1 draw"), mark("{count} draws")),
    Kind.TRAINING: (mark("1 training"), mark("{count} trainings")),
    Kind.TRAINING_TAKEN_BACK: (mark("1 training taken back"), mark("{count} trainings taken back")),
    Kind.CHOICE: (mark("1 choice"), mark("{count} choices")),
    Kind.SITE: (mark("1 site"), mark("{count} sites")),
    Kind.INSPECTOR: (mark("1 inspector"), mark("{count} inspectors")),
    Kind.PACK: (mark("1 checklist"), mark("{count} checklists")),
    Kind.HOLIDAY: (mark("1 day of holidays"), mark("{count} days of holidays")),
}
"""Each kind by its number; what one asks for first stands first."""

_PERSONAL: Mapping[str, tuple[str, str]] = {
    NAMES: (
        mark("1 name of staff or complainants"),
        mark("{count} names of staff or complainants"),
    ),
    PHOTOS: (mark("1 photo or file"), mark("{count} photos and files")),
    SKETCHES: (mark("1 drawn signature"), mark("{count} drawn signatures")),
}


_PARTS: Mapping[str, str] = {
    NAMES: mark("names of staff"),
    PHOTOS: mark("photos"),
    SKETCHES: mark("drawn signatures"),
}


def left_out_words(parts: Collection[str]) -> str:
    """Return what of people was not ticked, in one line."""
    return tr(", ").join(tr(_PARTS[part]) for part in LEFT_AT_HOME if part in parts)


def counted_words(counts: Mapping[Kind, int]) -> str:
    """Return how many objects of which kinds, in one line; those of which there are none not."""
    said = [tr_count(counts[kind], *words) for kind, words in _COUNTED.items() if counts.get(kind)]
    return tr(", ").join(said)


def personal_words(contents: Contents, part: str) -> str:
    """Return how much there is of names, photos or sketches: what a box to tick is called."""
    said = tr_count(contents.personal(part), *_PERSONAL[part])
    if part == PHOTOS and contents.photo_bytes:
        return tr("{photos} ({size} MB)", photos=said, size=f"{contents.photo_bytes / 1e6:.1f}")
    return said


def contents_lines(contents: Contents, ticked: Collection[str]) -> list[str]:
    """Return what a bundle would hold, and what of it would stay at home."""
    if not contents.total or not contents.is_news:
        return [tr("There is nothing new to hand on in this part of the folder.")]
    lines = list(_aim_lines(contents))
    lines += [tr("It would hold: {what}.", what=counted_words(contents.counts))]
    along = [part for part in LEFT_AT_HOME if part in ticked and contents.personal(part)]
    rest = [part for part in LEFT_AT_HOME if part not in ticked and contents.personal(part)]
    if along:
        lines.append(tr("These go along: {what}.", what=_joined(contents, along)))
    if rest:
        lines.append(tr("These stay here: {what}.", what=_joined(contents, rest)))
    return lines


def _aim_lines(contents: Contents) -> Iterator[str]:
    """Yield whom alone it is for, where it is not for others who inspect."""
    if contents.aim is Aim.HALL:
        yield tr(
            "For {halls} alone: {findings} with the visits that found them and what became of"
            " them; nothing of other sites, no plan, draw, complaint or satisfaction sheet.",
            halls=tr(", ").join(contents.halls),
            findings=tr_count(contents.findings, "1 finding", "{count} findings"),
        )
    elif contents.aim is Aim.BACK:
        yield tr(
            "Back to those who inspect: what was done here about their findings, and nothing else."
        )


def whole_sentence() -> str:
    """Return that there is nothing to be behind, where only news was wanted."""
    return tr("They have no bundle of this part with these ticks yet: all of it goes.")


def written_lines(written: BundleWritten, *, is_locked: bool = False) -> list[str]:
    """Return that a bundle was written, what it holds and what not, and what is left to do."""
    manifest = written.manifest
    lines = [
        tr(
            "{path} is written and read back. It holds: {what}.",
            path=tr(", ").join(str(path) for path in written.paths),
            what=counted_words(manifest.counts),
        )
    ]
    if rest := left_out_words(manifest.left_out):
        lines.append(tr("Not in it: {what}.", what=rest))
    if is_locked:
        lines.append(tr("Tell them the passphrase in another way than the file."))
    return lines


def unread_lines(written: BundleWritten) -> list[str]:
    """Return that photos are missing or damaged here, and went not along; nothing where none is."""
    count = len(written.unread)
    if not count:
        return []
    return [
        tr_count(
            count,
            "1 photo or file is damaged here and did not go along; doctor tells which.",
            "{count} photos and files are damaged here and did not go along; doctor tells which.",
        )
    ]


def _joined(contents: Contents, parts: Collection[str]) -> str:
    return tr(", ").join(personal_words(contents, part) for part in parts)
