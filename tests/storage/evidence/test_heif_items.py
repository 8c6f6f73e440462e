"""A HEIC whose items cannot be read is refused before its decoder, which would end the program."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from inspector.domain.errors import BrokenPictureError
from inspector.storage.evidence.heif_items import has_readable_items
from inspector.storage.evidence.photo_reading import examine
from tests.storage.evidence.pictures import encoded, exif, scene


def photo() -> bytes:
    return encoded(scene(48, 36), "HEIF", exif=exif(6, {0x010F: "厂商"}).tobytes())


def box(kind: bytes, *inner: bytes) -> bytes:
    content = b"".join(inner)
    return (8 + len(content)).to_bytes(4) + kind + content


def item(kind: bytes, *texts: bytes, version: int = 2) -> bytes:
    number = bytes(4 if version == 3 else 2)
    return box(b"infe", bytes([version, 0, 0, 0]), number, b"\0\0", kind, *texts)


def described(*items: bytes, long: bool = False) -> BytesIO:
    inner = box(b"iinf", bytes(6), *items)
    kind = box(b"ftyp", b"heic\0\0\0\0mif1")
    if long:
        content = b"\0\0\0\1meta" + (16 + 4 + len(inner)).to_bytes(8) + bytes(4) + inner
        return BytesIO(kind + content)
    return BytesIO(kind + box(b"meta", bytes(4), inner))


@pytest.mark.parametrize(
    ("items", "readable"),
    [
        ([item(b"hvc1", b"\0")], True),
        ([item(b"hvc1", "照片\0".encode("gbk"))], True),  # a name is nobody's text
        ([item(b"hvc1", b"\0"), item(b"E\xffif", b"\0")], False),
        ([item(b"E\xffif", b"\0", version=3)], False),
        ([item(b"mime", b"\0", b"application/rdf+xml\0")], True),
        ([item(b"mime", b"name\0", b"appli\xff\0")], False),
        ([item(b"", b"name\0", b"appli\xff\0", version=0)], False),
        ([], True),
    ],
)
@pytest.mark.parametrize("long", [False, True])
def test_what_items_are_called_is_text(items: list[bytes], readable: bool, long: bool) -> None:
    assert has_readable_items(described(*items, long=long)) is readable


@pytest.mark.parametrize("data", [b"", b"\0\0\0\4meta", b"\0\0\0\0meta", b"\0\0\0\1meta", b"infe"])
def test_what_has_no_items_is_left_to_the_decoder(data: bytes) -> None:
    assert has_readable_items(BytesIO(data))


def test_a_photo_is_read_and_refused_once_its_exif_is_called_otherwise() -> None:
    data = photo()
    facts = examine(data, "照片.heic")
    assert facts is not None
    assert facts.format == "HEIC"
    changed = data.replace(b"Exif\0", b"E\xffif\0", 1)
    assert changed != data
    with pytest.raises(BrokenPictureError):
        examine(changed, "照片.heic")


@pytest.mark.ci
def test_the_decoder_still_ends_the_program(tmp_path: Path) -> None:
    """When this fails, a later decoder refuses by itself, and the look before it can go."""
    (tmp_path / "a.heic").write_bytes(photo().replace(b"Exif\0", b"E\xffif\0", 1))
    opened = "import sys, pi_heif; pi_heif.open_heif(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", opened, tmp_path / "a.heic"], capture_output=True)
    assert done.returncode < 0
