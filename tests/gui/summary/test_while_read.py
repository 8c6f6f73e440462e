"""While figures are read those in sight are of the period before: that is seen, none goes out."""

import pytest

from tests.gui.summary.reader import LEFT, RIGHT, Reader, in_chinese
from tests.gui.visits.visit import Person
from tests.gui.waiting import wait_for


@pytest.mark.ci
@in_chinese
def test_what_is_copied_is_of_the_period_that_is_said(person: Person) -> None:
    reader = Reader(person)
    board = reader.board
    month = board.filled.opening.text
    person.press(LEFT, "c")  # nothing was read between the two
    assert reader.copied == board.filled.opening.text != month
    assert "已复制" in person.banner
    reader.press(LEFT)  # no visit was made then
    assert board.empty.isVisible()
    person.press(RIGHT, RIGHT, "c")
    assert reader.copied == month
    rows = reader.rows
    person.press(LEFT)
    person.press("c", ctrl=True)
    assert reader.copied.splitlines()[-1].split("\t")[3] in reader.column("得分")
    assert reader.rows != rows


@pytest.mark.ci
@in_chinese
def test_what_is_of_the_period_before_is_covered_until_the_other_is_read(person: Person) -> None:
    reader = Reader(person)
    board, filled = reader.board, reader.board.filled
    of_month = board.head._subtitle.text()
    person.press(LEFT)
    assert board.veil.lies()
    assert board.head._subtitle.text() == of_month  # as the figures below it
    wait_for(lambda: not board.veil.lies())
    assert board.head._subtitle.text() != of_month
    assert filled.isVisible()
    person.press(RIGHT, LEFT)  # there and back
    assert not board.veil.lies()
    reader.wait()

    reader.press("2")
    assert {row[0] for row in reader.rows if row[1]} == {"01厅", "02厅"}
    reader.press("1", RIGHT)
    person.press("2")  # its windows are read only now
    assert reader.rows == []
    assert filled.heat.veil.lies()
    wait_for(lambda: not filled.heat.veil.lies())
    assert len({row[0] for row in reader.rows if row[1]}) > 2
    person.press(LEFT)
    wait_for(lambda: not board.veil.lies())  # the windows come with the sites
    assert {row[0] for row in reader.rows if row[1]} == {"01厅", "02厅"}
