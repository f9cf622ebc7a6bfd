"""Boilerplate by its form alone, in any language: counters, dates, paths, addresses, code."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

from playbook.normalise.blocks import Block, Kind
from playbook.normalise.clean.verdicts import Taken, Verdict
from playbook.normalise.cues import cue_book
from playbook.normalise.scan import Document, Scanned
from playbook.normalise.words import size_of, texts_of

COUNTER_WORDS = 4
"""`22 Comments`, `1,204 shares so far`: a number, its unit, and a word or two."""
DATE_WORDS = 7
CODE_SHARE = 0.14
"""Brackets, semicolons and the like are 2 % of prose and over 20 % of program text."""

_DIGITS = re.compile(r"[\d०-९]")
_PATH = re.compile(r"\s[»›‹>→/\\|]\s|[»›‹→]")
_CODE = re.compile(
    r"^(?:\$\w+\s*=?\s*[\[{(]|<\?php|\[/?[a-z_-]+(?:\s[^\]]*)?\]\s*$|\{\{|\{%|function\s*\(|var\s+\w+\s*=|@media|"
    r"import\s+\w+;|window\.|document\.|\(adsbygoogle|googletag|/\*|<!--|Warning: |Notice: |"
    r"Error \d|"
    r"[.#][\w-]+\s*\{|\w+\s*=\s*function)"
)
_CODE_SIGN = re.compile(r"[{}\[\]<>;=$\\|#@~^`_]")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\+?[\d][\d\s().-]{6,}\d|[@#][^\W\d_][\w]*"
)
_FILE_NAME = re.compile(
    r"(?i:[\w().%-]{1,120}\.(?:jpe?g|png|gif|webp|svg|avif|bmp|pdf))|[a-z0-9]+(?:[-_][a-z0-9]+)+"
)
"""`angry-client-2.jpg`, or the words of one: what a lost picture leaves behind."""
_ADDRESS_SIGN = re.compile(r"@|#|www\.|://|\d[\d\s().-]{6}")
_DAY_AND_YEAR = re.compile(
    r"\d{1,2}\.?\s+(?:de\s+)?[^\W\d]{3,12}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    r"|[^\W\d]{3,12}\.?\s+\d{1,2},?\s+(?:19|20)\d\d"
)
"""`15 Mart 2022`, `March 15, 2022`: the form of a date in languages whose months nobody named."""
_EXCERPT = re.compile(r"\[\s?(?:…|\.\.\.|&hellip;)\s?\]\s*$|\.\.\.\s*(?:»|→|\[\+\])\s*$")
_PAGE = re.compile(
    r"^[-–—\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–—\s]*$|^\D{0,12}\s?\d{1,4}\s?(?:/|of|von|de|из|sur)\s?\d{1,4}\D{0,3}$"
    r"|^\d{1,4}\s{4,}\S.{0,80}$|^\S.{0,80}\s{4,}\d{1,4}$"
)
_GLUED = re.compile(r"([^\W\d]{3,20})\s?\d[\d.,]{0,6}[kK]?")
"""`Pinterest9`: a button and its counter run together."""
_LONGEST_COUNT = 40
"""Characters of `page 3 of 12`, at most."""
_WIDE = re.compile(r"\s{4}")
_CALM = re.compile(r"[^\d०-९{}\[\]<>;=$\\|#@~^`_»→/:]+")
_NO_CODE = re.compile(r"[^\W\d_][^{}\[\]<>;=$\\|#@~^`_:/+]*")
_SLASHED_DATE = re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4}|\d{4}年")
_MARKS_ONLY = re.compile(r"^[\W\d_]*$")


def claims(document: Document, taken: Taken) -> dict[int, Verdict]:
    """Blocks whose form alone gives them away."""
    found: dict[int, Verdict] = {}
    for index, scanned in enumerate(document.blocks):
        if index not in taken:
            reason = reason_of(scanned)
            if reason:
                found[index] = Verdict(reason)
    return found


def reason_of(scanned: Scanned) -> str:
    """Why the block is boilerplate, "" when its form does not say so."""
    text, block = scanned.text.strip(), scanned.block
    if block.kind is Kind.FRONT:
        return "front-matter"
    if block.kind is Kind.CELL:
        return ""
    if block.kind is Kind.CODE or _is_code(text):
        return "cms-error" if text.startswith(("$", "Warning", "Notice", "Error")) else "code"
    if not scanned.size:
        return "" if block.kind is Kind.HEADING else "markup"
    if is_calm(text, scanned.size):
        return "share-buttons" if scanned.hits and _is_share_row(scanned) else ""
    if block.kind is not Kind.HEADING and not block.number and _is_page(text, scanned.size):
        return "running-head"
    if _is_address(text):
        return "address"
    if _FILE_NAME.fullmatch(text):
        return "caption"
    if _is_counter(scanned):
        return "counter"
    if _is_date(scanned):
        return "date"
    if _is_share_row(scanned):
        return "share-buttons"
    if _EXCERPT.search(text) and scanned.size <= 90:
        return "excerpt"
    if _MARKS_ONLY.match(text) and scanned.size <= 3 and block.kind is not Kind.HEADING:
        return "markup" if not _DIGITS.search(text) else "counter"
    return ""


def form_of(block: Block, size: int) -> str:
    """What can be told without reading its words, of about so many."""
    text = block.text.strip()
    if block.kind is Kind.FRONT:
        return "front-matter"
    if block.kind is Kind.CELL or is_calm(text, size):
        return ""
    if len(text) > _LONGEST_COUNT and _NO_CODE.fullmatch(text):
        return ""
    if block.kind is Kind.CODE or _is_code(text):
        return "code"
    if _MARKS_ONLY.match(text) and block.kind is not Kind.HEADING:
        return "markup" if not _DIGITS.search(text) else "counter"
    return "address" if _is_address(text) else ""


def is_calm(text: str, size: int) -> bool:
    """Several words without a digit or any sign that code, addresses and counters are made of:
    of all the forms below only a row of names can look so.  Most lines do."""
    return (
        size > 1
        and " " in text
        and text[0].isalpha()
        and _CALM.fullmatch(text) is not None
        and "www." not in text
    )


def _is_page(text: str, size: int) -> bool:
    """A page's number, alone or beside its head; `size` in words."""
    may_be = size == 1 or len(text) <= _LONGEST_COUNT or _WIDE.search(text) is not None
    return may_be and _PAGE.match(text) is not None


def _is_code(text: str) -> bool:
    if _CODE.match(text):
        return True
    if len(text) < 12:
        return False
    head = text[:2000]
    return len(_CODE_SIGN.findall(head)) > CODE_SHARE * len(head)


def _is_address(text: str) -> bool:
    if len(text) > 300 or not _ADDRESS_SIGN.search(text):
        return False
    rest = _ADDRESS.sub("", text)
    return rest != text and sum(c.isalpha() for c in rest) <= 12 and len(rest) < len(text) / 2


def _is_counter(scanned: Scanned) -> bool:
    """A number with a unit that counts readers' doings."""
    if scanned.size > COUNTER_WORDS + 2 or not _DIGITS.search(scanned.text):
        return False
    if scanned.is_closed and scanned.size > 3:
        return False
    units = [hit for hit in scanned.hits if hit.name == "counter" and hit.field == "unit"]
    if not units:
        return False
    numbers = sum(1 for word in scanned.texts if _DIGITS.match(word))
    told = {i for hit in units for i in range(hit.first, hit.last)}
    others = scanned.size - numbers - len(told)
    return others <= max(1, len(units)) and scanned.size <= COUNTER_WORDS + len(units)


def _is_share_row(scanned: Scanned) -> bool:
    """Names of networks and nothing else."""
    names = {
        i
        for hit in scanned.hits
        if hit.group == "noise" and hit.name == "share-buttons"
        for i in range(hit.first, hit.last)
    }
    if scanned.size <= 2 and (glued := _GLUED.fullmatch(scanned.text.strip())):
        hits = cue_book(scanned.language).find_in(glued[1])
        return any(h.name == "share-buttons" and h.field == "network" for h in hits)
    numbers = sum(1 for word in scanned.texts if word.isdigit())
    return len(names) >= 1 and len(names) + numbers >= scanned.size * 0.8 and not scanned.is_closed


def _is_date(scanned: Scanned) -> bool:
    """A date, with perhaps a weekday, an hour and a label."""
    if scanned.size > DATE_WORDS or not _DIGITS.search(scanned.text):
        return False
    if scanned.text.rstrip().endswith(("?", "!", ":")) or scanned.block.kind is Kind.HEADING:
        return False
    months = month_names(scanned.language)
    words = scanned.texts
    named = [word for word in words if word in months]
    rest = [w for w in words if w not in months and not _DIGITS.match(w) and not w.isdigit()]
    if named:
        return len(rest) <= 2
    if _DAY_AND_YEAR.fullmatch(scanned.text.strip()):
        return True
    return size_of(rest) <= 2 and _SLASHED_DATE.search(scanned.text) is not None


@cache
def month_names(language: str) -> frozenset[str]:
    """Names of months and weekdays, folded, full and short, of a language and of English.

    Source: Unicode CLDR, through Babel.
    """
    names: set[str] = set()
    for code in (language, "en"):
        try:
            locale = Locale.parse(code)
        except (UnknownLocaleError, ValueError, TypeError):
            continue
        for table in (locale.months, locale.days):
            for context in table.values():
                for width in ("wide", "abbreviated"):
                    for name in context.get(width, {}).values():
                        names.update(word for word in texts_of(name) if len(word) > 2)
    return frozenset(names)


def path_marks(text: str) -> int:
    """How many signs of a path (` » `, ` > `, ` / `) stand in the text."""
    return len(_PATH.findall(text))
