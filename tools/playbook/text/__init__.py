"""Words of any of our languages: cutting, folding, lemma, stem, script, language, romanisation.

    fold("ᲙᲚᲘᲔᲜᲢᲘ")              → "კლიენტი"
    tokenise("ग्राहक के संकेत")      → [Token("ग्राहक", 0, 6), …]
    lemma("asiakkaan", "fi")      → "asiakas"
    stem("asiakas", "fi")         → "asiak"
    guess_language("мой клиент")  → ("ru", 0.9)

What is particular to a language stands in `data/`, a file each, with its source.
"""

from playbook.text.fold import bare, fold, fold_word
from playbook.text.guess import guess_language
from playbook.text.lemma import is_known, lemma
from playbook.text.script import script_of
from playbook.text.stem import stem
from playbook.text.tokens import Token, tokenise

__all__ = [
    "Token",
    "bare",
    "fold",
    "fold_word",
    "guess_language",
    "is_known",
    "lemma",
    "script_of",
    "stem",
    "tokenise",
]
