"""Sites to choose from: names that begin alike look unlike, however long they are."""

from PySide6.QtWidgets import QApplication

from inspector.domain.visit.roster import Site
from inspector.gui.visits.starting.site_search import SITES_WIDTH, SiteSearch

BEGINNING = "某某省某某市行政审批服务局综合受理分中心政务服务大厅"


def test_what_tells_two_long_names_apart_is_seen(qapp: QApplication) -> None:
    chosen = SiteSearch()
    for at, end in enumerate(("", "东区", "西区")):
        name = BEGINNING + end
        chosen.sites.add(name, Site(id=str(at), name=name))
    chosen.resize(SITES_WIDTH, 400)
    chosen.show()
    picture = chosen.sites.viewport().grab().toImage()
    model = chosen.sites.model()
    rects = [chosen.sites.visualRect(model.index(row, 0)) for row in (1, 2)]
    ratio = round(picture.devicePixelRatio())
    assert ratio == 1
    east, west = (picture.copy(rect) for rect in rects)
    assert east != west
