"""A guide or another page of running text: sections with anchors, sources below."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.views.citing import CitedSource
from mkdocs_playbook.views.setting import Setting
from mkdocs_playbook.views.ways import Way, ways_to


@dataclass(frozen=True, slots=True)
class ProseSection:
    id: str
    heading: str
    html: str
    stale: bool = False


@dataclass(frozen=True, slots=True)
class GuideView:
    title: str
    lead: str
    intro: str
    sections: tuple[ProseSection, ...]
    sources: tuple[CitedSource, ...]
    editorial: bool
    ways: tuple[Way, ...]


def guide_view(setting: Setting) -> GuideView:
    """Everything the template of a guide shows."""
    page, prose = setting.page, setting.prose
    cites = [cite for item in page.items() if not item.proposed for cite in item.cites]
    return GuideView(
        title=page.title,
        lead=page.summary,
        intro=prose.blocks(page.intro),
        sections=tuple(
            ProseSection(
                section.id or "",
                section.heading,
                prose.blocks(section.markdown),
                (section.id or "") in setting.stale,
            )
            for section in page.sections
        ),
        sources=setting.citations.cited(cites),
        editorial=any(cite.is_editorial for cite in cites),
        ways=ways_to(setting),
    )
