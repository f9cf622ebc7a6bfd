"""The whole built site, page by page: links, headings, languages, sizes, policy."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

from crawl import PageFile

from mkdocs_playbook.policy import script_hash

Pages = dict[str, PageFile]
KB = 1024
SITE_URL = "https://difficult-clients.example.org/"


def test_every_link_and_anchor_leads_somewhere(pages: Pages, built_site: Path) -> None:
    broken: list[str] = []
    for page in pages.values():
        for _, value in page.links():
            if urlsplit(value).scheme or value.startswith("//"):
                continue
            address, anchor = page.resolve(value)
            if address in pages:
                if anchor and anchor not in pages[address].anchors:
                    broken.append(f"{page.address}: {value}")
            elif not (built_site / address).is_file():
                broken.append(f"{page.address}: {value}")
    assert broken == []


def test_one_h1_a_title_and_a_description(pages: Pages) -> None:
    for page in pages.values():
        assert len(page.tree.xpath("//h1")) == 1, page.address
        assert page.tree.findtext(".//title"), page.address
        assert page.tree.xpath('//meta[@name="description"]/@content')[0].strip(), page.address


def test_headings_never_skip_a_level(pages: Pages) -> None:
    for page in pages.values():
        levels = [int(h.tag[1]) for h in page.tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], page.address


def test_language_of_page_is_that_of_its_folder(pages: Pages) -> None:
    for page in pages.values():
        folder = page.address.split("/")[0] if "/" in page.address else "en"
        assert page.tree.get("lang") == folder, page.address


def test_alternates_answer_each_other(pages: Pages) -> None:
    table = {
        SITE_URL + page.address: {
            link.get("hreflang"): link.get("href")
            for link in page.tree.xpath('//link[@rel="alternate"][@hreflang]')
        }
        for page in pages.values()
    }
    for address, alternates in table.items():
        for lang, other in alternates.items():
            assert other in table, f"{address} names {other}"
            back = table[other].values()
            assert address in back or lang == "x-default" or "noindex" in str(back), address


def test_canonical_is_the_page_itself(pages: Pages) -> None:
    for page in pages.values():
        assert page.tree.xpath('//link[@rel="canonical"]/@href') == [SITE_URL + page.address]


def test_no_generated_anchor(pages: Pages) -> None:
    for page in pages.values():
        assert not [id for id in page.anchors if re.fullmatch(r"_\d+", id)], page.address


def test_ids_stand_once(pages: Pages) -> None:
    for page in pages.values():
        ids = page.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), (page.address, sorted(i for i in ids if ids.count(i) > 1))


def test_nothing_comes_from_elsewhere(pages: Pages, built_site: Path) -> None:
    for page in pages.values():
        for element in page.tree.iter("script", "img", "iframe", "source", "video", "audio"):
            assert not urlsplit(element.get("src") or "").scheme, page.address
        for link in page.tree.xpath('//link[@rel="stylesheet" or @rel="icon"]/@href'):
            assert urlsplit(link).scheme in ("", "data"), page.address
    for sheet in built_site.rglob("*.css"):
        assert "http" not in sheet.read_text(encoding="utf-8"), sheet.name


def test_links_to_elsewhere_are_marked_and_tell_no_one(pages: Pages) -> None:
    for page in pages.values():
        for link in page.tree.xpath("//a[@href]"):
            if urlsplit(link.get("href")).scheme in ("http", "https"):
                assert link.get("rel") == "noreferrer", (page.address, link.get("href"))
                assert "ext" in link.get("class", ""), (page.address, link.get("href"))


def test_policy_names_exactly_the_inline_scripts(pages: Pages) -> None:
    for page in pages.values():
        policy = page.tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
        assert "unsafe" not in policy
        inline = page.tree.xpath("//script[not(@src)][not(@type)]")
        assert {script_hash(script.text) for script in inline} == set(
            re.findall(r"sha256-[^']+", policy)
        ), page.address
        assert page.tree.xpath("//@style") == [], page.address
        assert not [a for a in page.tree.xpath("//@*") if str(a).startswith("javascript:")]
        handlers = [n for e in page.tree.iter() for n in e.attrib if str(n).startswith("on")]
        assert handlers == [], page.address


def test_bootstrap_of_the_search_is_small(pages: Pages) -> None:
    for script in pages["en/index.html"].tree.xpath("//script[not(@src)][not(@type)]"):
        assert len(script.text.encode()) <= 2 * KB


def test_pages_are_small(pages: Pages) -> None:
    large = {page.address: page.size for page in pages.values() if page.size > 60 * KB}
    assert large == {}


def test_first_load_is_small(pages: Pages, built_site: Path) -> None:
    """Uncompressed, with every font a reader of the language may need."""
    for lang, fonts in {"en": "latin", "ka": "georgian", "fi": "latin", "hi": "devanagari"}.items():
        page = pages[f"{lang}/index.html"]
        loaded = {
            page.resolve(value)[0]
            for attribute, value in page.links()
            if attribute in ("src", "href") and value.endswith((".js", ".css", ".svg"))
        }
        size = page.size + sum((built_site / address).stat().st_size for address in loaded)
        for font in (built_site / "assets").glob("guide-serif-*.woff2"):
            if "latin" in font.name or fonts in font.name:
                size += font.stat().st_size
        assert size < 250 * KB, lang


def test_fallback_pages_say_so(pages: Pages) -> None:
    for page in pages.values():
        foreign = page.tree.xpath('//*[@id="main"]//*[@lang][.//h1]/@lang')
        own = page.tree.get("lang")
        if foreign and foreign[0] != own:
            assert page.tree.xpath('//meta[@name="robots"]/@content') == ["noindex"], page.address
            assert page.tree.xpath('//*[contains(@class,"notice")]'), page.address


def test_sitemap_lists_translated_pages_only(pages: Pages, built_site: Path) -> None:
    root = ElementTree.fromstring((built_site / "sitemap.xml").read_bytes())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = {str(loc.text) for loc in root.findall("s:url/s:loc", space)}
    assert listed
    for page in pages.values():
        noindex = bool(page.tree.xpath('//meta[@name="robots"][@content="noindex"]'))
        if noindex:
            assert SITE_URL + page.address not in listed
    assert all(address.removeprefix(SITE_URL) in pages for address in listed)


def test_feeds_and_linked_data_can_be_read(pages: Pages, built_site: Path) -> None:
    for lang in ("en", "ka", "fi", "hi"):
        feed = ElementTree.fromstring((built_site / lang / "feed.xml").read_bytes())
        assert feed.tag.endswith("feed")
    how_to = 0
    for page in pages.values():
        for script in page.tree.xpath('//script[@type="application/ld+json"]'):
            data = json.loads(script.text)
            how_to += data["@type"] == "HowTo" and len(data["step"]) >= 4
    assert how_to >= 12


def test_pictures_for_previews_are_there(pages: Pages, built_site: Path) -> None:
    for page in pages.values():
        for picture in page.tree.xpath('//meta[@property="og:image"]/@content'):
            content = (built_site / picture.removeprefix(SITE_URL)).read_bytes()
            assert content.startswith(b"\x89PNG"), page.address


def test_offline_lists_name_what_is_there(built_site: Path) -> None:
    listed: set[str] = set()
    for path in (built_site / "offline").glob("*.json"):
        listed |= {address for address, _ in json.loads(path.read_text(encoding="utf-8"))}
    assert all((built_site / address).is_file() for address in listed)
    for path in built_site.rglob("*.html"):
        assert path.relative_to(built_site).as_posix() in listed
