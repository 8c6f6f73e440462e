"""How a pack scores, and what follows from an item, in words."""

from inspector.domain.checklist.checklist import (
    Category,
    FloorPolicy,
    Item,
    MeasureRule,
    NotApplicablePolicy,
    Pack,
    PhotoPolicy,
    Responsible,
    SamplePolicy,
    Scope,
    VetoPolicy,
)
from inspector.domain.checklist.points import ONE, Hundredths, format_points
from inspector.translation import tr, tr_count
from inspector.workspace.packs.rule_words import rule_text

DOT = " · "


def category_word(category: Category) -> str:
    """Return the name of a category."""
    return {
        Category.ETIQUETTE: tr("Service etiquette"),
        Category.CIVIL_LANGUAGE: tr("Civil language"),
        Category.OPERATING_NORMS: tr("Operating norms"),
        Category.CLEANLINESS: tr("Cleanliness"),
    }[category]


def responsible_word(responsible: Responsible) -> str:
    """Return who has to put a deduction right."""
    return {
        Responsible.PERSON: tr("Person on duty"),
        Responsible.TEAM: tr("Team"),
        Responsible.SITE: tr("Site"),
    }[responsible]


def weights_text(pack: Pack) -> str:
    """Return the categories with their weights: 服务礼仪 25 · 文明用语 20 …."""
    words = (f"{category_word(category)} {pack.weights[category]}" for category in Category)
    return tr("Weights: {weights}", weights=DOT.join(words))


def grades_text(pack: Pack) -> str:
    """Return the grades with their bounds: 优秀 ≥90 · 良好 ≥80 · 合格 ≥60 · 不合格 <60."""
    *upper, lowest = pack.grades
    words = [f"{grade.title} ≥{format_points(grade.lower)}" for grade in upper]
    below = f" <{format_points(upper[-1].lower)}" if upper else ""
    return tr("Grades: {grades}", grades=DOT.join([*words, f"{lowest.title}{below}"]))


def policy_text(pack: Pack) -> str:
    """Return the switches of a pack as short sentences."""
    words = policy_words(pack)
    if not any(isinstance(item.rule, MeasureRule) for item in pack.items()):
        del words["samples"]  # nothing is measured
    return tr("Rules: {rules}", rules=tr("; ").join(words.values()))


def policy_words(pack: Pack) -> dict[str, str]:
    """Return each switch of a pack as a short sentence, by its key."""
    policy, grade = pack.policy, pack.failing_grade.title
    not_applicable = {
        NotApplicablePolicy.EXCLUDE: tr("N/A does not count"),
        NotApplicablePolicy.FULL: tr("N/A counts as full marks"),
    }
    floor = {
        FloorPolicy.ITEM: tr("no item falls below 0"),
        FloorPolicy.NONE: tr("deductions have no limit"),
    }
    veto = {
        VetoPolicy.FAIL: tr("★ leads to “{grade}”, score kept", grade=grade),
        VetoPolicy.ZERO: tr("★ leads to “{grade}”, score 0", grade=grade),
    }
    samples = {
        SamplePolicy.WORST: tr("of several measured values the worst counts"),
        SamplePolicy.MEAN: tr("of several measured values the mean counts"),
    }
    return {
        "not_applicable": not_applicable[policy.not_applicable],
        "floor": floor[policy.floor],
        "samples": samples[policy.samples],
        "veto": veto[policy.veto],
        "bonus_cap": tr("bonus up to {points}", points=format_points(policy.bonus_cap)),
        "public_area_share": tr(
            "in the score of a site, the public area counts {share}%",
            share=policy.public_area_share,
        ),
    }


def points_text(points: Hundredths) -> str:
    """Return a number of points with its unit."""
    if points == ONE:
        return tr("1 point")
    return tr("{points} points", points=format_points(points))


def items_text(count: int) -> str:
    """Return a number of items with its word."""
    return tr_count(count, "1 item", "{count} items")


def count_text(pack: Pack) -> str:
    """Return how many items there are in each category."""
    words = (f"{category_word(part.category)} {len(part.items)}" for part in pack.checklists)
    count = sum(len(part.items) for part in pack.checklists)
    return tr("{items}: {categories}", items=items_text(count), categories=DOT.join(words))


def full_text(item: Item) -> str:
    """Return what an item is worth."""
    return tr("Bonus") if item.is_bonus else format_points(item.full)


def scope_text(item: Item, pack: Pack) -> str:
    """Return where an item is asked: at windows, at some kinds of them, in the public area."""
    titles = {kind.id: kind.title for kind in pack.window_kinds}
    if item.window_kinds:
        return "、".join(titles.get(kind, kind) for kind in item.window_kinds)
    return tr("Public area") if item.scope is Scope.PUBLIC else tr("Every window")


def short_scope_text(item: Item, pack: Pack) -> str:
    """Return where an item is asked, with only the first of many kinds."""
    kinds = scope_text(item, pack).split("、")
    if len(kinds) <= 2:
        return "、".join(kinds)
    return tr("{kind} and others ({count} kinds)", kind=kinds[0], count=len(kinds))


def deadline_text(item: Item) -> str:
    """Return how long putting it right may take."""
    if not item.deadline:
        return tr("At once")
    return tr_count(item.deadline, "1 workday", "{count} workdays")


def item_facts(item: Item, pack: Pack) -> str:
    """Return everything that is short about an item in one line."""
    facts = [category_word(item.category), scope_text(item, pack)]
    if not item.is_bonus:
        facts.append(points_text(item.full))
    facts.append(rule_text(item.rule))
    if item.veto:
        facts.append(tr("★ veto"))
    if item.photo is PhotoPolicy.ON_FAIL:
        facts.append(tr("photo wanted"))
    if not item.is_bonus:
        facts += [responsible_word(item.responsible), deadline_text(item)]
    return DOT.join(facts)
