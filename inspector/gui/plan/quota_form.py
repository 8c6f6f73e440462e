"""The form of what is asked of sites: visits, windows, who goes and who must not.

Of several sites at once, what is left blank stays as it is of each.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from inspector.domain.people.typed_names import names_in
from inspector.domain.plan.plan import Barred, PlannedSite
from inspector.gui.plan.form_line import FormLine
from inspector.gui.plan.plan_form import NUMBER_WIDTH
from inspector.gui.widgets.fields.name_field import NameField
from inspector.gui.widgets.fields.number_field import NumberField
from inspector.gui.widgets.fields.text_limit import LINE, TextLimit
from inspector.translation import tr
from inspector.workspace.plans.plans import PlanDraft

_GROUP_WIDTH, _BARRED_WIDTH = 176, 360


class QuotaForm(FormLine):
    """What a plan asks of one site, or of several at once."""

    def __init__(self) -> None:
        self._visits = NumberField("quotaVisits", tr("Visits"))
        self._share = NumberField("quotaShare", tr("Windows, at least %"))
        self._group = NameField("quotaGroup", tr("Who goes"))
        self._barred = QLineEdit()
        TextLimit(self._barred, LINE)
        self._barred.setObjectName("quotaBarred")
        self._barred.setAccessibleName(tr("Who must not go: names or units"))
        super().__init__(
            "Quota",
            (
                (tr("Visits"), self._visits, NUMBER_WIDTH),
                (tr("Windows, at least %"), self._share, NUMBER_WIDTH),
                (tr("Who goes"), self._group, _GROUP_WIDTH),
                (tr("Who must not go: names or units"), self._barred, _BARRED_WIDTH),
            ),
        )
        self._sites: Sequence[PlannedSite] = ()

    def open_for(
        self, sites: Sequence[PlannedSite], barred: Sequence[Barred], groups: Sequence[str],
        heading: str,
    ) -> None:  # fmt: skip
        """Show what is asked of a site; of several, nothing."""
        self._sites = sites
        one = sites[0] if len(sites) == 1 else None
        self._visits.setText(str(one.visits) if one else "")
        self._share.setText(str(one.share) if one else "")
        self._group.propose(one.group if one else "", groups)
        own = [bar.who for bar in barred if one and bar.site_id == one.site_id]
        self._barred.setText("、".join(own))
        self.open(heading)

    def said(self, draft: PlanDraft) -> PlanDraft:
        """Return a draft in which the sites are asked what is in the fields.

        Raises RefusedInputError. A site of which nothing is asked any more leaves the plan.
        """
        changed = {site.site_id: self._of(site) for site in self._sites}
        known = {site.site_id for site in draft.sites}
        sites = [changed.get(site.site_id, site) for site in draft.sites]
        sites += [site for key, site in changed.items() if key not in known]
        names, is_one = names_in(self._barred.text()), len(self._sites) == 1
        barred = list(draft.barred)
        if names or is_one:
            barred = [bar for bar in barred if bar.site_id not in changed]
            barred += [
                Barred(name, site.site_id, site.site_name)
                for site in self._sites
                for name in dict.fromkeys(names)
            ]
        return replace(draft, sites=tuple(sites), barred=tuple(barred))

    def _of(self, site: PlannedSite) -> PlannedSite:
        is_one = len(self._sites) == 1
        visits, share, group = site.visits, site.share, site.group
        if is_one or self._visits.text().strip():
            visits = self._visits.number()
        if is_one or self._share.text().strip():
            share = self._share.number()
        if is_one or self._group.text:
            group = self._group.text
        return replace(site, visits=visits, share=share, group=group)
