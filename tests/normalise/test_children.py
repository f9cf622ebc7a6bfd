"""Sub-headings that come again: their facet is that of what stands under them."""

from __future__ import annotations

import pytest
from tests.normalise.test_mechanisms import cleaned

from playbook.normalise.children import with_told_facets
from playbook.normalise.outline import outline

SIGNS = (
    "He never answers an e-mail and vanishes for weeks.",
    "She calls ten times a day and wants to watch every step.",
    "He shouts at the assistant and slams the phone down.",
)
STEPS = (
    "Ask one question and name a date for the answer.",
    "Agree on one call a week and keep to it.",
    "Stay calm, lower your voice and offer to talk tomorrow.",
)
NAMES = ("The submarine", "The shadow", "The volcano")


def told(under: tuple[str, ...], times: int = 3) -> set[str]:
    """What the sub-heading `In the wild` over these is taken to announce."""
    parts = [
        f"{name}\n\nIn the wild\n\n{text} {text}"
        for name, text in list(zip(NAMES, under, strict=True))[:times]
    ]
    text = "\n\n".join(["Difficult clients and how to deal with them", *parts])
    document = cleaned(text)
    sections = with_told_facets(outline(document), document.document.blocks)
    heads = {s.heading: s.facet for s in sections if s.heading is not None}
    return {
        facet
        for index, facet in heads.items()
        if document.document.blocks[index].text == "In the wild"
    }


@pytest.mark.parametrize(("under", "facet"), [(SIGNS, "sign"), (STEPS, "strategy")])
def test_it_announces_what_stands_under_it(under: tuple[str, ...], facet: str) -> None:
    assert told(under) == {facet}


def test_what_stands_under_it_must_agree() -> None:
    mixed = (SIGNS[0], STEPS[1], "If he does it again, end the contract and leave.")
    assert told(mixed) == {""}


def test_one_place_is_not_again() -> None:
    assert told(SIGNS, times=1) <= {""}
