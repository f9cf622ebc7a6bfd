"""Words cut in arrays are those that the pattern cuts, line by line."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from playbook.search.word_runs import word_runs
from playbook.text.tokens import word_pattern

LETTERS = "aäკक्षि7' \n’-.\u2003\u200d\ud800😀"


@given(st.text(alphabet=LETTERS, max_size=40))
@example("")
@example("'don't'' a'\n'b\n")
def test_words_and_lines_are_those_of_the_pattern(text: str) -> None:
    words, per_line = word_runs(text)
    lines = [word_pattern().findall(line) for line in text.split("\n")]
    assert words == [word for line in lines for word in line]
    assert per_line.tolist() == list(map(len, lines))
