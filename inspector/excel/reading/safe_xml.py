"""XML that a stranger made, read without entities: no bomb unfolds, nothing outside is fetched."""

from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

_CHUNK = 1 << 16
_FIRST_CHUNK = 1 << 10
_LONGEST_PROLOG = 1 << 20
_BOMS_16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1", "windows-1252")


class UnsafeXmlError(ValueError):
    """The text is no XML, is too long, or declares a document type: no office program does."""


def read_xml(source: IO[bytes], most: int) -> Element:
    """Return the root element of `source`, of at most `most` bytes.

    Tags and attributes are named `{namespace}name`. Raises UnsafeXmlError.
    """
    builder = TreeBuilder()
    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda name, attributes: builder.start(
        _named(name), {_named(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: builder.end(_named(name))
    parser.CharacterDataHandler = builder.data
    read = 0
    try:
        while chunk := source.read(_CHUNK):
            read += len(chunk)
            if read > most:
                raise UnsafeXmlError("too long")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
        return builder.close()
    except (ExpatError, AssertionError) as error:
        raise UnsafeXmlError(str(error)) from error


def refuse_document_type(source: IO[bytes]) -> None:
    """Read `source` up to its first element.

    Raises UnsafeXmlError when a document type stands before it, or nothing that is XML, or when
    it is in an encoding that no office program uses and a search for its tags would not see.
    """
    parser = ParserCreate()
    parser.XmlDeclHandler = _refuse_encoding
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _stop
    read = 0
    try:
        while chunk := source.read(_FIRST_CHUNK):
            if not read and (b"\0" in chunk[:4] or chunk.startswith(_BOMS_16)):
                raise UnsafeXmlError("UTF-16")
            read += len(chunk)
            if read > _LONGEST_PROLOG:
                raise UnsafeXmlError("too much before the first element")
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except _FoundError:
        return
    except ExpatError as error:
        raise UnsafeXmlError(str(error)) from error


class _FoundError(Exception):
    """The first element begins here."""


def _refuse_encoding(version: str, encoding: str | None, standalone: int) -> None:
    if (encoding or "utf-8").lower() not in _ENCODINGS:
        raise UnsafeXmlError(f"{encoding} {version} {standalone}")


def _stop(*_: object) -> None:
    raise _FoundError


def _named(name: str) -> str:
    return f"{{{name}" if "}" in name else name


def _refuse(*_: object) -> None:
    raise UnsafeXmlError("a document type")
