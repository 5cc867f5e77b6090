"""Keeping a set of processes alive, and never leaving one behind."""

from warmline.supervisor.child import Child
from warmline.supervisor.supervisor import Supervisor

__all__ = ["Child", "Supervisor"]
