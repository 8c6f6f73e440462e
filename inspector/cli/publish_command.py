"""`inspector publish`: what is new goes into the city's ledger."""

import argparse
from contextlib import closing

from inspector.cli.speaking import REFUSED, UsageError, say, show_percent
from inspector.paths import default_data_folder
from inspector.translation import tr


def publish(options: argparse.Namespace) -> None:
    """Publish, prepare a ledger, or say what waits; exits 1 where something contradicts."""
    from inspector.cli.getting_ready_line import GettingReadyLine
    from inspector.workspace.city.publishing import Publishing
    from inspector.workspace.city.publishing_words import (
        prepared_sentences,
        published_sentences,
        reached_sentences,
    )
    from inspector.workspace.folder_opening import open_beside

    if options.status and options.to:
        raise UsageError(tr("--status tells of every ledger; leave --to out."))
    folder = options.data or default_data_folder()
    with closing(open_beside(folder, create=False, tell=GettingReadyLine())) as workspace:
        publishing = workspace.of(Publishing)
        if options.status:
            for line in reached_sentences(publishing.reached()):
                say(line)
            return
        target = options.to or publishing.usual_target()
        if options.prepare:
            for line in prepared_sentences(target, publishing.prepare(target)):
                say(line)
            return
        published, _ = publishing.publish(target, show_percent)
    for line in published_sentences(published):
        say(line)
    if published.contradicting or published.gone_back is not None:
        raise SystemExit(REFUSED)
