"""Words that the glossary of a language replaces by others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.check.finding import Fault, Severity
from playbook.check.glossary import Term, read_glossary
from playbook.check.prose import Prose
from playbook.check.rule import Rule
from playbook.check.style import style_of
from playbook.check.survey import Survey
from playbook.model import Kind, Page
from playbook.text import fold, stem, tokenise

_KEY = 2
"""Letters by which variants are looked up."""


@dataclass(frozen=True, slots=True)
class _Variant:
    beginning: str
    """What every form of its first word begins with, folded."""
    stems: tuple[str, ...]
    written: str
    term: str


Variants = Mapping[str, list[_Variant]]


def look(survey: Survey) -> Iterator[Fault]:
    for lang in survey.library.languages:
        glossary = survey.library.page(lang, "glossary")
        terms = read_glossary(glossary) if glossary else ()
        variants = _by_beginning(terms, lang)
        if not variants:
            continue
        for page in survey.pages:
            if page.ref.lang != lang or page.ref.kind is Kind.PAGE:
                continue
            for prose in survey.prose(page):
                if prose.names:
                    continue
                yield from _line(page, prose, variants, lang)


def _line(page: Page, prose: Prose, variants: Variants, lang: str) -> Iterator[Fault]:
    tokens = tokenise(prose.text)
    for number, token in enumerate(tokens):
        # Stems alone take too many words for one another: the beginning decides first.
        word = fold(token.text)
        for variant in variants.get(word[:_KEY], ()):
            here = tokens[number : number + len(variant.stems)]
            if not word.startswith(variant.beginning):
                continue
            if tuple(stem(fold(other.text), lang) for other in here) == variant.stems:
                message = f"“{variant.written}” is not our word"
                fix = f"Write “{variant.term}”, as the glossary says."
                yield Fault(page.path, prose.place(token.start), message, fix, token.text)


def _by_beginning(terms: tuple[Term, ...], lang: str) -> Variants:
    endings = style_of(lang).citation_endings
    found: dict[str, list[_Variant]] = {}
    for term in terms:
        for written in term.variants:
            words = [fold(token.text) for token in tokenise(written)]
            if words:
                stems = tuple(stem(word, lang) for word in words)
                beginning = words[0].rstrip(endings) or words[0]
                variant = _Variant(beginning, stems, written, term.name)
                found.setdefault(beginning[:_KEY], []).append(variant)
    return found


RULE = Rule("glossary-variant", Severity.WARNING, "Texts use the words of the glossary.", look)
