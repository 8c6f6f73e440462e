"""Photos of 108 megapixels, examined and shrunk in a process of their own within a stated memory.

Measured with Pillow 13 on Linux, the whole process, examining and thumbnail: JPEG 36 MB,
progressive JPEG 339 MB (its coefficients have to be there at once), PNG 470 MB (4 bytes a pixel),
HEIC 780 MB (the decoder's planes, its RGB and Pillow's), WebP 1,680 MB (16 bytes a pixel, within
its decoder).
"""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.storage.pictures import scene

SIZE = (12000, 9000)

IMPORT = """
import sys
from pathlib import Path
from inspector.storage.evidence_files import EvidenceFiles
from inspector.storage.photo_reading import examine
from inspector.storage.thumbnails import Thumbnails
source, data = map(Path, sys.argv[1:])
facts = examine(source)
files = EvidenceFiles(data)
kept = files.keep(source, facts.suffix)
Thumbnails(data, files).thumbnail(kept.digest, kept.suffix)
status = Path("/proc/self/status").read_text()
peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
print(facts.width, facts.height, int(peak.split()[1]) // 1024)
"""


@pytest.fixture(scope="module")
def enormous() -> Image.Image:
    image = Image.new("RGB", SIZE)
    image.paste(scene(4000, 3000), (4000, 3000))
    return image


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's peak of memory")
@pytest.mark.parametrize(
    ("name", "options", "megabytes"),
    [
        ("a.jpg", {"quality": 90}, 100),
        ("progressive.jpg", {"progressive": True}, 450),
        ("a.png", {"compress_level": 1}, 600),
        ("a.heic", {"quality": 5, "enc_params": {"preset": "ultrafast"}}, 1000),
        ("a.webp", {"quality": 5, "method": 0}, 2000),
    ],
)
def test_108_megapixels(
    enormous: Image.Image, name: str, options: dict[str, Any], megabytes: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    enormous.save(path, **options)
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, path, tmp_path / "data"],
        capture_output=True,
        text=True,
        check=True,
    )
    width, height, peak = map(int, done.stdout.split())
    assert (width, height) == SIZE
    assert peak < megabytes
    assert done.stderr == ""
    assert len(list((tmp_path / "data" / "thumbnails").glob("??/*.jpg"))) == 1
