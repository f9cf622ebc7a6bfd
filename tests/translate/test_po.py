"""Out to a PO file and back: nothing changes by itself, and nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace as replace_dataclass
from pathlib import Path

import pytest

from playbook.errors import PlaybookError
from playbook.library import load_library, read_page
from playbook.translate.entries import entries_of
from playbook.translate.po import write_catalog
from playbook.translate.po_import import Imported, import_catalog
from playbook.translate.po_reading import read_catalog
from playbook.translate.segments import segments_of


def export(content: Path, lang: str = "ka") -> str:
    return write_catalog(entries_of(load_library(content), lang), lang, "0")


def import_text(content: Path, text: str, folder: Path) -> Imported:
    file = folder / "x.po"
    file.write_text(text, "utf-8")
    lang, messages = read_catalog(file)
    return import_catalog(load_library(content), lang, messages)


def replace(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, text
    return text.replace(old, new)


def without_fuzzy(text: str, context: str) -> str:
    head, mark, tail = text.partition(f'msgctxt "{context}"')
    assert mark
    before, _, last = head.rpartition("#, fuzzy\n")
    return before + last + mark + tail


def test_our_own_pages_come_back_as_they_were(project: Path, tmp_path: Path) -> None:
    library = load_library(project / "content")
    for lang in library.languages[1:]:
        text = write_catalog(entries_of(library, lang), lang, "0")
        imported = import_text(project / "content", text, tmp_path)
        assert (dict(imported.files), imported.conflicts) == ({}, ())


def test_the_same_content_gives_the_same_bytes(content: Path) -> None:
    assert export(content) == export(content)


def test_a_translated_item_changes_that_item_alone(project: Path, tmp_path: Path) -> None:
    """Anywhere in our own pages, one item of each: one place of one file."""
    pick = random.Random("po 2")
    library = load_library(project / "content")
    for lang in library.languages[1:]:
        entries = [
            entry
            for entry in entries_of(library, lang)
            if entry.original.kind not in ("aliases", "table") and "](" not in entry.text
        ]
        chosen = {entry.ref: entry for entry in pick.sample(entries, 200)}
        assert len(chosen) > 15, "nearly every page"
        new = {e.context: f"{e.text} ({e.text.split()[0]})" for e in chosen.values()}
        (tmp_path / "x.po").write_text(write_catalog(entries_of(library, lang), lang, "0"), "utf-8")
        _, read = read_catalog(tmp_path / "x.po")
        edited = [replace_dataclass(po, text=new.get(po.context, po.text)) for po in read]
        imported = import_catalog(library, lang, edited)
        assert set(imported.taken) == set(new), imported.conflicts
        assert set(imported.files) == {ref.path for ref in chosen}
        for ref, entry in chosen.items():
            before = library.pages[ref].source.split("\n")
            after = imported.files[ref.path].split("\n")
            assert entry.translation is not None
            first, last = entry.translation.first_line - 1, entry.translation.last_line
            changed = len(after) - (len(before) - last)
            assert before[:first] == after[:first]
            assert before[last:] == after[changed:]
            assert after[first:changed] != before[first:last]


SCRAPS = (
    "", "\n", '"', "\\", "#, fuzzy\n", 'msgid "x"\n', "msgstr", "{x}", "](y.md)", "#~ ", "\x00",
    "გ", "\ufeff", "- ", "## ", "> ", "{#signs}", "msgctxt", "\r", "[", "---\n", "#| ", "\u202e",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(80))
def test_a_spoilt_file_is_refused_or_loses_nothing(
    content: Path, tmp_path: Path, seed: int
) -> None:
    pick = random.Random(seed)
    text = export(content)
    for _ in range(pick.randint(1, 4)):
        a, b = sorted(pick.choices(range(len(text) + 1), k=2))
        b = min(b, a + pick.choice([0, 1, 30, 400]))
        text = text[:a] + pick.choice(SCRAPS) + text[pick.choice([a, b]) :]
    library = load_library(content)
    try:
        imported = import_text(content, text, tmp_path)
    except PlaybookError as refused:
        assert refused.way_out
        return
    for path, new in imported.files.items():
        if "/.made-from/" in path:
            continue
        ref = next(ref for ref in library.pages if ref.path == path)
        page, before = read_page(new, ref, path), library.pages[ref]
        assert not {p.code for p in page.problems} - {p.code for p in before.problems}
        taken = {context.partition("#")[2] for context in imported.taken}
        now = {segment.key: segment.text for segment in segments_of(page)}
        for segment in segments_of(before):
            assert segment.key in now, "nothing is dropped"
            assert now[segment.key] == segment.text or segment.key in taken


def test_a_file_half_finished_is_taken_as_far_as_it_goes(content: Path, tmp_path: Path) -> None:
    file = content / "en/playbooks/late.md"
    text = file.read_text("utf-8").replace("nine days late", "ten days late")
    file.write_text(text.replace("They ask for the invoice", "They ask for an invoice"), "utf-8")
    half = without_fuzzy(export(content), "playbooks/late#signs/nine-days")
    half = replace(half, "ბოლო ანგარიში ცხრა", "ბოლო ანგარიში ათი")
    imported = import_text(content, half, tmp_path)
    assert imported.taken == ("playbooks/late#signs/nine-days",)
    assert imported.stamped == (), "the other sign is still fuzzy"
    for path, new in imported.files.items():
        (content / path).write_text(new, "utf-8")
    again = export(content)
    assert "#, fuzzy" in again
    imported = import_text(content, again, tmp_path)
    assert dict(imported.files) == {}


def test_a_conflict_takes_the_others_and_names_its_line(content: Path, tmp_path: Path) -> None:
    text = replace(export(content), "ანგარიშს ხელახლა ითხოვენ.", "ისევ ითხოვენ.")
    text = replace(text, "ბოლო ანგარიში ცხრა დღით", "ბოლო ანგარიში ათი დღით")
    file = content / "ka/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("ხელახლა ითხოვენ", "კიდევ ითხოვენ"), "utf-8")
    imported = import_text(content, text, tmp_path)
    (conflict,) = imported.conflicts
    assert text.split("\n")[conflict.line - 1] == 'msgid "They ask for the invoice again."'
    assert imported.taken == ("playbooks/late#signs/nine-days",)
    assert "კიდევ ითხოვენ" in imported.files["ka/playbooks/late.md"]


def test_a_stale_item_is_fuzzy_with_the_text_it_was_made_from(content: Path) -> None:
    file = content / "en/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("nine days late", "ten days late"), "utf-8")
    text = export(content)
    assert text.count("#, fuzzy") == 1
    assert '#| msgid "The last invoice was paid nine days late."' in text


def test_confirming_the_fuzzy_items_marks_the_section(content: Path, tmp_path: Path) -> None:
    file = content / "en/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("nine days late", "ten days late"), "utf-8")
    text = without_fuzzy(export(content), "playbooks/late#signs/nine-days")
    text = replace(text, "ბოლო ანგარიში ცხრა", "ბოლო ანგარიში ათი")
    imported = import_text(content, text, tmp_path)
    assert imported.stamped == ("ka/playbooks/late.md signs",)
    for path, new in imported.files.items():
        (content / path).write_text(new, "utf-8")
    assert "fuzzy" not in export(content)


def test_a_new_item_of_the_reference_is_put_where_it_belongs(content: Path, tmp_path: Path) -> None:
    file = content / "en/playbooks/late.md"
    item = "- They ask for the invoice again."
    new = '- They pay half. {#pay-half cite="editorial"}\n'
    file.write_text(file.read_text("utf-8").replace(item, new + item), "utf-8")
    text = replace(
        export(content),
        'msgid "They pay half."\nmsgstr ""',
        'msgid "They pay half."\nmsgstr "ნახევარს იხდიან."',
    )
    imported = import_text(content, text, tmp_path)
    lines = imported.files["ka/playbooks/late.md"].split("\n")
    place = lines.index('- ნახევარს იხდიან. {#pay-half cite="editorial"}')
    assert "{#nine-days" in lines[place - 1]
    assert "{#asks-again" in lines[place + 1]
    assert imported.stamped == ("ka/playbooks/late.md signs",)


def test_a_page_appears_when_all_of_it_is_translated(content: Path, tmp_path: Path) -> None:
    (content / "ka/guides/leaving.md").unlink()
    text = export(content)
    half = replace(
        text, 'msgid "Handing over"\nmsgstr ""', 'msgid "Handing over"\nmsgstr "გადაბარება"'
    )
    imported = import_text(content, half, tmp_path)
    assert (dict(imported.files), imported.waiting) == (
        {},
        ("ka/guides/leaving.md: 3 of 4 not translated yet",),
    )
    for original in (
        "Leaving well",
        "How to end it without a quarrel.",
        "Hand over the accounts once you are paid.",
    ):
        half = replace(half, f'msgid "{original}"\nmsgstr ""', f'msgid "{original}"\nmsgstr "აბგ"')
    imported = import_text(content, half, tmp_path)
    assert '- აბგ {#accounts-once-paid cite="so-1:20"}' in imported.files["ka/guides/leaving.md"]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (
            lambda text: text.replace("[გზამკვლევი](../guides/leaving.md#hand-over)", "გზამკვლევი"),
            "links",
        ),
        (lambda text: text.replace("{სახელი}, {თარიღი}", "{სახელი}"), "fields"),
        (lambda text: text.replace('"ნიშნები"', '"- ნიშნები"'), "begins like"),
        (lambda text: text.replace('"ნიშნები"', '"ნიშნები {#x}"'), "attribute block"),
        (
            lambda text: text.replace('"Signs"', '"Omens"').replace('"ნიშნები"', '"სხვა"'),
            "changed since",
        ),
        (
            lambda text: text.replace(
                "playbooks/late#signs/heading", "playbooks/late#omens/heading"
            ),
            "no longer",
        ),
    ],
)
def test_what_cannot_be_taken_is_reported_and_not_written(
    content: Path, tmp_path: Path, spoil: Callable[[str], str], message: str
) -> None:
    (content / "ka/playbooks/loud.md").unlink()
    (content / "en/playbooks/loud.md").unlink()
    imported = import_text(content, spoil(export(content)), tmp_path)
    assert [message in conflict.message for conflict in imported.conflicts] == [True]
    assert dict(imported.files) == {}


def test_an_edit_of_the_page_since_the_export_is_not_overwritten(
    content: Path, tmp_path: Path
) -> None:
    text = replace(export(content), "ანგარიშს ხელახლა ითხოვენ.", "ისევ ითხოვენ.")
    file = content / "ka/playbooks/late.md"
    file.write_text(file.read_text("utf-8").replace("ხელახლა ითხოვენ", "კიდევ ითხოვენ"), "utf-8")
    imported = import_text(content, text, tmp_path)
    assert ["edited since" in conflict.message for conflict in imported.conflicts] == [True]
    assert dict(imported.files) == {}


def test_an_emptied_translation_is_not_dropped(content: Path, tmp_path: Path) -> None:
    text = replace(export(content), 'msgstr "ანგარიშს ხელახლა ითხოვენ."', 'msgstr ""')
    assert dict(import_text(content, text, tmp_path).files) == {}


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("../../x", "not a language to translate into"),
        ("ქა", "not a language to translate into"),
        ("sv", "there are none in sv"),
        ("en", "which others are translated from"),
    ],
)
def test_a_file_with_another_language_in_its_header_is_refused(
    content: Path, tmp_path: Path, lang: str, message: str
) -> None:
    text = replace(export(content), "Language: ka\\n", f"Language: {lang}\\n")
    with pytest.raises(PlaybookError, match=message):
        import_text(content, text, tmp_path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("not a po file at all {", "not a line of a PO file"),
        ('msgid "x"\nmsgstr "unclosed\n', "not a line of a PO file"),
        ('msgid "x"\nmsgstr "y"\n', "does not say its language"),
    ],
)
def test_a_file_that_is_none_gets_one_clear_error(
    content: Path, tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(PlaybookError, match=message):
        import_text(content, text, tmp_path)
