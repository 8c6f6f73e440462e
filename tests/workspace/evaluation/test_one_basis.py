"""What a score was worked out from is one sentence, on the page and on the paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.evaluation.evaluation import evaluate
from inspector.domain.evaluation.evaluation_facts import (
    ComplaintFact,
    PatrolFact,
    PlanFact,
    SiteFacts,
    SurveyFact,
)
from inspector.domain.evaluation.honours import Honour
from inspector.domain.evaluation.scheme import Part, Scheme
from inspector.excel.papers.evaluation import evaluation_words
from inspector.translation import use_language
from inspector.workspace.evaluation import reason_words
from tests.domain.evaluation.facts import period, site

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


@pytest.mark.usefixtures("_in_chinese")
def test_every_list_a_site_is_on_is_explained_beside_its_total() -> None:
    sites = [site("甲", 9900), *(site(name, 9000 - n) for n, name in enumerate("乙丙丁戊己庚辛壬"))]
    evaluation = evaluate(period(*sites, site("末", 4000, vetoes=1)), Scheme())
    own = next(each for each in evaluation.named_for(Honour.BLACK) if each.site_id == "末")
    last = next(each for each in evaluation.sites if each.site_id == own.site_id)
    honours = evaluation.honours_of(own.site_id)
    assert own in honours
    for words in (evaluation_words, reason_words):
        said = words.standing_words(last, honours)
        for mark in ("黑榜：", "黄牌：", "不得评优：", "触碰红线"):
            assert mark in said
