"""A small knowledge base in four languages, indexed once for all tests of search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.search.documents import Document, Section
from playbook.search.query import Result, search
from playbook.search.store import build
from playbook.search.stored import StoredIndex

PAGES = {
    "non-paying": {
        "en": (
            "The client who does not pay",
            ["late payer", "unpaid invoice"],
            "Invoices lie unpaid for weeks.\nThey promise the money every Friday.",
            "Stop all work until the payment arrives.",
        ),
        "fi": (
            "Asiakas, joka ei maksa",
            ["laskut myöhässä"],
            "Laskut jäävät maksamatta viikoiksi.\nRahaa luvataan joka perjantai.",
            "Keskeytä työ, kunnes maksu on tilillä.",
        ),
        "hi": (
            "भुगतान न करने वाला ग्राहक",
            ["पैसे नहीं देता"],
            "बिल हफ्तों तक बकाया रहते हैं।\nहर शुक्रवार पैसों का वादा होता है।",
            "भुगतान आने तक सारा काम रोक दें।",
        ),
        "ka": (
            "კლიენტი, რომელიც არ იხდის",
            ["გადაუხდელი ანგარიში"],
            "ანგარიშები კვირობით გადაუხდელია.\nფულს ყოველ პარასკევს გპირდებიან.",
            "შეაჩერეთ მუშაობა, სანამ თანხა ჩაირიცხება.",
        ),
    },
    "unresponsive": {
        "en": (
            "The unresponsive client",
            ["silent client"],
            "Questions get no answer.\nMessages stay unread, calls unreturned.",
            "Write what is blocked and since when.",
        ),
        "fi": (
            "Asiakas, joka ei vastaa",
            ["hiljainen asiakas"],
            "Kysymykset jäävät vaille vastausta.\nAsiakkaan määräys ei tule ajoissa.",
            "Kirjoita, mikä on jumissa ja mistä asti.",
        ),
        "hi": (
            "जवाब न देने वाला ग्राहक",
            ["चुप ग्राहक"],
            "सवालों का जवाब नहीं मिलता।\nसंदेश अनपढ़े रहते हैं।",
            "लिखें कि क्या रुका है और कब से।",
        ),
        "ka": (
            "კლიენტი, რომელიც არ პასუხობს",
            ["ჩუმი კლიენტი"],
            "კითხვებზე პასუხი არ მოდის.\nწერილები წაუკითხავი რჩება.",
            "დაწერეთ, რა დგას და როდიდან.",
        ),
    },
    "only-english": {
        "en": (
            "The scope grows",
            ["scope creep"],
            "Small extras pile up.",
            "Name the price first.",
        ),
    },
}


def documents() -> list[Document]:
    return [
        Document(
            id=f"{lang}/{group}",
            group=f"playbooks/{group}",
            lang=lang,
            url=f"{lang}/playbooks/{group}.html",
            title=title,
            aliases=tuple(aliases),
            sections=(
                Section("signs", "Signs", "sign", signs),
                Section("strategy", "Strategy", "strategy", strategy),
            ),
        )
        for group, languages in PAGES.items()
        for lang, (title, aliases, signs, strategy) in languages.items()
    ]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index")
    build(documents(), path, ["en"])
    return path


@pytest.fixture(scope="session")
def ask(folder: Path) -> Callable[..., list[Result]]:
    index = StoredIndex(folder)

    def asked(query: str, lang: str | None = None, **options: object) -> list[Result]:
        return search(index, query, lang, **options)  # type: ignore[arg-type]

    return asked
