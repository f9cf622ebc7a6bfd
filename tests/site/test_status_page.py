"""The state of the translations as published: small, real tables, the numbers of the data."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

LANGUAGES = ("en", "fi", "hi", "ka")
MOST = 60 * 1024


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_small(built_site: Path, lang: str) -> None:
    assert (built_site / lang / "status.html").stat().st_size < MOST


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_says_what_the_data_say(built_site: Path, lang: str) -> None:
    data = json.loads((built_site / "status.json").read_text("utf-8"))
    page = html.parse(str(built_site / lang / "status.html"))
    shown = Counter(link.get("class") for link in page.xpath("//table[@class='matrix']//td/a"))
    told: Counter[str] = Counter()
    for language in data["languages"]:
        for entry in language["pages"]:
            if entry["id"].startswith("playbooks/"):
                for state in entry["sections"].values():
                    told["twice" if state == "current" and entry["reviewed"] else state] += 1
    assert shown == told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cell_has_its_headers_and_every_link_its_words(built_site: Path, lang: str) -> None:
    page = html.parse(str(built_site / lang / "status.html"))
    for table in page.xpath("//main//table"):
        columns = table.xpath("./thead/tr/*")
        assert all(head.tag == "th" for head in columns[1:])
        for row in table.xpath("./tbody/tr[td]"):
            assert row[0].tag == "th"
            assert row[0].get("scope") == "row"
            assert sum(int(cell.get("colspan", 1)) for cell in row) == len(columns)
    for link in page.xpath("//main//a"):
        assert link.text_content().strip()
