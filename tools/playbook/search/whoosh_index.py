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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.filedb.filetables import OrderedHashWriter
from whoosh.index import EmptyIndexError, create_in, open_dir
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

from playbook.errors import PlaybookError
from playbook.search.analysis import BLOCKS, PAGES
from playbook.search.documents import Document
from playbook.search.maker import made_by
from playbook.search.postings import Place

if TYPE_CHECKING:
    from playbook.search.cutting import Words

PLACES = "places"

# Every refresh that changes pages adds a segment; with more than these all is written anew.
MOST_SEGMENTS = 6

# So many pieces of Whoosh's file of terms are written at once.
_PIECES = 3000

# File beside the index that names the program it was made by.  Another one makes it anew.
MAKER = "made-by"

PlacesOfForm = Callable[[str], list[Place]]


class Terms(OrderedHashWriter):  # type: ignore[misc]
    """Whoosh's file of terms, written in few and large pieces: the same bytes, much sooner."""

    _lengths, _pointer = Struct("!ii"), Struct("!Iq")

    def add_all(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Add keys and values, sorted by key."""
        at = self.dbfile.tell()
        out: list[bytes] = []
        lengths, buckets, note = self._lengths, self.buckets, self.index.append
        for key, value in items:
            number = int.from_bytes(hashlib.md5(key).digest()[-4:], "big")
            buckets[number & 255].append((number, at))
            note(at)
            out += (lengths.pack(len(key), len(value)), key, value)
            at += lengths.size + len(key) + len(value)
            if len(out) > _PIECES:
                self.dbfile.write(b"".join(out))
                out.clear()
        self.dbfile.write(b"".join(out))

    def _write_hashes(self) -> None:
        pointer = self._pointer
        empty = bytes(pointer.size)
        for entries in self.buckets:
            slots = 2 * len(entries)
            self.directory.append((self.dbfile.tell(), slots))
            table = [empty] * slots
            for number, at in entries:
                slot = (number >> 8) % slots
                while table[slot] is not empty:
                    slot = (slot + 1) % slots
                table[slot] = pointer.pack(number, at)
            self.dbfile.write(b"".join(table))


class PlacesWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes Whoosh's file of terms, with the postings of each term beside it.

    Whoosh would sort them one by one; they come sorted, and a term is written in one go.
    """

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._tindex.__class__ = Terms  # it has written the head of its file already

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Any]) -> None:
        super().add_postings(schema, lengths, items)
        self.start_field(PLACES, schema[PLACES])
        self._tindex.add_all(self._terms(pack_ushort(self._fieldid)))
        self.finish_field()
        # Whoosh keeps the codec in its table of contents.
        self._codec.postings = ()

    def _terms(self, field: bytes) -> Iterator[tuple[bytes, bytes]]:
        info = W3TermInfo._struct.pack
        for form, pages, places in self._codec.postings:
            # Flag of inlined postings, weight, pages, shortest, longest, weight, first, last.
            head = info(1, len(pages), len(pages), 0, 0, 1.0, pages[0], pages[-1])
            # The first protocol that knows bytes.
            yield field + form.encode(), head + pickle.dumps((pages, None, places), 3)


class PlacesCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own files, without what only its scoring needs; `postings` are put in whole."""

    length_stats = False

    def __init__(self) -> None:
        super().__init__(compression=0)
        self.postings: Iterable[tuple[str, list[int], bytes]] = ()

    def field_writer(self, storage: Any, segment: Any) -> PlacesWriter:
        return PlacesWriter(self, storage, segment)


class PlacesFormat(formats.Format):  # type: ignore[misc]
    """The value of a term's postings: its places on all pages of the segment, 64 bits each."""

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
        maker = directory / MAKER
        index = _open(directory) if _read(maker) == made_by() else None
        self._known: dict[str, str] = {}
        if index is not None:
            with index.reader() as reader:
                self._known = _stamps(reader)
                if len(reader.leaf_readers()) > MOST_SEGMENTS:
                    index, self._known = None, {}
        self._index = index or _create(directory)
        maker.write_text(made_by(), "utf-8")
        self._codec = PlacesCodec()
        self._writer: SegmentWriter = self._index.writer(codec=self._codec)

    def refresh(self, documents: Sequence[Document], words: Words) -> int:
        """Make it hold these documents, with their words; how many were written or removed."""
        writer, known = self._writer, self._known
        removed = set(known) - {document.group for document in documents}
        stale = set(removed)
        number_of: dict[int, int] = {}
        for page, document in enumerate(documents):
            group, stamp = document.group, _stamp(document)
            if known.get(group) == stamp:
                continue
            if group in known:
                stale.add(group)
            number_of[page] = len(number_of)
            writer.add_document(page=group, group=group.encode(), stamp=stamp.encode())
        for group in sorted(stale):
            writer.delete_by_term("page", group)
        self._codec.postings = words.on_pages(number_of)
        changed = len(removed) + len(number_of)
        if changed:
            writer.commit(merge=False)
        else:
            writer.cancel()
        self._index.close()
        return changed


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
        leaves = [(leaf, leaf.column_reader("group")) for leaf, _ in index.reader().leaf_readers()]

        def places_of_form(form: str) -> list[Place]:
            term = form.encode()
            with_blocks = form not in stop_words
            found: list[Place] = []
            for leaf, groups in leaves:
                if (PLACES, term) in leaf:
                    packed = array("Q", leaf.term_info(PLACES, term).inlined_postings()[2])
                    for at, places in groupby(packed, key=_page_and_field):
                        page = at * BLOCKS // PAGES
                        if not leaf.is_deleted(page):
                            blocks = tuple(place % BLOCKS for place in places)
                            group = number_of[groups[page].decode()]
                            found.append(
                                Place(
                                    group,
                                    at * BLOCKS % PAGES // BLOCKS,
                                    len(blocks),
                                    blocks if with_blocks else (),
                                )
                            )
            found.sort(key=lambda place: place.page)
            return found

        return places_of_form


def _page_and_field(place: int) -> int:
    return place // BLOCKS


def _open(directory: Path) -> Any:
    try:
        return open_dir(str(directory))
    except (EmptyIndexError, OSError):
        return None


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _create(directory: Path) -> Any:
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True, exist_ok=True)
    return create_in(str(directory), _schema())


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
