"""A playbook → its decision tree.

    signs ──a sign──▶ first steps ──no──▶ next steps ──no──▶ exit criteria ──two──▶ leaving
      │                    └──yes──▶ next time                    ├──one──▶ the rule
      └──none of these──────────────────────────▶ more likely ◀───┘ none
                                                       └──▶ look-alikes, or the triage tree

Ids are those of the playbook's sections and items, so that the trees of all languages have
one shape.  Steps without a waiting time are taken together with those that follow, up to the
next one that has one: there is nothing to ask before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from playbook.model import Item, Kind, Library, Page, PageRef, Place, Section
from playbook.tree.graph import Answer, Question, Tree
from playbook.tree.phrases import Phrases, phrases_of
from playbook.tree.targets import make_answer, outcomes_of, page_or_fallback

SIGNS_A_QUESTION = 4
"""With “none of these” that makes five answers, the most that can be taken in at once."""

TRIAGE = "triage"
"""Id of the tree that leads from what one sees to an archetype."""

LIKELY = "more-likely"

_LAST_EMPHASIS = re.compile(r"(?<!\*)\*([^*]+)\*\s*$")


def derive_tree(page: Page, library: Library, related: Sequence[str] = ()) -> Tree | None:
    """The tree of a playbook, or None while it lacks signs, steps or exit criteria.

    `related` are the archetypes it is most often confused with, nearest first.
    """
    playbook = _Playbook(page, library, related)
    if not (playbook.signs and playbook.steps and playbook.exits):
        return None
    questions = (
        *playbook.ask_signs(),
        *playbook.ask_steps(),
        playbook.ask_exit(),
        *playbook.ask_likely(),
    )
    words = playbook.phrases
    return Tree(
        id=page.ref.id,
        lang=page.ref.lang,
        title=words.say("title", name=page.short),
        summary=words.say("summary"),
        path=page.path,
        source=page.ref,
        derived=True,
        questions=questions,
        outcomes=outcomes_of(questions, library, page.ref.lang, page.ref.group),
    )


class _Playbook:
    """What the questions are made of, and the links between them."""

    def __init__(self, page: Page, library: Library, related: Sequence[str]) -> None:
        self.page = page
        self.library = library
        self.phrases: Phrases = phrases_of(page.ref.lang)
        self.tree = PageRef(page.ref.lang, Kind.TREE, page.ref.id)
        self.signs = _items(page.section("signs"))
        self.steps = _items(page.section("strategy"))
        self.exits = _items(page.section("exit-criteria"))
        self.related = tuple(other for id in related if (other := self._playbook(id)) is not None)

    def ask_signs(self) -> list[Question]:
        parts = _even_parts(self.signs, SIGNS_A_QUESTION)
        ids = ["signs", *(f"signs-{n}" for n in range(2, len(parts) + 1))]
        following = [*(f"#{id}" for id in ids[1:]), self._likely_or_triage()]
        questions = []
        for id, part, after in zip(ids, parts, following, strict=True):
            answers = [
                self._answer(sign.text, f"#{self._steps_id(0)}", sign.place, sign=sign.id or "")
                for sign in part
            ]
            place = part[0].place
            answers.append(self._answer(self.phrases.say("signs-none"), after, place))
            text = self.phrases.say("signs" if id == "signs" else "signs-more")
            questions.append(Question(id, text, "", tuple(answers), place))
        return questions

    def ask_steps(self) -> list[Question]:
        groups = self._groups()
        questions = []
        for number, group in enumerate(groups):
            first = sum(len(earlier) for earlier in groups[:number]) + 1
            last = first + len(group) - 1
            key = "step" if first == last else "steps"
            wait = group[-1].wait
            text = (
                self.phrases.say(key, first=first, last=last, within=self.phrases.within(wait))
                if wait
                else self.phrases.say(f"{key}-last", first=first, last=last)
            )
            place = group[-1].place
            more = number + 1 < len(groups)
            after = f"#{self._steps_id(number + 1)}" if more else "#exit-criteria"
            kept = "next-time" if self.page.section("next-time") else "strategy"
            answers = (
                self._answer(self.phrases.say("helped"), self._own(kept), place),
                self._answer(self.phrases.say("helped-not"), after, place),
            )
            help_ = "\n".join(
                f"{n}. {self._step(step)}" for n, step in enumerate(group, start=first)
            )
            questions.append(Question(self._steps_id(number), text, help_, answers, place))
        return questions

    def ask_exit(self) -> Question:
        place = self.exits[0].place
        answers = (
            self._answer(self.phrases.say("exit-none"), self._likely_or_triage(), place),
            self._answer(self.phrases.say("exit-one"), self._own("exit-criteria"), place),
            self._answer(self.phrases.say("exit-more"), self._leaving(), place),
        )
        help_ = "\n".join(f"- {_indented(item.markdown, 2)}" for item in self.exits)
        return Question("exit-criteria", self.phrases.say("exit"), help_, answers, place)

    def ask_likely(self) -> list[Question]:
        """Which archetype it is instead; nothing to ask where none is related."""
        if not self.related:
            return []
        section = self.page.section("not-to-be-confused-with")
        place = section.place if section else self.page.intro_place
        answers = [
            self._answer(self._difference(other), f"../{other.ref.group}.md#signs", place)
            for other in self.related
        ]
        none = self.phrases.say("likely-none")
        answers.append(self._answer(none, self._triage(), place))
        text = self.phrases.say("likely")
        return [Question(LIKELY, text, "", tuple(answers), place)]

    def _answer(self, text: str, target: str, place: Place, sign: str = "") -> Answer:
        return make_answer(text, target, self.tree, self.tree, place, sign=sign)

    def _groups(self) -> list[list[Item]]:
        groups: list[list[Item]] = [[]]
        for step in self.steps:
            if groups[-1] and groups[-1][-1].wait:
                groups.append([])
            groups[-1].append(step)
        return groups

    def _steps_id(self, number: int) -> str:
        return self._groups()[number][-1].id or ""

    def _step(self, step: Item) -> str:
        # The wait is the step's last, emphasised sentence; here the question is about it.
        text = _indented(_LAST_EMPHASIS.sub(r"\1", step.markdown), 3)
        section = self.page.section("messages")
        messages = section.messages if section else ()
        message = next((m for m in messages if m.id and m.id == step.message), None)
        if message is None:
            return text
        return f"{text} → [{message.heading}]({self.page.ref.id}.md#{message.id})"

    def _own(self, anchor: str) -> str:
        return f"../{self.page.ref.group}.md#{anchor}"

    def _leaving(self) -> str:
        """The guide that the playbook's own rule links to, else the rule."""
        section = self.page.section("exit-criteria")
        for link in section.links if section else ():
            answer = make_answer("", link.target, self.page.ref, self.tree, link.place)
            if answer.group.startswith("guides/"):
                return f"../{answer.to}"
        return self._own("exit-criteria")

    def _likely_or_triage(self) -> str:
        return f"#{LIKELY}" if self.related else self._triage()

    def _triage(self) -> str:
        triage = page_or_fallback(self.library, self.page.ref.lang, f"trees/{TRIAGE}")
        if triage and triage.sections:
            return f"{TRIAGE}.md#{triage.sections[0].id}"
        return self._own("signs")

    def _playbook(self, id: str) -> Page | None:
        """The related playbook, if the reference has it, in the best language there is."""
        group = PageRef(self.page.ref.lang, Kind.PLAYBOOK, id).group
        if self.library.page(self.library.reference, group) is None:
            return None
        return page_or_fallback(self.library, self.page.ref.lang, group)

    def _difference(self, other: Page) -> str:
        """How the playbook itself tells it from the other one."""
        section = self.page.section("not-to-be-confused-with")
        for item in section.list_items if section else ():
            if any(_names(link.target, other.ref.id) for link in item.links):
                return item.text
        return f"{other.short}: {other.mark}"


def _names(target: str, id: str) -> bool:
    return target.partition("#")[0] == f"{id}.md"


def _items(section: Section | None) -> tuple[Item, ...]:
    items = section.list_items if section else ()
    return tuple(item for item in items if item.id and not item.proposed)


def _even_parts(items: Sequence[Item], most: int) -> list[Sequence[Item]]:
    """As few parts of at most `most` items as will do, of nearly the same size."""
    count = -(-len(items) // most)
    size, larger = divmod(len(items), count)
    parts, start = [], 0
    for number in range(count):
        end = start + size + (number < larger)
        parts.append(items[start:end])
        start = end
    return parts


def _indented(markdown: str, columns: int) -> str:
    return markdown.replace("\n", "\n" + " " * columns)
