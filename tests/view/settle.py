"""Waiting until a page has done what was asked of it: its events, frames and motions, however slow the machine."""

from __future__ import annotations

SETTLED = """
async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const task = () => new Promise((done) => setTimeout(done));
  for (let round = 0; round < 3; round += 1) {
    await task();
    await frame();
    const motions = document.getAnimations().filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime));
    await Promise.all(motions.map((one) => one.finished.catch(() => undefined)));
  }
}
"""


def settle(page) -> None:
    """Return once what the page was asked has been done: queued events are handled, frames drawn, motions at their end."""
    page.evaluate(SETTLED)
