"""Help and wrong usage in the language in use: argparse's own words are sentences of ours.

argparse looks them up in a catalogue of Python's that nobody ships, by a name in its module.
"""

import argparse

from inspector.translation import mark, tr

_OWN_WORDS = (
    mark("usage: "),
    mark("positional arguments"),
    mark("options"),
    mark("%(heading)s:"),
    mark("show this help message and exit"),
    mark("%(prog)s: error: %(message)s\n"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("the following arguments are required: %s"),
    mark("one of the arguments %s is required"),
    mark("not allowed with argument %s"),
    mark("expected one argument"),
    mark("expected at most one argument"),
    mark("expected at least one argument"),
    mark("expected %s argument"),
    mark("expected %s arguments"),
    mark("ignored explicit argument %r"),
    mark("unrecognized arguments: %s"),
    mark("ambiguous option: %(option)s could match %(matches)s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
    mark("invalid %(type)s value: %(value)r"),
    mark("unexpected option string: %s"),
)
"""What argparse can say to who uses the program, in every Python that is promised."""


def translate_usage() -> None:
    """Let argparse speak the language in use from now on."""

    def one_or_many(one: str, many: str, count: int) -> str:
        return tr(one if count == 1 else many)

    argparse._ = tr  # type: ignore[attr-defined]
    argparse.ngettext = one_or_many  # type: ignore[attr-defined]
