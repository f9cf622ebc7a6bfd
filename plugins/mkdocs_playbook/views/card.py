"""A message to copy: its text with places for what the reader fills in."""

from __future__ import annotations

import html
from dataclasses import dataclass

from playbook.library.reader import FIELD
from playbook.model import Message


@dataclass(frozen=True, slots=True)
class Field:
    """A placeholder of a message: `key` is shared by all messages of the page."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class MessageCard:
    id: str
    title: str
    when: str
    html: str
    fields: tuple[Field, ...]


def message_card(message: Message) -> MessageCard:
    fields = tuple(Field(_field_key(name), sentence_case(name)) for name in message.fields)
    out: list[str] = []
    end = 0
    for match in FIELD.finditer(message.text):
        name = match[1].strip()
        out.append(html.escape(message.text[end : match.start()], quote=False))
        shown = html.escape(f"[{name}]")
        out.append(f'<span data-f="{_field_key(name)}" data-empty="{shown}">{shown}</span>')
        end = match.end()
    out.append(html.escape(message.text[end:], quote=False))
    return MessageCard(message.id or "", message.heading, message.when, "".join(out), fields)


def _field_key(name: str) -> str:
    """A field's name in the page: its words, in any script."""
    return html.escape("-".join(name.split()))


def sentence_case(text: str) -> str:
    """With a capital where the script has title case (Georgian has none)."""
    return text[:1].title() + text[1:]
