"""Orders left at a step: taken by one process, once, and obeyed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from warmline.rehearsal import Steps


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
