"""The title of an article: in its front matter, in a heading, or at the top of the text."""

from __future__ import annotations

from playbook.normalise.pipeline import normalise
from playbook.normalise.reading import decode_article
from playbook.normalise.results import Result

TYPES = """\
---
title: "Four clients nobody wants"
author: nina
---
![Banner](ad.png)

Everybody has met a difficult client. Below we look at the types one by one.

![Type 1: the client who never answers](1.jpg)

Your emails stay without an answer, and the deadline comes closer every day.

![Type 2: the client of the thousand moods](2.jpg)

On Monday the draft is brilliant, on Tuesday the same draft is an insult to them.
"""


def of(text: str) -> Result:
    article = decode_article(text.encode(), name="a.md", path="a.md")
    return normalise(article, source_id="a")


def test_the_title_of_the_front_matter_is_the_title() -> None:
    result = of(TYPES)
    assert result.source.title == "Four clients nobody wants"
    first = next(line for line in result.lines if line.n == 7)
    assert first.label == "content", "text under the front matter is not above the title"


def test_front_matter_whose_title_is_said_again() -> None:
    result = of(TYPES.replace("Everybody", "Four clients nobody wants\n\nEverybody"))
    assert result.source.title == "Four clients nobody wants"
    assert next(line.n for line in result.lines if line.label == "heading") == 7


def test_a_heading_of_the_first_level_goes_before_front_matter() -> None:
    result = of(TYPES.replace("Everybody", "# Four clients and a way out\n\nEverybody"))
    assert result.source.title == "Four clients and a way out"


def test_numbered_pictures_are_headings() -> None:
    headings = [line.text for line in of(TYPES).lines if line.label == "heading"]
    assert headings == [
        "Type 1: the client who never answers",
        "Type 2: the client of the thousand moods",
    ]


def test_one_numbered_picture_is_a_picture() -> None:
    result = of(TYPES.replace("Type 2:", "The second:"))
    assert all("thousand moods" not in line.text for line in result.lines)
