"""On-site inspection of service windows (文明窗口现场检查).

Holds the version, and what has to be said before anything else is loaded.
"""

import os

__version__ = "0.1.0"

# openpyxl writes and reads by lxml where there is one, and there is one for python-docx: other
# errors of spoilt files, other bytes, no faster. One way is tried, and is enough.
os.environ.setdefault("OPENPYXL_LXML", "False")
