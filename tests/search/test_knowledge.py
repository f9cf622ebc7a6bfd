"""The knowledge base's own index: made once, also when several ask at the same moment."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from playbook.search.knowledge import LOCK, STAMP, fresh_index

BASE = Path(__file__).parents[1] / "check" / "base"
ASK = (sys.executable, "-m", "playbook", "search", "--format", "json", "--content")


def test_several_at_the_same_moment_get_the_same_answer(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    asking = [
        subprocess.Popen(
            [*ASK, str(content), "late payer"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(4)
    ]
    answers = [process.communicate() for process in asking]
    assert [process.returncode for process in asking] == [0] * 4, answers
    found = [json.loads(out)["results"] for out, _ in answers]
    assert found[0][0]["group"] == "playbooks/late"
    assert found == [found[0]] * 4


def test_a_lock_left_behind_by_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(BASE, content)
    directory = fresh_index(content)
    made = (directory / STAMP).read_text("utf-8")
    (directory / LOCK).write_text("", "utf-8")
    (content / "en/playbooks/late.md").write_text(
        (content / "en/playbooks/late.md").read_text("utf-8") + "\n", "utf-8"
    )
    assert fresh_index(content) == directory
    assert (directory / STAMP).read_text("utf-8") != made
