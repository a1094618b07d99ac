"""Makes plans of any size, sound ones and ones with defects whose places are known."""

from __future__ import annotations

from planmaker.defects import KINDS, Planted, plant
from planmaker.grow import GrownPlan, grow
from planmaker.write import write

__all__ = ["KINDS", "GrownPlan", "Planted", "grow", "plant", "write"]
