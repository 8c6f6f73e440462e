"""Lets a clerk work in a process of its own until it is killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path


def work(clerk: str, folder: Path, steps: int, seconds: float) -> list[int]:
    """Kill a clerk `seconds` after so many steps were told; return all that were told done.

    `clerk` is a module beside this one: what it said is done begins with `+`. However busy the
    machine is, as much is done before it is killed.
    """
    command = [sys.executable, "-m", f"tests.durability.clerks.{clerk}", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        said = [run.stdout.readline()]  # it has begun
        while said[-1] and sum(line.startswith("+") for line in said) < steps:
            said.append(run.stdout.readline())
        time.sleep(seconds)
        run.send_signal(signal.SIGKILL)
        said += run.stdout.readlines()
    return [int(line[1:]) for line in said if line.startswith("+")]
