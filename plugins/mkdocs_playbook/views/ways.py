"""How people get to a page: the questions of written trees whose answers lead there."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_playbook.views.setting import Setting


@dataclass(frozen=True, slots=True)
class Way:
    """A question whose answer leads here."""

    href: str
    question: str
    answer: str
    lang: str


def ways_to(setting: Setting) -> tuple[Way, ...]:
    """Derived trees are left out: each leads to its own playbook all the time."""
    lang = setting.planned.lang
    return tuple(
        Way(
            setting.href(tree.ref.into(lang).url, question.id),
            question.text,
            answer.text,
            tree.lang,
        )
        for tree, question, answer in setting.leads
        if not tree.derived
    )
