"""How a pack scores, and what follows from an item, in words."""

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import (
    Item,
    MeasureRule,
    Pack,
    PhotoPolicy,
    Responsible,
    Totalling,
)
from inspector.domain.checklist.gravity import Gravity
from inspector.domain.checklist.item_schema import GRAVITIES, ITEM, RESPONSIBILITIES, SCOPES
from inspector.domain.checklist.pack_schema import CATEGORIES, POLICY
from inspector.domain.checklist.points import ONE, Hundredths, format_points
from inspector.domain.checklist.schema_fields import Field
from inspector.domain.checklist.value_kinds import Points, Texts, Words
from inspector.translation import tr, tr_count
from inspector.workspace.packs.rule_words import rule_text

DOT = " · "

_MUST, _METHOD = (next(f for f in ITEM.fields if f.key == key) for key in ("must", "method"))


def gravity_word(gravity: Gravity) -> str:
    """Return how grave a fault is."""
    return tr(GRAVITIES.words[gravity].english)


def category_word(category: Category) -> str:
    """Return the name of a category."""
    return tr(CATEGORIES[category].english)


def short_category_word(category: Category) -> str:
    """Return the name of a category where there is hardly room for it."""
    return {
        Category.ETIQUETTE: tr("Etiquette"),
        Category.CIVIL_LANGUAGE: tr("Speech"),
        Category.OPERATING_NORMS: tr("Norms"),
        Category.CLEANLINESS: tr("Cleanliness"),
    }[category]


def responsible_word(responsible: Responsible) -> str:
    """Return who has to put a deduction right."""
    return tr(RESPONSIBILITIES.words[responsible].english)


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
    policy = pack.policy
    direct = policy.total is Totalling.DEDUCT
    first = "total" if direct else "not_applicable"  # by rates, as every pack did up to 2026
    keys = [first, "floor", "samples", "veto", "bonus_cap", "public_area_share"]
    if policy.ranked_from:
        keys.append("ranked_from")
    if not any(isinstance(item.rule, MeasureRule) for item in pack.items()):
        keys.remove("samples")  # nothing is measured
    fields = {field.key: field for field in POLICY.fields}
    rules = [value_text(fields[key], policy, pack) for key in keys]
    if direct:
        costs = (
            tr("{gravity} {points}", gravity=gravity_word(each), points=format_points(worth))
            for each in Gravity
            if (worth := policy.points.of(each))
        )
        rules.insert(1, tr("each time {points} points", points=DOT.join(costs)))
    return tr("Rules: {rules}", rules=tr("; ").join(rules))


def value_text(field: Field, whole: object, pack: Pack) -> str:
    """Return what a field says of an item, or of the policy of a pack; empty for nothing."""
    kind, value = field.kind, field.of(whole)
    if isinstance(kind, Words):
        return "、".join(tr(kind.words[word].english) for word in value)
    if kind.words is not None:
        return tr(kind.words[value].english, grade=pack.failing_grade.title)
    if isinstance(kind, Texts):
        return "、".join(value)
    said = format_points(value) if isinstance(kind, Points) else str(value)
    return tr(field.told.english, value=said) if field.told else said


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
    if item.is_bonus:
        return tr("Bonus")
    return format_points(item.full) if item.full else "—"  # nothing but its category limits it


def scope_text(item: Item, pack: Pack) -> str:
    """Return where an item is asked: at windows, at some kinds of them, in the public area."""
    titles = {kind.id: kind.title for kind in pack.window_kinds}
    if item.window_kinds:
        return "、".join(titles.get(kind, kind) for kind in item.window_kinds)
    return tr(SCOPES.words[item.scope].english)


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
    facts = [category_word(item.category), item.heading, scope_text(item, pack)]
    if item.heading in ("", facts[0]):
        del facts[1]
    if item.full:
        facts.append(points_text(item.full))
    off = tr("off the total") if item.penalty else ""
    facts.append(tr(", ").join(part for part in (rule_text(item.rule), off) if part))
    if item.accumulates:
        facts.append("※")
    if item.veto:
        facts.append(tr("★ veto"))
    elif item.gravity is not Gravity.MINOR:
        facts.append(gravity_word(item.gravity))
    if item.must:
        facts.append(tr(_MUST.said.english))
    if item.method:
        facts.append(value_text(_METHOD, item, pack))
    if item.photo is PhotoPolicy.ON_FAIL:
        facts.append(tr("photo needed"))
    if not item.is_bonus:
        facts += [responsible_word(item.responsible), deadline_text(item)]
    return DOT.join(facts)
