"""What watches the event loop sees what keeps it, where in the code, and what it was told of."""

import time

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.bench.liveness.gaps import Gap, Gaps, until, watch


def _kept_busy() -> None:
    time.sleep(0.15)


def test_a_gap_is_seen_with_its_stack(qapp: QApplication) -> None:
    window = QObject()
    with watch(window) as gaps:
        gaps.doing = "sleeping"
        until(window, _kept_busy, lambda: True)
    longest = gaps.longest
    assert longest.wall >= 150
    assert longest.own < longest.wall  # asleep
    assert longest.during == "sleeping"
    assert any("_kept_busy" in stack for stack, _ in longest.stacks)
    assert gaps.long[0] is longest
    assert "_kept_busy" in gaps.told()


def test_what_asking_takes_is_in_no_gap(qapp: QApplication) -> None:
    window = QObject()

    def has_come() -> bool:
        begun = time.thread_time()
        while time.thread_time() - begun < 0.3:
            pass
        return True

    with watch(window) as gaps:
        until(window, lambda: None, has_come)
    assert all(gap.own < 300 for gap in gaps.all)  # of the processor: steady on any machine


def test_a_loop_that_is_never_late_has_no_gap() -> None:
    assert Gaps().longest == Gap(0, 0, 0)
    assert Gaps().told() == "longest 0 ms, 0 over 100 ms"


def test_what_goes_wrong_in_the_loop_is_raised(qapp: QApplication) -> None:
    window = QObject()

    def fail() -> None:
        raise ValueError("of the job")

    for act, done, longest, kind in (
        (fail, lambda: True, 600.0, ValueError),
        (lambda: None, lambda: False, 0.0, TimeoutError),
    ):
        try:
            until(window, act, done, longest)
        except kind:
            continue
        raise AssertionError(kind)
