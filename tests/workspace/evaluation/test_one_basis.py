"""What a score was worked out from is one sentence, on the page and on the paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.evaluation.evaluation_facts import (
    ComplaintFact,
    PatrolFact,
    PlanFact,
    SiteFacts,
    SurveyFact,
)
from inspector.domain.evaluation.scheme import Part, Scheme
from inspector.excel.papers.evaluation import evaluation_words
from inspector.translation import use_language
from inspector.workspace.evaluation import reason_words
from tests.domain.evaluation.facts import site

CATALOGUES = Path(__file__).parents[3] / "resources" / "locale"


@pytest.fixture
def _in_chinese() -> Iterator[None]:
    use_language("zh_CN", CATALOGUES)
    yield
    use_language("en", CATALOGUES)


FACTS = (
    site(),
    site(raised=0, closed=0),
    site(raised=3, closed=1, overdue=1, unranked=1, elsewhere=2),
    site(visits=0, score=None),
    site(survey=SurveyFact(1, 9000), complaints=ComplaintFact(1, 1, 0), plan=PlanFact(3, 2)),
    site(survey=SurveyFact(9, 9000, enough=False), complaints=ComplaintFact(2, 0, 1)),
    site(patrols=PatrolFact(3, 30)),
)


@pytest.mark.usefixtures("_in_chinese")
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("facts", FACTS)
def test_page_and_paper_say_the_same(facts: SiteFacts, part: Part) -> None:
    own = reason_words.basis_words(part, facts, Scheme())
    assert own == evaluation_words.basis_words(part, facts, Scheme())
    assert "受理" not in own
