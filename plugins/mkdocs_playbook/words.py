"""Interface words: gettext catalogues read from `.po`, compiled in memory, by language.

Templates use `_` and `ngettext`; scripts get the words they ask for as data (`script_words`).
Dates, lists, numbers and language names come from CLDR through Babel.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LOCALE = Path(__file__).parent / "locale"
SOURCE_LANGUAGE = "en"
"""The language the words are written in; it needs no catalogue."""

PSEUDO = "en-XA"
"""The tag of the pseudo-language in which every translated word is bracketed (for tests)."""


def mark(text: str) -> str:
    """Mark words of a module for extraction; the template translates them."""
    return text


def plural(template: str, _other: str, _count: int) -> str:
    """Mark a plural for extraction."""
    return template


@dataclass(frozen=True)
class Words:
    """The interface of one language."""

    lang: str
    locale: Locale
    catalogue: gettext.NullTranslations

    def gettext(self, text: str) -> str:
        return self.catalogue.gettext(text)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return self.catalogue.ngettext(one, many, count)

    def language_name(self, lang: str) -> str:
        """The name of `lang` in this language."""
        return _locale(lang).get_display_name(self.locale) or lang

    def own_name(self) -> str:
        """The language's name in itself: `suomi`."""
        return self.locale.get_display_name(self.locale) or self.lang

    def date(self, iso: str) -> str:
        """`2026-11-14…` as a long date."""
        return format_date(datetime.fromisoformat(iso).date(), "long", locale=self.locale)

    def listing(self, parts: Sequence[str]) -> str:
        return format_list(parts, locale=self.locale)

    def number(self, value: int) -> str:
        return format_decimal(value, locale=self.locale)

    def percent(self, value: int) -> str:
        return format_percent(value / 100, locale=self.locale)


class _Pseudo(gettext.NullTranslations):
    """Brackets every word that goes through the catalogue."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"


def words_of(lang: str, folders: Iterable[Path] = (), *, pseudo: bool = False) -> Words:
    """The interface in `lang`; later `folders` (a site's own catalogues) win.

    A language without a catalogue gets the source words.
    """
    if pseudo:
        return Words(lang, _locale(lang), _Pseudo())
    catalogue: gettext.NullTranslations = gettext.NullTranslations()
    for folder in (LOCALE, *folders):
        path = folder / lang.replace("-", "_") / "LC_MESSAGES" / "playbook.po"
        if path.is_file():
            compiled = _compiled(path)
            compiled.add_fallback(catalogue)
            catalogue = compiled
    return Words(lang, _locale(lang), catalogue)


def script_words(words: Words, asked: Iterable[str]) -> dict[str, object]:
    """What scripts need: {msgid: translation, or a list of plural forms}, and the plural forms.

    `asked` are message ids; a plural's two forms are joined by a NUL, as in a catalogue.
    """
    table: dict[str, object] = {}
    categories: dict[str, int] = {}
    for msgid in sorted(asked):
        one, _, many = msgid.partition("\0")
        if not many:
            table[one] = words.gettext(one)
            continue
        forms: list[str] = []
        for count in range(201):
            form = words.ngettext(one, many, count)
            if form not in forms:
                forms.append(form)
            categories.setdefault(words.locale.plural_form(count), forms.index(form))
        table[one] = forms
    return {"lang": words.lang, "plural": categories, "words": table}


def _compiled(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        catalog: Catalog = read_po(file)
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)


@cache
def _locale(lang: str) -> Locale:
    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(SOURCE_LANGUAGE)
