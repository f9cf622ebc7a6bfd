"""The program in few bytes means what it meant."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from playbook.search.program import program
from playbook.search.shorten import shortened

SOURCE = r"""
/** A word's letters, in order: "function var" is no code here. */
var S = {};
S.sign = "/* kept */ + +";
(function () {
  var letters = /[^/"]+\/?/g;  // until a slash, or "
  S.Word = function (text) {
    var count = 0, later = text.match(letters) || [];
    this.text = text;
    this.size = function () { return later.length + +count - -1; };
    try {
      count = text.missing.length;
    } catch (fault) {
      S.seen(fault instanceof Error ? { text: text, count: later.length } : null);
    }
  };
  S.seen = function (entry) {
    for (var name in entry) S.found.push(name + ":" + entry[name]);
    return S;
  };
  function unused(letters) { return letters; }
  S.found = [];
})();
var word = new S.Word("a/b/c");
if (word.size() > 2) console.log(word.size(), S.found.join(), S.sign);
else console.log("no");
"""


def under_node(source: str) -> str:
    done = subprocess.run(["node", "-e", source], capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not installed")
def test_a_short_program_does_the_same() -> None:
    assert under_node(shortened(SOURCE, "S")) == under_node(SOURCE) != ""


def test_names_are_short_and_public_ones_stay() -> None:
    short = shortened(SOURCE, "S", ["Word"])
    assert len(short) < 0.6 * len(SOURCE)
    assert ".Word=" in short
    assert not re.search(r"\b(letters|later|fault|entry|unused|seen)\b", short)
    assert "until a slash" not in short


def test_functions_side_by_side_use_the_same_names() -> None:
    source = "function one(first) { return first; } function two(second) { return second + one; }"
    assert shortened(source) == "function a(c){return c;}function b(c){return c+a;}\n"


def test_the_program_leaves_no_long_name_of_its_own() -> None:
    own = r"\bfunction ([a-zA-Z]{4,})\b|\bvar ([a-zA-Z]{4,})\b"
    assert [re.findall(own, script) for script in program().values()] == [[], []]
