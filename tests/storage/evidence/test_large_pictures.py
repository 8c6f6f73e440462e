"""Enormous photos, examined and shrunk in a process of their own within a stated memory.

Measured with Pillow 13 on Linux at 108 megapixels, the whole process from file to thumbnail: JPEG
36 MB, progressive JPEG 339 MB (its coefficients have to be there at once), PNG 470 MB (4 bytes a
pixel), HEIC 780 MB (the decoder's planes, its RGB and Pillow's), WebP 1,690 MB (16 bytes a pixel,
within its decoder). HEIC is tested at 48 megapixels, the most that phones write, since writing
more takes the encoder too long.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.storage.evidence.pictures import scene

MEGAPIXELS_108 = (12000, 9000)
MEGAPIXELS_48 = (8064, 6048)

SLOW: list[tuple[str, dict[str, Any], tuple[int, int], int]] = [
    ("progressive.jpg", {"progressive": True}, MEGAPIXELS_108, 450),
    ("a.png", {"compress_level": 1}, MEGAPIXELS_108, 600),
    ("a.heic", {"quality": 5, "enc_params": {"preset": "ultrafast"}}, MEGAPIXELS_48, 500),
    ("a.webp", {"quality": 5, "method": 0}, MEGAPIXELS_108, 2000),
]

IMPORT = """
import sys
from pathlib import Path
from inspector.storage.evidence.evidence_files import EvidenceFiles
from inspector.storage.evidence.photo_reading import examine
from inspector.storage.evidence.thumbnails import Thumbnails
source, data = map(Path, sys.argv[1:])
facts = examine(source)
files = EvidenceFiles(data)
kept = files.keep(source, facts.suffix)
Thumbnails(data, files.path_of).thumbnail(kept.digest, kept.suffix)
status = Path("/proc/self/status").read_text()
peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(facts.width, facts.height, int(peak.split()[1]) // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's peak of memory")
@pytest.mark.parametrize(
    ("name", "options", "size", "megabytes"),
    [
        ("a.jpg", {"quality": 90}, MEGAPIXELS_108, 100),
        *(pytest.param(*each, marks=pytest.mark.ci) for each in SLOW),
    ],
)
def test_enormous_photos(
    name: str, options: dict[str, Any], size: tuple[int, int], megabytes: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    image = Image.new("RGB", size)
    image.paste(scene(4000, 3000), (4000, 3000))
    image.save(path, **options)
    (tmp_path / "data").mkdir()  # evidence makes no data folder
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, path, tmp_path / "data"],
        capture_output=True,
        text=True,
        check=True,
    )
    width, height, peak = map(int, done.stdout.split())
    assert (width, height) == size
    assert peak < megabytes
    assert done.stderr == ""
    assert len(list((tmp_path / "data" / "thumbnails").glob("??/*.jpg"))) == 1


LOOK = """
import sys
from pathlib import Path
from threading import Thread
from inspector.storage.evidence.photo_making import pixels

def megabytes(what):
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(each for each in lines if each.startswith(what)).split()[1]) // 1024

def look():
    before.append(megabytes("VmRSS"))
    for strip in pixels(Path(sys.argv[1]), 8192).strips:
        pass

before = []
for _ in range(2):  # the first one loads what decodes
    thread = Thread(target=look)
    thread.start()
    thread.join()
print(megabytes("VmHWM") - before[0], megabytes("VmRSS") - before[0])
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's peak of memory")
@pytest.mark.ci
@pytest.mark.parametrize(
    ("name", "options"), [("a.jpg", {"quality": 90}), ("a.png", {"compress_level": 1})]
)
def test_what_a_large_photo_took_is_given_back(
    name: str, options: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / name
    Image.new("RGB", MEGAPIXELS_48, (10, 200, 30)).save(path, **options)
    done = subprocess.run(
        [sys.executable, "-c", LOOK, path], capture_output=True, text=True, check=True
    )
    most, left = map(int, done.stdout.split())
    assert most < 300  # all its pixels are there once: 195
    assert left < 80
