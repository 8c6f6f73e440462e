"""`inspector form`: a superior's own form."""

import argparse

from inspector.cli.folder import opened
from inspector.cli.speaking import REFUSED, UsageError, explain, say
from inspector.domain.errors import InspectorError
from inspector.paths import default_data_folder
from inspector.translation import tr


def form(options: argparse.Namespace) -> None:
    """List the placeholders, write samples, check a form, or say what its columns are."""
    from inspector.workspace.papers.superior_forms import field_lines, write_sample_forms

    if (options.map or options.unmap) and options.file is None:
        raise UsageError(tr("--map and --unmap go with a form."))
    if options.list:
        for line in field_lines():
            say(line)
    elif options.sample is not None:
        for path in write_sample_forms(options.sample):
            say(str(path))
    else:
        try:
            _check(options)
        except InspectorError as error:
            explain(error, checking=True)
            raise SystemExit(REFUSED) from error


def _check(options: argparse.Namespace) -> None:
    """Say what is in a form; of one without fields what its columns were taken for."""
    from inspector.excel.forms.form_mapping import nothing_chosen
    from inspector.storage.database.read_only_opening import is_known
    from inspector.storage.files.folder_layout import DATABASE_FILE
    from inspector.workspace.papers.form_choices import FormChoices
    from inspector.workspace.papers.superior_forms import check_form, form_sentence, mapping_lines

    sayings = dict(_saying(each) for each in options.map)
    look = check_form(options.file, nothing_chosen)
    if sayings and look.mapping is None:
        raise UsageError(tr("--map goes with a form without fields: this one says what it wants."))
    folder = options.data or default_data_folder()
    if look.mapping is not None and (sayings or options.unmap or is_known(folder / DATABASE_FILE)):
        with opened(options) as workspace:
            choices = workspace.of(FormChoices)
            if options.unmap:
                for table in look.mapping.kinds:
                    choices.forget(table)
            if sayings:
                choices.say(look.mapping, sayings)
            look = check_form(options.file, choices.of)
    say(form_sentence(options.file, look))
    if look.mapping is not None:
        for line in mapping_lines(look.mapping):
            say(line)


def _saying(text: str) -> tuple[str, str]:
    """Return a head and what is filled in below it."""
    head, sign, field = text.replace("＝", "=").rpartition("=")
    if not sign or not head.strip() or not field.strip():
        raise UsageError(tr("“{text}” is not HEAD=FIELD", text=text))
    return head.strip(), field.strip()
