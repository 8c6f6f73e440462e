"""`inspector share`: what is here for another laptop, as one signed file."""

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector.cli.folder import opened
from inspector.cli.passphrases import passphrase_in
from inspector.cli.speaking import REFUSED, UsageError, say, say_json, show_percent
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.sharing.bundle_contents import Contents
    from inspector.domain.sharing.manifest import Scope
    from inspector.storage.sharing.bundle_writing import BundleWritten
    from inspector.workspace.workspace import Workspace


def share(options: argparse.Namespace) -> None:
    """Write a bundle, or only say what it would hold.

    Exits 1 when photos that were to go along are damaged here: the rest was written.
    """
    from inspector.workspace.papers.recent_papers import remember_written
    from inspector.workspace.sharing.contents_words import (
        contents_lines,
        unread_lines,
        written_lines,
    )
    from inspector.workspace.sharing.sharing import Sharing

    if options.output is None and not options.dry_run:
        raise UsageError(tr("-o names the file to write."))
    phrase = passphrase_in(options.passphrase_file) if options.passphrase_file else ""
    with opened(options) as workspace:
        sharing, scope = workspace.of(Sharing), _scope(options, workspace)
        ticked = sharing.ticked(scope.aim) if options.along is None else options.along
        name = options.since_last or ""
        if name:
            scope = sharing.behind_last(name, scope, ticked)
        if options.dry_run:
            contents = sharing.contents(scope, name, ticked)
            if options.json:
                say_json(_told(contents))
            else:
                for line in contents_lines(contents, ticked):
                    say(line)
            return
        written, _ = sharing.share(options.output, scope, ticked, name, phrase, show_percent)
        folder = workspace.folder
    remember_written(folder, written.paths[:1])
    if options.json:
        say_json(_facts(written))
    else:
        for line in written_lines(written, is_locked=bool(phrase)):
            say(line)
    for line in unread_lines(written):
        print(line, file=sys.stderr)
    if written.unread:
        raise SystemExit(REFUSED)


def _scope(options: argparse.Namespace, workspace: "Workspace") -> "Scope":
    """Return the part of the folder that is meant; raises UnknownSiteError, UsageError.

    On a site's laptop that is what was done there, unless something else is asked for.
    """
    from inspector.cli.exporting import period_of
    from inspector.domain.sharing.manifest import Aim, Scope
    from inspector.workspace.sharing.sharing import Sharing

    if options.for_hall and options.site:
        raise UsageError(tr("--for-hall names the site; --site does not go with it."))
    sites = tuple(
        workspace.rosters.site_named(name).id for name in options.for_hall or options.site
    )
    scope = Scope(sites, aim=Aim.HALL if options.for_hall else Aim.GROUP)
    if options.month is not None or (options.first and options.last):
        period = period_of(options)
        scope = replace(scope, first=period.first, last=period.last)
    else:
        scope = replace(scope, first=options.first, last=options.last)
    if not (options.for_hall or options.everything) and workspace.of(Sharing).is_halls():
        if scope != Scope():
            raise UsageError(
                tr(
                    "A site's laptop returns everything that it did; sites and days go with"
                    " --everything."
                )
            )
        return Scope(aim=Aim.BACK)
    return scope


def _told(contents: "Contents") -> dict[str, object]:
    """Return what a bundle would hold, by the names that stand in the documentation."""
    return {
        "news": contents.is_news and contents.total > 0,
        "objects": {kind.value: count for kind, count in contents.counts.items()},
        "names": contents.names,
        "photos": contents.photos,
        "photo_bytes": contents.photo_bytes,
        "sketches": contents.sketches,
        "findings": contents.findings,
        "for": contents.aim.value or "group",
    }


def _facts(written: "BundleWritten") -> dict[str, object]:
    """Return what was written, by the names that stand in the documentation."""
    manifest = written.manifest
    return {
        "files": [str(path) for path in written.paths],
        "bundle": manifest.id,
        "reached": manifest.reached,
        "since": manifest.scope.since,
        "objects": {kind.value: count for kind, count in manifest.counts.items()},
        "left_out": list(manifest.left_out),
        "wanted": len(manifest.wanted),
        "damaged": list(written.unread),
    }
