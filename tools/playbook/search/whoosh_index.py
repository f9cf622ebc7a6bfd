"""The same postings in a Whoosh index, for the terminal.

The one module that imports Whoosh, which is no longer maintained: a fork with the same import
name can step in.  Whoosh keeps our terms and packed places as they are; it neither analyses
nor scores, so its order is the browser's.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.index import EmptyIndexError, create_in, open_dir
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

from playbook.errors import PlaybookError
from playbook.search.analysis import BLOCKS, Analysed
from playbook.search.documents import Document
from playbook.search.postings import Place

PLACES = "places"

# Every refresh that changes pages adds a segment; with more than these all is written anew.
MOST_SEGMENTS = 6

PlacesOfForm = Callable[[str], list[Place]]


class PlacesWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes Whoosh's file of terms, with the postings of each term beside it.

    Whoosh would sort them one by one; they come sorted, and a term is written in one go.
    """

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Any]) -> None:
        super().add_postings(schema, lengths, items)
        self.start_field(PLACES, schema[PLACES])
        field = pack_ushort(self._fieldid)
        add, info = self._tindex.add, W3TermInfo._struct.pack
        postings: Mapping[str, tuple[list[int], list[bytes]]] = self._codec.postings
        for form, term in sorted((form.encode(), form) for form in postings):
            pages, places = postings[term]
            # Flag of inlined postings, weight, pages, shortest, longest, weight, first, last.
            head = info(1, len(pages), len(pages), 0, 0, 1.0, pages[0], pages[-1])
            add(field + form, head + pickle.dumps((pages, None, places), 2))
        self.finish_field()
        # Whoosh keeps the codec in its table of contents.
        self._codec.postings = {}


class PlacesCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own files, without what only its scoring needs; `postings` are put in whole."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)
        self.postings: dict[str, tuple[list[int], list[bytes]]] = {}

    def field_writer(self, storage: Any, segment: Any) -> PlacesWriter:
        return PlacesWriter(self, storage, segment)


class PlacesFormat(formats.Format):  # type: ignore[misc]
    """A posting's value: the places of a form on a page, 32 bits each."""

    def word_values(self, value: Any, analyzer: Any, **_: Any) -> Iterator[Any]:
        raise NotImplementedError("places are packed before Whoosh sees them")


class PlacesField(fields.FieldType):  # type: ignore[misc]
    """Forms with their places, which `PlacesWriter` writes."""

    def __init__(self) -> None:
        super().__init__(PlacesFormat(), None)


def _schema() -> Any:
    return fields.Schema(
        page=fields.ID(unique=True),
        group=fields.COLUMN(columns.VarBytesColumn()),
        stamp=fields.COLUMN(columns.VarBytesColumn()),
        places=PlacesField(),
    )


class WhooshPages:
    """Brings the Whoosh index of one language up to the pages it is given.

    A page is written anew only when what it says has changed.
    """

    def __init__(self, directory: Path) -> None:
        index = _open(directory)
        self._known: dict[str, str] = {}
        if index is not None:
            with index.reader() as reader:
                self._known = _stamps(reader)
                if len(reader.leaf_readers()) > MOST_SEGMENTS:
                    index, self._known = None, {}
        self._index = index or _create(directory)
        self._codec = PlacesCodec()
        self._writer: SegmentWriter = self._index.writer(codec=self._codec)
        self._stale = set(self._known)
        self._packed = _Packed()
        self.changed = 0

    def add(self, document: Document, page: Analysed) -> None:
        """One of the pages the index is to hold."""
        group, stamp = document.group, _stamp(document)
        self._stale.discard(group)
        if self._known.get(group) == stamp:
            return
        writer, packed, postings = self._writer, self._packed, self._codec.postings
        if group in self._known:
            writer.delete_by_term("page", group)
        number = writer.docnum
        writer.add_document(page=group, group=group.encode(), stamp=stamp.encode())
        for form, places in page.places.items():
            value = packed[places[0]] if len(places) == 1 else array("I", places).tobytes()
            known = postings.get(form)
            if known is None:
                postings[form] = ([number], [value])
            else:
                known[0].append(number)
                known[1].append(value)
        self.changed += 1

    def finish(self) -> None:
        """Remove pages that were not given, and write."""
        for group in sorted(self._stale):
            self._writer.delete_by_term("page", group)
        self.changed += len(self._stale)
        if self.changed:
            self._writer.commit(merge=False)
        else:
            self._writer.cancel()
        self._index.close()


class WhooshIndex:
    """The Whoosh index of one language, in a directory of its own, for reading."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def places_of(self, number_of: Mapping[str, int], stop_words: frozenset[str]) -> PlacesOfForm:
        """The places of a form, from the Whoosh index instead of the shards."""
        index = _open(self.directory)
        if index is None:
            raise PlaybookError(
                "no Whoosh index here",
                path=self.directory,
                way_out="Make the index again with `playbook index`.",
            )
        reader = index.reader()
        column = reader.column_reader("group")
        groups: dict[int, int] = {}

        def places_of_form(form: str) -> list[Place]:
            term = form.encode()
            if (PLACES, term) not in reader:
                return []
            matcher = reader.postings(PLACES, term)
            with_blocks = form not in stop_words
            found: list[Place] = []
            while matcher.is_active():
                page = matcher.id()
                if page not in groups:
                    groups[page] = number_of[column[page].decode()]
                found += _unpacked(groups[page], matcher.value(), with_blocks)
                matcher.next()
            found.sort(key=lambda place: place.page)
            return found

        return places_of_form


def _open(directory: Path) -> Any:
    try:
        return open_dir(str(directory))
    except (EmptyIndexError, OSError):
        return None


def _create(directory: Path) -> Any:
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True, exist_ok=True)
    return create_in(str(directory), _schema())


class _Packed(dict[int, bytes]):
    """A single place as bytes; most forms stand once on a page."""

    def __missing__(self, place: int) -> bytes:
        packed = self[place] = array("I", (place,)).tobytes()
        return packed


def _unpacked(group: int, value: bytes, with_blocks: bool) -> Iterator[Place]:
    places = array("I", value)
    for at, found in groupby(places, key=lambda place: place // BLOCKS):
        blocks = tuple(place % BLOCKS for place in found)
        yield Place(group, at, len(blocks), blocks if with_blocks else ())


def _stamp(document: Document) -> str:
    """What a page's places depend on, as a hash."""
    content = json.dumps(
        [
            document.title,
            document.aliases,
            [[s.heading, s.facet, s.text] for s in document.sections],
        ],
        ensure_ascii=False,
    )
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _stamps(reader: Any) -> dict[str, str]:
    """group → stamp of every page in the index."""
    if not reader.has_column("stamp"):
        return {}
    stamps, groups = reader.column_reader("stamp"), reader.column_reader("group")
    return {groups[n].decode(): stamps[n].decode() for n in reader.all_doc_ids()}
