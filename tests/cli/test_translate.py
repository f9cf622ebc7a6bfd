"""`playbook translate …`, `fmt` and `export` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

from playbook.cli.translate_status import bar
from playbook.translate import Progress

LATE = Path("content/en/playbooks/late.md")
KA = Path("content/ka/playbooks/late.md")


def test_from_the_first_stamp_to_a_stale_section(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    sections = ("intro", "signs", "strategy", "exit-criteria", "messages")
    assert run("translate", "mark", "late", "ka", *sections).status == 0
    assert run("translate", "diff", "late", "ka").out == f"{KA}: every section is up to date.\n"
    LATE.write_text(LATE.read_text("utf-8").replace("nine days late", "ten days late"), "utf-8")
    said = run("translate", "diff", "late", "ka")
    assert "[-nine-] {+ten+}" in said.out
    assert "ცხრა დღით" in said.out
    refused = run("translate", "mark", "late", "ka", "signs")
    assert refused.status == 2
    assert "--unchanged" in refused.err
    assert run("translate", "mark", "late", "ka", "signs", "--unchanged").status == 0


def test_status_as_a_table_and_as_data(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    run("translate", "mark", "late", "ka", "intro", "signs")
    table = run("translate", "status").out
    assert "playbooks/late  ●●◐◐◐" in table
    data = json.loads(run("translate", "status", "--format", "json").out)
    pages = {page["id"]: page for page in data["languages"][0]["pages"]}
    assert pages["playbooks/late"]["sections"]["signs"] == "current"
    assert pages["playbooks/late"]["path"] == "ka/playbooks/late.md"


def test_mistakes_are_one_line_with_the_way_out(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    for words, hint in [
        (("translate", "mark", "lat", "ka", "signs"), "Did you mean late?"),
        (("translate", "mark", "late", "en", "signs"), "Name another: ka."),
        (("translate", "mark", "late", "fi", "signs"), "translate start playbooks/late fi"),
        (("translate", "mark", "late", "ka"), "intro (stale)"),
        (("translate", "start", "late", "ka"), "translate diff playbooks/late ka"),
        (("translate", "export", "en"), "Name one: ka"),
        (("translate", "import", "nowhere.po"), "Create it, or mend its name."),
        (("fmt", "nowhere"), "archetypes.yml"),
    ]:
        said = run(*words)
        assert (said.status, said.out) == (2, "")
        assert hint in said.err
        assert said.err.count("\n") == 1


def test_a_new_language_by_the_documented_commands(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    pages = len(list(Path("content/en").rglob("*.md")))
    said = run("translate", "start", "--all", "sv")
    assert (said.status, said.out.count("\n")) == (0, pages)
    assert run("translate", "start", "--all", "sv").err == "sv has every page already.\n"
    said = run("check")
    assert said.status == 0, said.out
    told = [line for line in said.out.splitlines() if line.startswith("content/sv/")]
    assert len(told) == pages, "one warning a page"
    assert all(" warning untranslated started, but still" in line for line in told)


def test_a_page_half_translated_is_told_once_with_its_lines(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    run("translate", "start", "late", "sv")
    page = Path("content/sv/playbooks/late.md")
    text = page.read_text("utf-8")
    page.write_text(text.replace("The last invoice was paid nine days late", "Fakturan kom sent"))
    data = json.loads(run("check", "--only", "untranslated", "--format", "json").out)
    (finding,) = data["findings"]
    assert finding["message"] == "5 of 6 items say the same as in en"
    assert finding["fix"] == "Translate them: lines 11, 15-16, 20, 22."
    assert finding["line"] == 11


def test_a_po_file_of_a_language_just_started_is_empty(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    run("translate", "start", "--all", "sv")
    said = run("translate", "export", "sv")
    assert ", 0 fuzzy, " in said.err
    text = Path("sv.po").read_text("utf-8")
    assert "#, fuzzy" not in text
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    said = run("translate", "import", "sv.po")
    assert (said.status, said.err) == (0, "0 taken, 0 not taken, 0 files written.\n")
    assert before == {
        path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()
    }
    title = 'msgid "The late client"\nmsgstr ""'
    assert text.count(title) == 1
    Path("sv.po").write_text(text.replace(title, title[:-1] + 'Betalar sent"'), "utf-8")
    said = run("translate", "import", "sv.po")
    assert said.err == "1 taken, 0 not taken, 1 file written.\n"


def test_the_bar_is_full_when_all_is_done_only() -> None:
    assert bar(Progress("fi", 149, 1, 0, 0)) == "███████████████████░  99 %"
    assert bar(Progress("fi", 150, 0, 0, 0)) == "████████████████████ 100 %"
    assert bar(Progress("fi", 0, 0, 0, 0)) == "████████████████████ 100 %"


def test_out_to_a_po_file_and_back(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    before = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    assert run("translate", "export", "ka").status == 0
    assert run("translate", "import", "ka.po").status == 0
    after = {path: path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}
    assert after == before


def test_fmt_says_what_it_did_and_then_has_nothing_to_do(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    LATE.write_text(LATE.read_text("utf-8").replace("{#asks-again ", "{"), "utf-8")
    said = run("fmt", "--check")
    assert (said.status, said.out) == (
        1,
        "content/en/playbooks/late.md: would change, new ids: they-invoice-again\n",
    )
    assert run("fmt", LATE).status == 0
    assert run("fmt", "--check").status == 0


def test_export_is_json(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    data = json.loads(run("export").out)
    assert [archetype["id"] for archetype in data["archetypes"]] == ["late", "loud"]


def test_what_a_change_does_to_the_translations(knowledge_base: Path, run) -> None:  # type: ignore[no-untyped-def]
    run("translate", "mark", "late", "ka", "intro", "signs")
    Path("before.json").write_text(run("translate", "status", "--format", "json").out, "utf-8")
    LATE.write_text(LATE.read_text("utf-8").replace("nine days late", "ten days late"), "utf-8")
    said = run("translate", "status", "--format", "markdown", "--compare", "before.json")
    assert "| ka | 1 (-1) | 12 (+1) | 0 |" in said.out
    assert "- ka `playbooks/late`: now stale: signs" in said.out
