"""Words that the glossary of a language replaces by others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.check.finding import Fault, Severity
from playbook.check.glossary import Term, read_glossary
from playbook.check.rule import Rule
from playbook.check.survey import Survey
from playbook.model import Kind
from playbook.text import fold, stem, tokenise


def look(survey: Survey) -> Iterator[Fault]:
    for lang in survey.library.languages:
        glossary = survey.library.page(lang, "glossary")
        terms = read_glossary(glossary) if glossary else ()
        variants = _by_first_stem(terms, lang)
        if not variants:
            continue
        for page in survey.pages:
            if page.ref.lang != lang or page.ref.kind is Kind.PAGE:
                continue
            for prose in survey.prose(page):
                tokens = tokenise(prose.text)
                stems = [stem(fold(token.text), lang) for token in tokens]
                for number, first in enumerate(stems):
                    for words, written, term in variants.get(first, ()):
                        if tuple(stems[number : number + len(words)]) == words:
                            place = prose.place(tokens[number].start)
                            message = f"“{written}” is not our word"
                            fix = f"Write “{term}”, as the glossary says."
                            yield Fault(page.path, place, message, fix, tokens[number].text)


Variants = Mapping[str, list[tuple[tuple[str, ...], str, str]]]


def _by_first_stem(terms: tuple[Term, ...], lang: str) -> Variants:
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for term in terms:
        for variant in term.variants:
            words = tuple(stem(fold(token.text), lang) for token in tokenise(variant))
            if words:
                found.setdefault(words[0], []).append((words, variant, term.name))
    return found


RULE = Rule("glossary-variant", Severity.WARNING, "Texts use the words of the glossary.", look)
