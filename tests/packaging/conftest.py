"""The scripts in `resources/packaging` are no package: they find each other in their own folder."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).parents[2] / "resources" / "packaging"
sys.path[:0] = [str(PACKAGING), str(PACKAGING / "locks")]
