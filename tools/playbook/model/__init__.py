"""Plain immutable data that every other package speaks in; no input or output here."""

from playbook.model.documents import (
    EDITORIAL,
    FACETS,
    REQUIRED_SECTIONS,
    Archetype,
    Cite,
    Item,
    Link,
    Message,
    Page,
    Place,
    Problem,
    Section,
    Source,
    Wait,
)
from playbook.model.library import Library, Registry
from playbook.model.paths import ID_PATTERN, Kind, PageRef, ref_of_group, ref_of_path, resolve

__all__ = [
    "EDITORIAL",
    "FACETS",
    "ID_PATTERN",
    "REQUIRED_SECTIONS",
    "Archetype",
    "Cite",
    "Item",
    "Kind",
    "Library",
    "Link",
    "Message",
    "Page",
    "PageRef",
    "Place",
    "Problem",
    "Registry",
    "Section",
    "Source",
    "Wait",
    "ref_of_group",
    "ref_of_path",
    "resolve",
]
