"""Which field somebody meant by a word that is none: by what it means, not by its letters.

完成时限 is 整改时限, although it looks more like 完成时间.
"""

from inspector.excel.forms.form_fields import FIELDS, Rows, rows_of
from inspector.excel.forms.form_labels import LABELS
from inspector.excel.reading.head_words import FINDING_HEADS, GUESSES, RANKING_HEADS, names_of


def meant_field(word: str) -> str:
    """Return the field that an unknown word stands for among the words of offices, or ''."""
    kind = rows_of(word)
    bare = word.partition(".")[2] if kind else word
    findings, ranking = names_of(FINDING_HEADS), names_of(RANKING_HEADS)
    guess = next((own for pattern, own in GUESSES if pattern.search(bare)), "")
    of_findings = [f"{Rows.FINDINGS}.{own}" for own in (findings.get(bare, ""), guess)]
    of_ranking = f"{Rows.RANKING}.{ranking.get(bare, '')}"
    if kind is Rows.FINDINGS:
        possible = of_findings
    elif kind is Rows.RANKING:
        possible = [of_ranking]
    else:
        once = (LABELS.get(bare, ""), ranking.get(bare, ""))
        possible = [*once, of_findings[0], of_ranking, of_findings[1]]
    return next((field for field in possible if field in FIELDS), "")
