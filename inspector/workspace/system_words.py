"""The words of systems and parsers, as reasons in the language in use; unknown ones as they are."""

from inspector.storage.packs.pack_files import QUOTE_INSIDE, SINGLE_HEADER
from inspector.translation import mark, tr


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


DAMAGED = mark("its content is damaged")

_REASONS = {
    "permission denied": mark("permission denied"),
    "access is denied": mark("permission denied"),
    "no such file": mark("the folder does not exist"),
    "cannot find the path": mark("the folder does not exist"),
    "not a directory": mark("there is a file where a folder should be"),
    "file exists": mark("there is a file where a folder should be"),
    "not empty": mark("another program holds it"),  # just after everything in it was deleted
    "not permitted": mark("permission denied"),
    "quota exceeded": mark("the disk is full"),
    "name too long": mark("the name is too long"),
    "symbolic links": mark("it is a link to itself"),
    "file too large": mark("the disk takes no file of this size"),
    "busy": mark("another program holds it"),
    "no space left": mark("the disk is full"),
    "not enough space": mark("the disk is full"),
    "disk is full": mark("the disk is full"),
    "read-only": mark("the disk or folder is read-only"),
    "readonly": mark("the disk or folder is read-only"),
    "is a directory": mark("it is a folder"),
    "not an ordinary file": mark("it is not an ordinary file"),  # a pipe
    "there already": mark("there is a file of this name already, and it stays; name another"),
    "other files": mark("there are other files in this folder"),
    "locked": mark("another program holds it"),
    "being used by another": mark("another program holds it"),
    "disk i/o": mark("the disk reports an error"),
    "input/output": mark("the disk reports an error"),
    "not a database": mark("it is not a database of this program"),
    "another program": mark("it is not a database of this program"),
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
    "incomplete": mark("the file is incomplete or damaged"),
    "empty": mark("the file is empty"),
    "unable to open": mark("permission denied"),
    "no regular file": mark("it is not a file"),
    "not enough memory": mark("there is not enough memory"),
}
"""Parts of the words of Linux, macOS, Windows and SQLite, in lower case."""

_TWICE = mark("this name stands here twice")
_ESCAPE = mark("a \\ in a text has to be doubled: \\\\")
_OPEN_TEXT = mark("a text has no closing quote")
_CONTROL = mark("there is an invisible control character")
_TOO_LONG = mark("a number is too long")

_PARSER_WORDS = {
    QUOTE_INSIDE: mark(
        "a straight quote stands inside a text; write “” or 「」 there, or put a \\ before it"
    ),
    SINGLE_HEADER: mark("a list of tables has double brackets, such as [[item]]"),
    "expected newline": mark("something is left over behind the value"),
    "invalid statement": mark("a line has to be: name = value, or [name]"),
    "expected '='": mark("the = behind the name is missing"),
    "invalid initial character": mark("a name has only letters, digits, - and _"),
    "invalid value": mark('this is no value; a text stands in straight quotes: "…"'),
    "unterminated string": _OPEN_TEXT,
    r"illegal character '\n'": _OPEN_TEXT,
    "expected \"'''": _OPEN_TEXT,
    "expected '\"": _OPEN_TEXT,
    "illegal character": _CONTROL,
    "found invalid character": _CONTROL,
    "expected ']": mark("the closing ] is missing"),
    "unclosed array": mark("a comma or the closing ] is missing"),
    "unclosed inline table": mark("a comma or the closing } is missing"),
    "cannot declare": _TWICE,
    "cannot overwrite": _TWICE,
    "cannot mutate": _TWICE,
    "cannot redefine": _TWICE,
    "duplicate inline table key": _TWICE,
    "unescaped": _ESCAPE,
    "invalid hex value": _ESCAPE,
    "escaped character": _ESCAPE,
    "invalid date": mark("this is no date"),
    "recursion": mark("brackets are nested too deeply"),
    "exceeds the limit": _TOO_LONG,
    "invalidoperation": _TOO_LONG,
    "utf-8": mark("it is not encoded as UTF-8; save it as UTF-8"),
}
"""Parts of the words of Python's TOML parser, in lower case; the first that fits counts."""
