"""Every word of the domain has its Chinese one."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Responsible
from inspector.domain.finding.finding import FindingState, RectificationType
from inspector.domain.visit.inspection import InspectionKind
from inspector.excel.sheet import terms


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (terms.CATEGORIES, Category),
        (terms.INSPECTION_KINDS, InspectionKind),
        (terms.FINDING_STATES, FindingState),
        (terms.RECTIFICATION_TYPES, RectificationType),
        (terms.RESPONSIBLE, Responsible),
    ],
)
def test_every_member_has_a_word_of_its_own(
    words: Mapping[StrEnum, str], kind: type[StrEnum]
) -> None:
    assert set(words) == set(kind)
    assert len(set(words.values())) == len(kind)
