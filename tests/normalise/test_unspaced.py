"""Cues in scripts that set no blanks, behind words written in one, and in other spellings; and
languages that share a script."""

from __future__ import annotations

import tomllib

import pytest

from playbook.normalise.blocking import cut_into_blocks
from playbook.normalise.cue_files import CUES, cue_languages
from playbook.normalise.cues import cue_book
from playbook.normalise.languages import language_of
from playbook.normalise.roots import Roots
from playbook.normalise.words import size_of, texts_of
from playbook.text import script_of


def found(text: str, language: str) -> set[tuple[str, str]]:
    return {(hit.group, hit.name) for hit in cue_book(language).find_in(text)}


def test_unspaced_text_is_cut_into_letters_and_foreign_words() -> None:
    assert texts_of("Webで困ったクライアント3人") == (
        "web", "で", "困", "っ", "た", "クライアント", "3", "人",
    )  # fmt: skip
    assert size_of(texts_of("难缠的客户")) == 3
    assert size_of(texts_of("näin sanoo asiakas")) == 3


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("昨日また困ったお客様が来ました", "ja", ("topic", "client")),
        ("我们最怕的难缠客户又打来电话", "zh", ("topic", "difficult")),
        ("وللعملاء", "ar", ("topic", "client")),
        ("إقرأ أيضًا: كيف تكتب عقدا", "ar", ("noise", "read-also")),
        ("İlgili yazılar", "tr", ("noise", "read-also")),
        ("ΣΧΕΤΙΚΑ ΑΡΘΡΑ", "el", ("noise", "read-also")),
        ("고객에게 말합니다", "ko", ("topic", "client")),
    ],
)
def test_cue_is_found(text: str, language: str, expected: tuple[str, str]) -> None:
    assert expected in found(text, language)


def test_roots_keep_three_letters() -> None:
    roots = Roots(("و", "ال"))
    assert roots.of("والعميل") == "عميل"
    assert roots.of("ولد") == "ولد"
    assert not Roots(())


@pytest.mark.parametrize("language", cue_languages())
def test_every_archetype_name_of_a_file_finds_itself(language: str) -> None:
    """A cue that cannot match its own words is a slip in the file."""
    data = tomllib.loads((CUES / f"{language}.toml").read_text("utf-8"))
    assert data["archetype"]
    for archetype, fields in data["archetype"].items():
        for cue in fields["name"].replace("\n", " / ").split(" / "):
            plain = cue.replace("*", "").replace("…", "").strip()
            if plain and not cue.startswith("*"):
                assert ("archetype", archetype) in found(plain, language), (language, cue)


ARABIC = "العميل الصعب هو الذي لا يرضى عن عملك ويطلب تغييرات في كل مرة من دون مقابل. "
PERSIAN = "مشتری دشوار کسی است که از کار شما راضی نیست و هر روز یک چیز را تغییر می دهد. "
URDU = "مشکل گاہک وہ ہے جو آپ کے کام سے خوش نہیں ہوتا اور ہر روز ایک نئی بات کہتا ہے۔ "
CHINESE = "難纏的客戶對你的工作不滿意，不斷要求修改，也不願意為這個付錢。"
JAPANESE = "連絡不通顧客対応方法一覧。難しい顧客は仕事に満足せず、修正を何度も要求します。"


@pytest.mark.parametrize(
    ("text", "language"),
    [(ARABIC, "ar"), (PERSIAN, "fa"), (URDU, "ur"), (CHINESE, "zh")],
)
def test_languages_of_one_script(text: str, language: str) -> None:
    assert language_of(cut_into_blocks([text * 3])) == language


def test_japanese_in_chinese_characters_stays_japanese() -> None:
    assert script_of(JAPANESE) == "Hani"
    assert language_of(cut_into_blocks([JAPANESE * 3])) == "ja"
