"""The words of systems and parsers, as reasons in the language in use; unknown ones as they are."""

from inspector.storage.packs.pack_files import QUOTE_INSIDE, SINGLE_HEADER
from inspector.translation import tr


def system_reason(words: str) -> str:
    """Return the system's or SQLite's reason in the language in use; unknown ones as they are."""
    for part, reason in _REASONS.items():
        if part in words.casefold():
            return tr(reason)
    return words


def damage_reason(words: str) -> str:
    """Return why a database is damaged in the language in use; '' where that says no more.

    SQLite's own words about pages and cells are for nobody but the log.
    """
    said = system_reason(words)
    return "" if said in (words, tr(DAMAGED)) else said


def parser_words(words: str) -> str:
    """Return the TOML parser's words in the language in use; unknown ones as they are."""
    for part, meaning in _PARSER_WORDS.items():
        if part in words.casefold():
            return tr(meaning)
    return words


def _mark(text: str) -> str:
    """Mark a sentence for the catalogue without translating it yet."""
    return text


DAMAGED = _mark("its content is damaged")

_REASONS = {
    "permission denied": _mark("permission denied"),
    "access is denied": _mark("permission denied"),
    "no such file": _mark("the folder does not exist"),
    "cannot find the path": _mark("the folder does not exist"),
    "not a directory": _mark("there is a file where a folder should be"),
    "file exists": _mark("there is a file where a folder should be"),
    "not empty": _mark("another program holds it"),  # just after everything in it was deleted
    "not permitted": _mark("permission denied"),
    "quota exceeded": _mark("the disk is full"),
    "name too long": _mark("the name is too long"),
    "symbolic links": _mark("it is a link to itself"),
    "file too large": _mark("the disk takes no file of this size"),
    "busy": _mark("another program holds it"),
    "no space left": _mark("the disk is full"),
    "not enough space": _mark("the disk is full"),
    "disk is full": _mark("the disk is full"),
    "read-only": _mark("the disk or folder is read-only"),
    "readonly": _mark("the disk or folder is read-only"),
    "is a directory": _mark("it is a folder"),
    "not an ordinary file": _mark("it is not an ordinary file"),  # a pipe
    "other files": _mark("there are other files in this folder"),
    "locked": _mark("another program holds it"),
    "being used by another": _mark("another program holds it"),
    "disk i/o": _mark("the disk reports an error"),
    "input/output": _mark("the disk reports an error"),
    "not a database": _mark("it is not a database of this program"),
    "another program": _mark("it is not a database of this program"),
    "malformed": DAMAGED,
    "in database main": DAMAGED,  # from here on what SQLite's whole check says
    "btreeinitpage": DAMAGED,
    "missing from index": DAMAGED,
    "wrong # of entries": DAMAGED,
    "non-unique entry": DAMAGED,
    "never used": DAMAGED,
    "out of order": DAMAGED,
    "null value in": DAMAGED,
    "rowid not at end": DAMAGED,
    "vtable constructor": DAMAGED,
    "freelist": DAMAGED,
    "incomplete": _mark("the file is incomplete or damaged"),
    "empty": _mark("the file is empty"),
    "unable to open": _mark("permission denied"),
    "no regular file": _mark("it is not a file"),
    "not enough memory": _mark("there is not enough memory"),
}
"""Parts of the words of Linux, macOS, Windows and SQLite, in lower case."""

_TWICE = _mark("this name stands here twice")
_ESCAPE = _mark("a \\ in a text has to be doubled: \\\\")
_OPEN_TEXT = _mark("a text has no closing quote")
_CONTROL = _mark("there is an invisible control character")
_TOO_LONG = _mark("a number is too long")

_PARSER_WORDS = {
    QUOTE_INSIDE: _mark(
        "a straight quote stands inside a text; write “” or 「」 there, or put a \\ before it"
    ),
    SINGLE_HEADER: _mark("a list of tables has double brackets, such as [[item]]"),
    "expected newline": _mark("something is left over behind the value"),
    "invalid statement": _mark("a line has to be: name = value, or [name]"),
    "expected '='": _mark("the = behind the name is missing"),
    "invalid initial character": _mark("a name has only letters, digits, - and _"),
    "invalid value": _mark('this is no value; a text stands in straight quotes: "…"'),
    "unterminated string": _OPEN_TEXT,
    r"illegal character '\n'": _OPEN_TEXT,
    "expected \"'''": _OPEN_TEXT,
    "expected '\"": _OPEN_TEXT,
    "illegal character": _CONTROL,
    "found invalid character": _CONTROL,
    "expected ']": _mark("the closing ] is missing"),
    "unclosed array": _mark("a comma or the closing ] is missing"),
    "unclosed inline table": _mark("a comma or the closing } is missing"),
    "cannot declare": _TWICE,
    "cannot overwrite": _TWICE,
    "cannot mutate": _TWICE,
    "cannot redefine": _TWICE,
    "duplicate inline table key": _TWICE,
    "unescaped": _ESCAPE,
    "invalid hex value": _ESCAPE,
    "escaped character": _ESCAPE,
    "invalid date": _mark("this is no date"),
    "recursion": _mark("brackets are nested too deeply"),
    "exceeds the limit": _TOO_LONG,
    "invalidoperation": _TOO_LONG,
    "utf-8": _mark("it is not encoded as UTF-8; save it as UTF-8"),
}
"""Parts of the words of Python's TOML parser, in lower case; the first that fits counts."""
