"""`inspector form`: a superior's own form."""

import argparse

from inspector.cli.speaking import REFUSED, explain, say
from inspector.domain.errors import InspectorError


def form(options: argparse.Namespace) -> None:
    """List the placeholders, write samples, or check a form."""
    from inspector.workspace.papers.superior_forms import (
        check_form,
        field_lines,
        form_sentence,
        write_sample_forms,
    )

    if options.list:
        for line in field_lines():
            say(line)
    elif options.sample is not None:
        for path in write_sample_forms(options.sample):
            say(str(path))
    else:
        try:
            say(form_sentence(options.file, check_form(options.file)))
        except InspectorError as error:
            explain(error, checking=True)
            raise SystemExit(REFUSED) from error
