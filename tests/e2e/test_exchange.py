"""Two laptops exchange by hand: what is nearly a site here is asked about; several sites go out."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from inspector.domain.sharing.manifest import Scope
from inspector.gui.frame.main_window import MainWindow
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.sharing import Sharing
from inspector.workspace.workspace import Workspace
from tests.conftest import ChooseFile, Keyboard, RunMain
from tests.gui.hand import Hand
from tests.gui.waiting import wait_for
from tests.workspace.personal.people import NOON
from tests.workspace.visiting import Clock, add_site, visit

pytestmark = pytest.mark.ci

THEIRS, OURS = "东湖路便民服务站", "东湖便民服务站"


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """Another laptop, with a visit to a hall that is called a little otherwise there."""
    with closing(Workspace(tmp_path / "other", Clock(NOON))) as other:
        other.of(LaptopHere).rename("二组")
        visit(other, add_site(other, THEIRS), {0: ["rise-to-greet"]})
        yield other


def folder_with(folder: Path, *sites: str) -> Path:
    """Return a data folder with a visit to each of these sites."""
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        workspace.of(LaptopHere).rename("一组")
        for site in sites:
            visit(workspace, add_site(workspace, site), {0: ["rise-to-greet"]})
    return folder


def pick(hand: Hand, site: str, said: str) -> None:
    """Choose one more site; the field says how many there are then."""
    hand.pick("shareSite", site, then=said)


def go_to_sharing(hand: Hand) -> None:
    hand.click("资料")
    hand.click("共享")


def test_a_near_name_is_asked_about_and_placed(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, other: Workspace, tmp_path: Path
) -> None:
    bundle, folder = tmp_path / "二组致一组.inspx", folder_with(tmp_path / "data", OURS)
    other.of(Sharing).share(bundle, Scope())

    def drive(window: MainWindow) -> None:
        hand = Hand(window, keyboard)
        go_to_sharing(hand)
        choose_file(bundle)
        hand.click("接收交换包…")
        wait_for(lambda: not hand.sees("接收交换包…"))
        hand.tick("sameFingerprint")
        assert hand.seen(QCheckBox, "sameFingerprint").isChecked()
        hand.row("bundlePreview", f"单位“{THEIRS}”和“{OURS}”是不是同一家？")
        hand.pick("placeChoice", OURS)
        hand.click("接收")
        wait_for(lambda: window.banner.text.startswith("已接收："))
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        (site,) = workspace.rosters.sites()
        assert site.name == OURS
        visits = workspace.inspections.completed()
        assert [each.inspection.site_id for each in visits] == [site.id, site.id]


def test_several_sites_are_chosen_and_one_is_left_out_again(
    run_main: RunMain, keyboard: Keyboard, choose_file: ChooseFile, tmp_path: Path
) -> None:
    folder = folder_with(tmp_path / "data", "城东厅", "城西厅", "城南厅", "城北厅")
    bundle = tmp_path / "一组致二组.inspx"

    def drive(window: MainWindow) -> None:
        hand = Hand(window, keyboard)
        go_to_sharing(hand)
        hand.click("生成交换包…")
        for site, said in (("城西厅", "已选1个单位"), ("城北厅", "已选2个单位")):
            pick(hand, site, said)
        pick(hand, "城南厅", "已选3个单位")
        hand.click("不带城西厅")
        wait_for(lambda: "2 次检查" in hand.seen(QLabel, "shareContents").text())
        choose_file(bundle)
        hand.click("保存到文件或U盘…")
        wait_for(lambda: bundle.stem in window.banner.text)
        window.close()

    assert run_main(drive, "--data", str(folder), "--lang", "zh_CN") == 0
    with (
        closing(Workspace(folder, Clock(NOON))) as workspace,
        opened_bundle(bundle, "", work=tmp_path) as opened,
    ):
        names = {site.id: site.name for site in workspace.rosters.sites()}
        assert {names[each] for each in opened.manifest.scope.sites} == {"城南厅", "城北厅"}
