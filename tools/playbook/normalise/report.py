"""A page to read a normalisation by: the article line by line, the draft beside it."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.normalise.output import Written
from playbook.normalise.run import Outcome


def report_page(outcomes: Sequence[Outcome], pages: Sequence[Written]) -> str:
    """The whole page, with its style inside."""
    return ""
