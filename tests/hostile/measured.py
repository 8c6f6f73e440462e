"""The command line, run by `child`: bounded in time, and with its peak of memory written down.

`python -m tests.hostile.measured REPORT ARGUMENT...`. What the system says of an ended child
counts the memory of the process that started it as well.
"""

import resource
import sys
from pathlib import Path

from inspector.__main__ import main

TOO_LONG = 60
"""Seconds of the processor after which the command hangs."""


def peak() -> float:
    """Return the most megabytes that this process had so far."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)  # bytes on macOS


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (TOO_LONG, TOO_LONG))
    try:
        code: object = main(sys.argv[2:])
    except SystemExit as stop:
        code = stop.code
    used = resource.getrusage(resource.RUSAGE_SELF)
    Path(sys.argv[1]).write_text(f"{peak()} {used.ru_utime + used.ru_stime}", "utf-8")
    sys.exit(code)  # type: ignore[arg-type]
