"""Help and wrong usage in the language in use: argparse's own words are sentences of ours.

argparse looks them up in a catalogue of Python's that nobody ships, by a name in its module.
"""

import argparse

from inspector.translation import tr


def _mark(sentence: str) -> str:
    """Mark a sentence of argparse's as one that has to be translated."""
    return sentence


_OWN_WORDS = (
    _mark("usage: "),
    _mark("positional arguments"),
    _mark("options"),
    _mark("%(heading)s:"),
    _mark("show this help message and exit"),
    _mark("%(prog)s: error: %(message)s\n"),
    _mark("argument %(argument_name)s: %(message)s"),
    _mark("the following arguments are required: %s"),
    _mark("one of the arguments %s is required"),
    _mark("not allowed with argument %s"),
    _mark("expected one argument"),
    _mark("expected at most one argument"),
    _mark("expected at least one argument"),
    _mark("expected %s argument"),
    _mark("expected %s arguments"),
    _mark("ignored explicit argument %r"),
    _mark("unrecognized arguments: %s"),
    _mark("ambiguous option: %(option)s could match %(matches)s"),
    _mark("invalid choice: %(value)r (choose from %(choices)s)"),
    _mark("invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)"),
    _mark("unknown parser %(parser_name)r (choices: %(choices)s)"),
    _mark("invalid %(type)s value: %(value)r"),
    _mark("unexpected option string: %s"),
)
"""What argparse can say to who uses the program, in every Python that is promised."""


def translate_usage() -> None:
    """Let argparse speak the language in use from now on."""

    def one_or_many(one: str, many: str, count: int) -> str:
        return tr(one if count == 1 else many)

    argparse._ = tr  # type: ignore[attr-defined]
    argparse.ngettext = one_or_many  # type: ignore[attr-defined]
