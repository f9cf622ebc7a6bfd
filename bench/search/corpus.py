"""The test corpus: FLORES-200 devtest as parallel documents, one text for every engine."""

from __future__ import annotations

import csv
import html
import itertools
import json
import os
from dataclasses import dataclass
from pathlib import Path

# File name of each language in FLORES-200 (github.com/facebookresearch/flores, CC BY-SA 4.0).
FILES = {"en": "eng_Latn", "fi": "fin_Latn", "hi": "hin_Deva", "ka": "kat_Geor"}
ENVIRONMENT = "PLAYBOOK_CORPORA"
TITLE_WORDS = 8


@dataclass(frozen=True)
class Document:
    """A news or travel text of a few sentences; translations share `group`."""

    group: str
    lang: str
    title: str
    sentences: tuple[str, ...]

    @property
    def id(self) -> str:
        return f"{self.lang}/{self.group}"

    @property
    def url(self) -> str:
        return f"{self.lang}/{self.group}.html"

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def as_line(self) -> str:
        """The document as a line of DOCS.jsonl, the input of `playbook index`."""
        return json.dumps(
            {
                "id": self.id,
                "group": self.group,
                "lang": self.lang,
                "url": self.url,
                "title": self.title,
                "sections": [{"id": "text", "heading": "", "facet": None, "text": self.text}],
            },
            ensure_ascii=False,
        )

    def as_html(self) -> str:
        """The same text as a page, for engines that read HTML."""
        paragraphs = "".join(f"<p>{html.escape(sentence)}</p>" for sentence in self.sentences)
        title = html.escape(self.title)
        return (
            f'<!doctype html><html lang="{self.lang}"><head><meta charset="utf-8">'
            f"<title>{title}</title></head><body><main><h1>{title}</h1>{paragraphs}</main></body>"
            "</html>"
        )

    def as_markdown(self) -> str:
        """The same text as Markdown, for a MkDocs build."""
        escaped = [sentence.replace("<", "&lt;") for sentence in self.sentences]
        return f"# {self.title}\n\n" + "\n\n".join(escaped) + "\n"


def find_flores(given: Path | None = None) -> Path | None:
    """The folder with the FLORES files: as given, from the environment, or beside the project."""
    here = Path(__file__).resolve().parents[2]
    named = os.environ.get(ENVIRONMENT)
    candidates = [given, Path(named) if named else None, here.parent / "shared" / "corpora"]
    for candidate in candidates:
        if candidate is None:
            continue
        for folder in (candidate, candidate / "flores"):
            if (folder / "metadata_devtest.tsv").is_file():
                return folder
    return None


def read_flores(folder: Path) -> list[Document]:
    """Every document in every language, in the order of the files.

    Consecutive lines with one address form a document. Its title is the first eight words of its
    first sentence: FLORES has no headlines, and a title whose words return in the text is what
    real pages have.
    """
    with (folder / "metadata_devtest.tsv").open(encoding="utf-8", newline="") as file:
        addresses = [row["URL"] for row in csv.DictReader(file, delimiter="\t")]
    lines = {
        lang: (folder / f"{name}.devtest").read_text(encoding="utf-8").splitlines()
        for lang, name in FILES.items()
    }
    documents = []
    runs = itertools.groupby(range(len(addresses)), key=addresses.__getitem__)
    for number, (_, members) in enumerate(runs, start=1):
        rows = list(members)
        for lang, text in lines.items():
            sentences = tuple(text[row].strip() for row in rows)
            title = " ".join(sentences[0].split()[:TITLE_WORDS])
            documents.append(Document(f"doc{number:03d}", lang, title, sentences))
    return documents
