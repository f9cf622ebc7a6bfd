"""Small pages that hold the search panel, with an engine that answers what a test wants.

What the panel does is tested apart from what search finds: the stub answers at once and alike.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from mkdocs_playbook.search_bootstrap import search_bootstrap

ASSETS = Path(__file__).resolve().parents[2] / "plugins" / "mkdocs_playbook" / "assets"
TOKENS = ASSETS.parents[2] / "site_overrides" / "assets" / "tokens.css"
ENGINE = """
window.asked = window.asked || [];
window.playbookSearch = { warm: async () => {} };
playbookSearch.query = async (text, options) => {
  window.asked.push([text, options]);
  if (window.broken) throw new Error("terms-en-1.js");
  const results = window.answers(text, options);
  results.info = { corrected: window.correction && !options.insist ? window.correction : null };
  return results;
};
"""
PANEL = {
    "languages": {"en": "English", "hi": "Hindi", "fi": "Finnish"},
    "categories": [{"id": "money", "name": "Money"}, {"id": "conflict", "name": "Conflict"}],
    "suggestions": ["client does not pay", "ghosting client"],
    "playbooks": [
        {"url": "en/playbooks/a.html", "name": "Alpha", "mark": "Mark of alpha", "lang": "en"}
    ],
    "key": {"url": "en/trees/triage.html", "title": "What do you see?"},
    "buckets": ["search/plates-en-0.1.js"],
}
PLATES = {
    "playbooks/a": [0, 3, "111111111111", "202002000000"],
    "playbooks/b": [1, 11, "1r1010010001", "011222333444"],
}


def snippet(text: str, *ranges: tuple[int, int]) -> dict[str, Any]:
    return {"text": text, "ranges": [list(pair) for pair in ranges]}


def answer(group: str, *facets: str | None, lang: str = "en", **more: Any) -> dict[str, Any]:
    """A result of the engine: a row a facet."""
    name = group.split("/")[1]
    rows = [
        {"section": f"s{n}", "heading": "", "facet": facet, "url": f"en/{group}.html#s{n}",
         "snippet": snippet(f"The {name} invoice number {n}", (4 + len(name) + 1, 12 + len(name)))}
        for n, facet in enumerate(facets)
    ]  # fmt: skip
    base = {"id": f"{lang}/{group}", "group": group, "title": f"Title {name}", "lang": lang,
            "through": lang, "score": 1}  # fmt: skip
    return {**base, **rows[0], "hits": rows[1:], **more}


ANSWERS = [
    answer("playbooks/a", "sign", "strategy", "message"),
    answer("playbooks/b", "exit", through="hi"),
    answer("guides/c", None, lang="fi"),
]


def write_site(
    folder: Path,
    answers: list[dict[str, Any]] | None = None,
    index: dict[str, bytes] | None = None,
) -> Path:
    """A page `en/index.html` and the search page `en/search.html`; returns the folder.

    With `index`, the files of a real one, the real program answers.
    """
    data = json.dumps(ANSWERS if answers is None else answers).replace("<", "\\u003c")
    tokens = TOKENS.read_text(encoding="utf-8")
    files = {
        "search/playbook-search-1.js": ENGINE + f"window.answers = () => {data};",
        "search/panel-en.1.js": f"playbookSearchPanel.receiveWords({json.dumps(PANEL)});",
        "search/plates-en-0.1.js": f"playbookSearchPanel.receivePlates({json.dumps(PLATES)});",
        "ui.js": joined("search-ui", "*.js"),
        "words.js": joined("js", "00-words.js"),
        "site.css": tokens + joined("css", "*.css") + joined("search-ui", "*.css"),
    }
    if index:
        del files["search/playbook-search-1.js"]
        files |= {f"search/{name}": content.decode() for name, content in index.items()}
    bootstrap = search_bootstrap(dict.fromkeys(files, b""))
    page = f"""<!doctype html>
<html lang="en" data-root="../" data-lang="en" data-search-ui="ui.js"><head><meta charset="utf-8">
<title>Page</title><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="stylesheet" href="../site.css"><script defer src="../words.js"></script>
<script>{bootstrap}</script></head><body><header>
<a href="search.html" data-search id="opener">Search</a></header><main><h1>Page</h1>
<form action="search.html" data-search-form><label for="ask">Ask</label>
<input type="search" name="q" id="ask">
<button>Search</button></form>
<textarea aria-label="Notes"></textarea></main></body></html>"""
    files["en/index.html"] = files["en/search.html"] = page
    files["en/playbooks/a.html"] = files["en/playbooks/b.html"] = "<!doctype html><title>b</title>"
    for address, text in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def joined(folder: str, pattern: str) -> str:
    paths = sorted((ASSETS / folder).glob(pattern))
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
