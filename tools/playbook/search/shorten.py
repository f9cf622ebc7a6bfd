"""A browser program in few bytes: short names, no comments, no needless spaces.

Renamed are variables, parameters and functions, and the properties of one object, if asked; other
properties are data of files, results or the browser's.  A name differs from all names of the
functions around it, so that it means what it meant; functions side by side use the same ones.

    function route(word) { return S.Words(word.length); }  →  function b(c){return a.d(c.length);}

It reads the language the program is written in: `var` and `function`, a `;` after each statement,
properties of that one object always written as `S.name`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, islice, product
from string import ascii_letters
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<comment>//[^\n]*|/\*.*?\*/)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<number>\d[\w.]*)
    |(?P<space>\s+)
    |(?P<sign>.)""",
    re.X | re.S,
)
# A slash after one of these begins a regular expression: here an operand is due.
_REGEX = re.compile(r"/(?![/*])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_OPERAND = frozenset("(,=:[!&|?{};+-*%<>~^")
# No statement ends with one of these, or it has ended.
_GOES_ON = frozenset("(,=:[!&|?{;+-*%<>.")
_WORDS = frozenset(
    re.findall(
        r"\w+",
        "break case catch continue default delete do else false finally for function if in"
        " instanceof new null return switch this throw true try typeof undefined var void while"
        " with let const class of yield async await static get set enum export import super"
        " arguments",
    )
)


class Token(NamedTuple):
    """A word or sign of a program, and what stood between it and the one before."""

    text: str
    is_name: bool
    touches: bool
    on_new_line: bool


@dataclass
class _Function:
    """A function, and the names that are declared in it."""

    outer: _Function | None = None
    names: Counter[str] = field(default_factory=Counter)  # how often each is used

    def declare(self, names: Iterable[str]) -> None:
        for name in names:
            self.names[name] += 0

    def binding(self, name: str) -> _Function | None:
        """The innermost function around that declares a name."""
        if name in self.names:
            return self
        return self.outer.binding(name) if self.outer else None

    def first(self) -> int:
        """The number of its first name: those of the functions around it come before."""
        return self.outer.first() + len(self.outer.names) if self.outer else 0


def shortened(source: str, own: str = "", public: Collection[str] = ()) -> str:
    """The program with short names; of the properties of `own`, all but those in `public`."""
    tokens = list(_tokens(source))
    texts = [token.text for token in tokens]
    functions = _functions(texts)
    variables: dict[int, _Function] = {}
    properties: dict[int, str] = {}
    taken = set(_WORDS)
    for place, text in enumerate(texts):
        if not tokens[place].is_name or _is_key(texts, place):
            continue
        if texts[place - 1] == ".":
            if texts[place - 2] == own and texts[place - 3] != "." and text not in public:
                properties[place] = text
        elif found := functions[place].binding(text):
            variables[place] = found
            found.names[text] += 1
        else:
            taken.add(text)
    short = list(islice(_short_names(taken), len(texts)))
    of_property = dict(zip(_by_use(Counter(properties.values())), short, strict=False))
    out = list(texts)
    for place, text in properties.items():
        out[place] = of_property[text]
    numbers: dict[int, dict[str, int]] = {}
    for place, function in variables.items():
        if id(function) not in numbers:
            ranked = enumerate(_by_use(function.names), function.first())
            numbers[id(function)] = {name: number for number, name in ranked}
        out[place] = short[numbers[id(function)][texts[place]]]
    return "".join(_joined(out, tokens))


def _joined(texts: Sequence[str], tokens: Sequence[Token]) -> Iterator[str]:
    """What is between two: nothing, unless they would become one or a statement ends there."""
    before = ";"
    for text, token in zip(texts, tokens, strict=True):
        both_words = _is_letter(before[-1]) and _is_letter(text[0])
        if (token.on_new_line and before not in _GOES_ON) or both_words:
            yield "\n" if token.on_new_line else " "
        elif before in ("+", "-") and text == before and not token.touches:
            yield " "
        yield text
        before = text
    yield "\n"


def _is_letter(char: str) -> bool:
    return char.isalnum() or char in "_$"


def _by_use(names: Counter[str]) -> list[str]:
    return sorted(names, key=lambda name: (-names[name], name))


def _functions(texts: list[str]) -> list[_Function]:
    """The function that each token stands in, its parameters among them."""
    ends = _ends(texts)
    inside = [(len(texts), _Function())]
    begins: dict[int, tuple[int, _Function]] = {}
    found: list[_Function] = []
    for place, text in enumerate(texts):
        around = inside[-1][1]
        if text == "function" and texts[place - 1] != ".":
            opened = texts.index("(", place)
            closed = texts.index(")", opened)
            around.declare(texts[place + 1 : opened])
            function = _Function(around)
            function.declare(t for t in texts[opened + 1 : closed] if t != ",")
            begins[opened] = ends[closed + 1], function
        elif text == "catch" and texts[place - 1] != ".":
            around.declare([texts[place + 2]])
        elif text == "var":
            around.declare(_variables(texts, place + 1))
        if place in begins:
            inside.append(begins.pop(place))
        found.append(inside[-1][1])
        if place == inside[-1][0]:
            inside.pop()
    return found


def _ends(texts: list[str]) -> dict[int, int]:
    """The place of each opening brace and of the one that closes it."""
    ends: dict[int, int] = {}
    open_braces: list[int] = []
    for place, text in enumerate(texts):
        if text == "{":
            open_braces.append(place)
        elif text == "}":
            ends[open_braces.pop()] = place
    return ends


def _tokens(source: str) -> Iterator[Token]:
    """All but comments and spaces."""
    at = 0
    before = ";"
    touches = on_new_line = False
    while at < len(source):
        found = None
        if before in _OPERAND or before == "return":
            found = _REGEX.match(source, at)
        found = found or _TOKEN.match(source, at)
        assert found is not None  # the last alternative takes any character
        if found.lastgroup in ("space", "comment"):
            touches = False
            on_new_line = on_new_line or "\n" in found[0]
        else:
            yield Token(found[0], found.lastgroup == "name", touches, on_new_line)
            before = found[0]
            touches, on_new_line = True, False
        at = found.end()


def _is_key(texts: list[str], place: int) -> bool:
    """Whether a name is a key of an object written out."""
    return texts[place + 1 : place + 2] == [":"] and texts[place - 1] in ("{", ",")


def _variables(texts: list[str], place: int) -> Iterator[str]:
    """Names of a `var` statement that begins here, up to its semicolon or the `in` of a loop."""
    depth = 0
    due = True
    for text in texts[place:]:
        if due:
            yield text
            due = False
        elif text in "([{":
            depth += 1
        elif text in ")]}":
            depth -= 1
        elif depth == 0 and text == ",":
            due = True
        elif depth == 0 and text in (";", "in"):
            return


def _short_names(taken: Collection[str]) -> Iterator[str]:
    for length in count(1):
        for letters in product(ascii_letters, repeat=length):
            name = "".join(letters)
            if name not in taken:
                yield name
