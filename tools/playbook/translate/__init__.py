"""Translations: what went stale, stamps, differences, PO files.

page_status(library, ref)         → current, stale, missing or fallback
section_states(page, reference)   → {"signs": current, "strategy": stale}
"""

from playbook.translate.board import Cell, Dashboard, Progress, dashboard
from playbook.translate.staleness import (
    State,
    Status,
    is_translated,
    page_status,
    section_states,
    shown_page,
)
from playbook.translate.stamps import Stamp, stamp_of, with_stamp

__all__ = [
    "Cell",
    "Dashboard",
    "Progress",
    "Stamp",
    "State",
    "Status",
    "dashboard",
    "is_translated",
    "page_status",
    "section_states",
    "shown_page",
    "stamp_of",
    "with_stamp",
]
