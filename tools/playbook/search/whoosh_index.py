"""The same postings in a Whoosh index, for the terminal.

The one module that imports Whoosh, which is no longer maintained: a fork with the same import
name can step in.  Whoosh keeps our terms and packed places as they are; it neither analyses
nor scores, so its order is the browser's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from whoosh import fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.index import EmptyIndexError, create_in, open_dir
from whoosh.writing import SegmentWriter

from playbook.errors import PlaybookError
from playbook.search.analysis import analyse
from playbook.search.documents import Document
from playbook.search.lexicon import NO_STEP, pack_places
from playbook.search.packing import pack_numbers
from playbook.search.places import Place, count_places, unpack_places
from playbook.search.score import PlacesOf
from playbook.text.language import language

_GROUPS = "groups.json"

# Many changed pages are written faster with room to sort in.
_SORT_MEMORY_MB = 256


class PlainCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own files, written without what only its scoring needs, and uncompressed."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)


class PlacesFormat(formats.Format):  # type: ignore[misc]
    """A posting's value: the packed places of a form on a page."""

    def word_values(self, value: Any, analyzer: Any, **_: Any) -> Iterator[Any]:
        raise NotImplementedError("places are packed before Whoosh sees them")


class PlacesField(fields.FieldType):  # type: ignore[misc]
    """Takes form → packed places and keeps both."""

    def __init__(self) -> None:
        super().__init__(PlacesFormat(), None)

    def index(
        self, value: Mapping[str, str], **_: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        for form in sorted(value):
            yield form.encode(), 1, 1.0, value[form].encode()


def _schema() -> Any:
    return fields.Schema(
        page=fields.ID(unique=True),
        group=fields.ID(sortable=True),
        stamp=fields.ID(sortable=True),
        places=PlacesField(),
    )


class WhooshIndex:
    """A Whoosh index in a directory of its own."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def refresh(self, documents: Iterable[Document]) -> int:
        """Bring the index up to these documents; how many pages were written or removed.

        A page is written anew only when what it says has changed.
        """
        wanted = {f"{d.lang}/{d.group}": d for d in documents}
        index = self._open() or self._create()
        with index.searcher() as searcher:
            present = _stamps(searcher.reader())
        stale = sorted(set(present) - set(wanted))
        changed = [name for name in sorted(wanted) if present.get(name) != _stamp(wanted[name])]
        if stale or changed:
            writer: SegmentWriter = index.writer(limitmb=_SORT_MEMORY_MB, codec=PlainCodec())
            for name in [*stale, *(name for name in changed if name in present)]:
                writer.delete_by_term("page", name)
            for name in changed:
                document = wanted[name]
                writer.add_document(
                    page=name,
                    group=document.group,
                    stamp=f"{name} {_stamp(document)}",
                    places=_places(document),
                )
            writer.commit()
        groups = sorted({d.group for d in wanted.values()})
        (self.directory / _GROUPS).write_text(json.dumps(groups, ensure_ascii=False), "utf-8")
        index.close()
        return len(stale) + len(changed)

    def places_of(self) -> PlacesOf:
        """The places of a form, from the Whoosh index instead of the shards."""
        index = self._open()
        if index is None:
            raise PlaybookError(
                "no Whoosh index here",
                path=self.directory,
                way_out="Make the index again with `playbook index`.",
            )
        reader = index.reader()
        groups = json.loads((self.directory / _GROUPS).read_text("utf-8"))
        number_of = {group: i for i, group in enumerate(groups)}
        column = reader.column_reader("group")
        pages: dict[int, int] = {}

        def places_of_form(code: str, form: str) -> list[Place]:
            term = f"{code}:{form}".encode()
            if ("places", term) not in reader:
                return []
            stop_word = form in language(code).stop_words
            matcher = reader.postings("places", term)
            found: list[Place] = []
            while matcher.is_active():
                document = matcher.id()
                if document not in pages:
                    pages[document] = number_of[column[document]]
                codes, blocks = matcher.value().decode().split(" ")
                # Every code is a character, or two where the first says "more often".
                steps = pack_numbers([1]) + NO_STEP * len(codes)
                count = count_places(codes)
                for place in unpack_places([count], steps, codes, blocks, [stop_word])[0]:
                    found.append(place._replace(page=pages[document]))
                matcher.next()
            found.sort(key=lambda place: place.page)
            return found

        return lambda code, key: [places_of_form(code, form) for form in key.forms]

    def _open(self) -> Any:
        try:
            return open_dir(str(self.directory))
        except (EmptyIndexError, OSError):
            return None

    def _create(self) -> Any:
        self.directory.mkdir(parents=True, exist_ok=True)
        return create_in(str(self.directory), _schema())


def _places(document: Document) -> dict[str, str]:
    stop_words = language(document.lang).stop_words
    return {
        f"{document.lang}:{form}": " ".join(pack_places(places, form not in stop_words))
        for form, places in analyse(document).places.items()
    }


def _stamp(document: Document) -> str:
    content = json.dumps(
        [
            document.lang,
            document.title,
            document.aliases,
            [[s.heading, s.facet, s.text] for s in document.sections],
        ],
        ensure_ascii=False,
    )
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _stamps(reader: Any) -> dict[str, str]:
    """page → stamp of every page in the index."""
    if not reader.has_column("stamp"):
        return {}
    column = reader.column_reader("stamp")
    pairs = [column[number].rsplit(" ", 1) for number in reader.all_doc_ids()]
    return dict(pairs)
