"""Interface words for translators: collect them from templates, scripts and modules.

`python -m mkdocs_playbook.catalogues update` writes `locale/playbook.pot` and brings every
`locale/<lang>/LC_MESSAGES/playbook.po` up to date; `… new LANG` begins a language.
Compiled catalogues are made in memory when the site is built.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from mkdocs_playbook.words import LOCALE

PACKAGE = Path(__file__).parent
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2"), ("assets/**.js", "javascript")]
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "playbookText": None,
    "playbookPlural": (1, 2),
}
_WIDTH = 98


def collected() -> Catalog:
    """Every word of the interface, in the source language."""
    catalog = Catalog(charset="utf-8")
    found = extract_from_dir(
        str(PACKAGE),
        method_map=METHODS,
        options_map={
            "templates/**.html": {"trimmed": "true"},
            "assets/**.js": {"parse_template_string": "true"},
        },
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for _file, _line, message, comments, context in found:
        catalog.add(message, None, auto_comments=comments, context=context)
    return catalog


def updated(old: Catalog, words: Catalog) -> Catalog:
    """A catalogue with today's words: translations kept, what is gone left out."""
    old.update(words, no_fuzzy_matching=True)
    old.obsolete.clear()
    return old


def write(catalog: Catalog, path: Path) -> None:
    """Write a catalogue the same way on every machine: sorted, no dates, no places."""
    path.parent.mkdir(parents=True, exist_ok=True)
    header = ["Content-Type: text/plain; charset=utf-8"]
    if catalog.locale is not None:
        header.insert(0, f"Language: {str(catalog.locale).replace('_', '-')}")
        header.append(f"Plural-Forms: {catalog.plural_forms}")
    with path.open("wb") as file:
        file.write(b'msgid ""\nmsgstr ""\n')
        file.writelines(f'"{line}\\n"\n'.encode() for line in header)
        file.write(b"\n")
        write_po(file, catalog, width=_WIDTH, omit_header=True, no_location=True, sort_output=True)


def untranslated(catalog: Catalog) -> list[str]:
    """Words without a translation."""
    empty: list[str] = []
    for message in catalog:
        forms = message.string if isinstance(message.string, list | tuple) else [message.string]
        if message.id and not all(forms):
            empty.append(message.id if isinstance(message.id, str) else message.id[0])
    return empty


def main(arguments: list[str]) -> int:
    match arguments:
        case ["update"]:
            langs: list[str] = []
        case ["new", lang]:
            langs = [lang]
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    words = collected()
    write(words, LOCALE / "playbook.pot")
    paths = {path.parent.parent.name: path for path in LOCALE.glob("*/LC_MESSAGES/playbook.po")}
    paths |= {lang: LOCALE / lang / "LC_MESSAGES" / "playbook.po" for lang in langs}
    for lang, path in sorted(paths.items()):
        try:
            old = read_catalogue(path, lang) if path.is_file() else Catalog(locale=lang)
        except (UnknownLocaleError, ValueError):
            print(f"{lang}: no such language. Give a tag like `sv`.", file=sys.stderr)
            return 2
        catalog = updated(old, words)
        write(catalog, path)
        print(f"{lang}: {len(catalog)} words, {len(untranslated(catalog))} to translate")
    return 0


def read_catalogue(path: Path, lang: str) -> Catalog:
    """A catalogue as it stands in its file."""
    with path.open("rb") as file:
        return read_po(file, locale=lang)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
