"""Which of a key's irregular forms the index keeps."""

from __future__ import annotations

from playbook.search.entries import FEW, MOST, _likely


def test_few_irregular_forms_are_all_kept() -> None:
    forms = ["flew", "flown", "flyest", "flyings"]
    assert len(forms) == FEW
    assert set(_likely(dict.fromkeys(forms, "fli"), [])) == set(forms)


def test_of_many_those_that_end_as_words_of_the_corpus_do() -> None:
    forms = dict.fromkeys(["ajalla", "ajalle", "ajatta", "ajoin", "ajoitse"], "aika")
    kept = _likely(forms, ["talolla", "kadulla", "talolle"])
    assert list(kept) == ["ajalla", "ajalle"]
    assert len(kept) == MOST
