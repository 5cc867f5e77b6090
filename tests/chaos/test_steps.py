"""Orders left at a step: taken by one process, once, and obeyed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.chaos.kills import OF_CALLS, WHERE
from tests.chaos.rig import ROOT
from warmline.rehearsal import STEPS, Steps


def _bystander() -> subprocess.Popen[bytes]:
    return subprocess.Popen(["sleep", "60"], start_new_session=True)


def test_an_order_is_obeyed_once_and_leaves_a_trace(tmp_path: Path) -> None:
    steps, victim = Steps(str(tmp_path)), _bystander()
    (tmp_path / "posted").write_text(str(victim.pid))

    steps.reach("received")
    assert victim.poll() is None
    steps.reach("posted")
    assert victim.wait(timeout=5) == -signal.SIGKILL

    assert (tmp_path / f"posted.{os.getpid()}.taken").exists()
    steps.reach("posted")  # nobody is left to kill, and no order


def test_a_whole_group_can_be_ended(tmp_path: Path) -> None:
    steps, victim = Steps(str(tmp_path)), _bystander()
    (tmp_path / "rung").write_text(f"-{victim.pid}")
    steps.reach("rung")
    assert victim.wait(timeout=5) == -signal.SIGKILL


def test_the_process_itself_dies_at_the_count(tmp_path: Path) -> None:
    program = "from warmline.rehearsal import Steps; s = Steps('posted:2'); s.reach('posted'); "
    program += "print('once', flush=True); s.reach('posted'); print('twice')"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (run.returncode, run.stdout) == (-signal.SIGKILL, b"once\n")


@pytest.mark.parametrize("step", STEPS)
def test_every_step_lies_somewhere_and_is_told_of(step: str) -> None:
    flows = (ROOT / "warmline" / "flows").rglob("*.py")
    assert any(f'steps.reach("{step}")' in flow.read_text("utf-8") for flow in flows)
    assert f"| `{step}` |" in (ROOT / "docs" / "durability.md").read_text("utf-8")


def test_only_steps_that_there_are_have_a_place_in_the_matrix() -> None:
    assert set(STEPS) >= OF_CALLS | set(WHERE)
