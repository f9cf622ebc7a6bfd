"""A playbook has its tree without further work, in one shape for all languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.model import Library, Wait
from playbook.tree import Tree, find_tree, load_trees, prove
from playbook.tree.phrases import phrases_of

BASE = Path(__file__).parent / "fixtures" / "base"


def shape(tree: Tree) -> list[tuple[str, list[str]]]:
    return [(q.id, [answer.to for answer in q.answers]) for q in tree.questions]


def test_the_way_through_a_playbook(knowledge_base: Callable[..., Library]) -> None:
    tree = find_tree(load_trees(knowledge_base()), "en", "quiet")
    assert tree is not None and tree.derived
    assert shape(tree) == [
        ("signs", ["ask-one", "ask-one", "ask-one", "signs-2"]),
        ("signs-2", ["ask-one", "ask-one", "more-likely"]),
        ("ask-one", ["playbooks/quiet.md#next-time", "call-once"]),
        ("call-once", ["playbooks/quiet.md#next-time", "pause"]),
        ("pause", ["playbooks/quiet.md#next-time", "exit-criteria"]),
        ("exit-criteria", ["more-likely", "playbooks/quiet.md#exit-criteria", "guides/leaving.md"]),
        ("more-likely", ["playbooks/broke.md#signs", "trees/triage.md#what-comes-back"]),
    ]
    assert [question.text for question in tree.questions] == [
        "Which of these do you see?",
        "And do you see one of these?",
        "Steps 1–2: did it help within 2 working days?",
        "Step 3: did it help within 1 day?",
        "Step 4: did it help?",
        "How many of these are true today?",
        "Which of these is it more like?",
    ]


def test_steps_stand_in_the_help_with_their_messages(
    knowledge_base: Callable[..., Library],
) -> None:
    tree = find_tree(load_trees(knowledge_base()), "en", "quiet")
    assert tree is not None
    question = tree.question("ask-one")
    assert question is not None
    assert question.help.splitlines() == [
        "1. **Keep a log.** Dates only.",
        "2. **Ask one question.** With two options. Wait two working days. "
        "→ [One question](quiet.md#one-question)",
    ]


def test_every_sign_is_an_answer(content: Library) -> None:
    trees = [tree for tree in load_trees(content) if tree.derived]
    assert trees
    for tree in trees:
        page = content.pages[tree.source]
        section = page.section("signs")
        assert section is not None
        signs = [item.id for item in section.list_items if item.id and not item.proposed]
        asked = [a.sign for q in tree.questions for a in q.answers if a.sign]
        assert sorted(asked) == sorted(str(sign) for sign in signs), tree.path


def test_a_question_never_has_more_than_five_answers(content: Library) -> None:
    for tree in load_trees(content):
        for question in tree.questions:
            assert 2 <= len(question.answers) <= 5, f"{tree.path} #{question.id}"


def test_a_translation_has_the_same_shape(knowledge_base: Callable[..., Library]) -> None:
    text = (BASE / "en/playbooks/quiet.md").read_text(encoding="utf-8")
    other = text.replace("Two questions", "Kaksi kysymystä").replace("## Signs", "## Merkit")
    trees = load_trees(knowledge_base({"fi/playbooks/quiet.md": other}))
    en, fi = find_tree(trees, "en", "quiet"), find_tree(trees, "fi", "quiet")
    assert en is not None and fi is not None
    assert shape(en) == shape(fi)
    assert fi.questions[2].text == "Askeleet 1–2: auttoivatko ne 2 työpäivässä?"


def test_all_languages_of_our_own_derived_trees_have_one_shape(content: Library) -> None:
    trees = [tree for tree in load_trees(content) if tree.derived]
    models = {tree.id: shape(tree) for tree in trees if tree.lang == content.reference}
    for tree in trees:
        assert shape(tree) == models[tree.id], f"{tree.lang} {tree.id}"


def test_a_tree_written_by_hand_takes_the_place_of_the_derived_one(
    knowledge_base: Callable[..., Library],
) -> None:
    written = (
        "---\ntitle: No money, what now?\n---\n\n## Is it the first time? {#first}\n\n"
        "- [Yes](../playbooks/broke.md#strategy) {#invoice-late}\n"
        "- [No](../playbooks/broke.md#exit-criteria)\n"
    )
    fi = (BASE / "en/playbooks/broke.md").read_text(encoding="utf-8")
    library = knowledge_base({"en/trees/broke.md": written, "fi/playbooks/broke.md": fi})
    trees = load_trees(library)
    tree = find_tree(trees, "en", "broke")
    assert tree is not None and not tree.derived
    assert find_tree(trees, "fi", "broke") is None, "shown from the reference instead"
    assert prove(library) == ()


@pytest.mark.parametrize("missing", ["signs", "strategy", "exit-criteria"])
def test_no_tree_while_a_required_section_is_missing(
    missing: str, knowledge_base: Callable[..., Library]
) -> None:
    text = (BASE / "en/playbooks/broke.md").read_text(encoding="utf-8")
    other = text.replace(f"{{#{missing}}}", "{#something-else}")
    assert (
        find_tree(load_trees(knowledge_base({"en/playbooks/broke.md": other})), "en", "broke")
        is None
    )


def test_proposals_are_left_out(knowledge_base: Callable[..., Library]) -> None:
    text = (BASE / "en/playbooks/broke.md").read_text(encoding="utf-8")
    other = text.replace(
        "## Strategy", '- They pay in kind. {.proposed cite="ka-1:4"}\n\n## Strategy'
    )
    tree = find_tree(load_trees(knowledge_base({"en/playbooks/broke.md": other})), "en", "broke")
    assert tree is not None
    assert [answer.text for answer in tree.questions[0].answers] == [
        "The invoice is late.",
        "None of these",
    ]


@pytest.mark.parametrize(
    ("lang", "wait", "said"),
    [
        ("en", Wait(1, "wd"), "within 1 working day"),
        ("en", Wait(2, "w"), "within 2 weeks"),
        ("fi", Wait(3, "d"), "3 päivässä"),
        ("hi", Wait(1, "h"), "1 घंटे में"),
        ("hi", Wait(4, "h"), "4 घंटों में"),
        ("ka", Wait(2, "m"), "2 თვეში"),
        ("sv", Wait(2, "m"), "within 2 months"),
        ("en-GB", Wait(1, "m"), "within 1 month"),
    ],
)
def test_times_in_the_plural_of_the_language(lang: str, wait: Wait, said: str) -> None:
    assert phrases_of(lang).within(wait) == said


def test_every_language_says_everything_the_reference_says() -> None:
    english = phrases_of("en")
    for lang in ("ka", "fi", "hi"):
        own = phrases_of(lang)
        assert own.words.keys() == english.words.keys()
        same = [key for key, text in own.words.items() if text == english.words[key]]
        assert same == []
        for key, text in english.words.items():
            for name in ("{name}", "{first}", "{last}", "{within}"):
                assert (name in text) == (name in own.words[key]), f"{lang} {key}"
