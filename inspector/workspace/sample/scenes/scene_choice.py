"""Which scene shows what: by the item that was found wrong, and by what was said of it."""

from collections.abc import Callable, Iterable, Mapping

from inspector.workspace.sample.scenes import at_lanes, at_windows, in_public
from inspector.workspace.sample.scenes.canvas import Canvas

Scene = Callable[[bool], Canvas]
"""Draws what is wrong, or with True the same once it was put right."""

_SCENES: Mapping[str, Scene] = {
    "desk-tidy": at_windows.cluttered_desk,
    "no-private-goods": at_windows.cluttered_desk,
    "desk-objects": at_windows.cluttered_desk,
    "booth-clean": at_windows.cluttered_desk,
    "on-post": at_windows.empty_window,
    "no-phone": at_windows.on_the_phone,
    "no-idle-chat": at_windows.idle_talk,
    "rise-to-greet": at_windows.turned_away,
    "eye-contact": at_windows.turned_away,
    "waiting-time": at_windows.long_queue,
    "next-in-line": at_windows.long_queue,
    "peak-no-crowding": at_windows.long_queue,
    "floor-clean": in_public.littered_floor,
    "bins-emptied": in_public.full_bin,
    "sorted-bins": in_public.full_bin,
    "amenities": in_public.empty_shelf,
    "convenience": in_public.empty_shelf,
}

_SAID: Mapping[tuple[str, str], Scene] = {
    ("counter-clean", "灰"): at_windows.dusty_counter,
    ("on-time-open", "晚开"): at_windows.empty_window,
    ("on-time-open", "未开"): at_windows.empty_window,
    ("priority-care", "老人"): at_windows.helped,
    ("priority-care", "行动不便"): at_windows.helped,
    ("priority-care", "优先窗口"): at_windows.helped,
    ("waiting-area", "垃圾"): in_public.littered_floor,
    ("pause-sign", "未放"): at_windows.without_sign,
    ("privacy", "材料"): at_windows.private_papers,
    ("privacy", "复印件"): at_windows.private_papers,
    ("badge", "未佩戴"): at_windows.badge_missing,
    ("queue-machine", "取号机"): in_public.broken_machine,
    ("amenities-working", ""): in_public.broken_machine,
    ("accessible", "占"): in_public.blocked_ramp,
    ("fire-exit", "堆物"): in_public.blocked_exit,
    ("toilets", "积水"): in_public.wet_washroom,
    ("toilet-supplies", "厕纸"): in_public.wet_washroom,
    ("disclose", ""): in_public.faded_board,
    ("promise-board", ""): in_public.faded_board,
    ("staff-board", ""): in_public.faded_board,
    ("civility-signs", ""): in_public.faded_board,
    ("public-ads", ""): in_public.faded_board,
}
"""Scenes that fit some words only: the beginning of the item's name, a part of what was said."""

_ON_PATROL: Mapping[str, Scene] = {
    "水渍": in_public.wet_washroom,
    "杂物": in_public.littered_floor,
    "缺纸": in_public.broken_machine,
    "水杯": at_windows.cluttered_desk,
    "工牌": at_windows.badge_missing,
    "暂停服务牌": at_windows.without_sign,
}

_PRAISED: Mapping[str, Scene] = {
    "desk-tidy": at_windows.cluttered_desk,
    "priority-care": at_windows.helped,
    "first-asked": at_windows.helped,
    "smile": at_windows.on_the_phone,
    "rise-to-greet": at_windows.turned_away,
    "tone": at_windows.on_the_phone,
    "hear-out": at_windows.on_the_phone,
    "plain-words": at_windows.on_the_phone,
}
"""What was done well looks as the scene does once it is put right."""

_AT_A_LANE: Mapping[tuple[str, str], Scene] = {
    ("desk-tidy", ""): at_windows.cluttered_desk,
    ("no-private-goods", ""): at_windows.cluttered_desk,
    ("no-phone", ""): at_lanes.phone_in_booth,
    ("lane-floor", "垃圾"): at_lanes.littered_lane,
    ("lane-floor", "杂物"): at_lanes.littered_lane,
    ("lane-equipment", "栏杆"): at_lanes.broken_barrier,
}
"""A toll station has no hall."""


def scene_of(item_id: str, phrases: Iterable[str], *, at_a_lane: bool) -> Scene | None:
    """Return the scene of a deduction, or None where a photo would show nothing."""
    if not at_a_lane and (scene := _SCENES.get(item_id)):
        return scene
    said = "、".join(phrases)
    for (begin, word), scene in (_AT_A_LANE if at_a_lane else _SAID).items():
        if item_id.startswith(begin) and word in said:
            return scene
    return None


def scene_of_praise(item_id: str) -> Scene | None:
    """Return the scene of a highlight; it is to be drawn as put right."""
    return _PRAISED.get(item_id)


def scene_on_patrol(text: str) -> Scene | None:
    """Return the scene of what a patrol wrote down, or None."""
    return next((scene for word, scene in _ON_PATROL.items() if word in text), None)
