"""The zip of the site: whole, the same bytes each time, safe to interrupt."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from mkdocs_playbook.archive import main, write_archive


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "ka").mkdir(parents=True)
    (folder / "index.html").write_text("<p>choose</p>", encoding="utf-8")
    (folder / "ka" / "index.html").write_text("<p>რას აკეთებს?</p>", encoding="utf-8")
    return folder


def test_holds_every_file_under_one_folder(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "difficult-clients.zip"
    assert write_archive(site, target) == 2
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == [
            "difficult-clients/index.html",
            "difficult-clients/ka/index.html",
        ]
        text = archive.read("difficult-clients/ka/index.html").decode("utf-8")
    assert text == "<p>რას აკეთებს?</p>"
    assert not target.with_name(target.name + ".part").exists()


def test_same_site_same_bytes(site: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "x.zip", tmp_path / "b" / "x.zip"
    for target in (first, second):
        target.parent.mkdir()
        write_archive(site, target)
        os.utime(site / "index.html", (10**9, 10**9))
    assert first.read_bytes() == second.read_bytes()


def test_without_a_site_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), str(tmp_path / "x.zip")]) == 1
    assert "make site" in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()
