"""What the program costs, each figure beside a bare reference measured in the same run.

`./run python -m tests.bench` prints the table; `RESULTS.md` keeps one. A figure has a module of its
own here; `measure` times, `table` writes.
"""
