// The phone's sheet follows a finger that draws it down by its top, and closes when it is let go far enough down.

const CLOSES_FROM = 90;

function dragSheet(panel) {
  let from = null;
  const pulled = (event) => Math.max(0, event.clientY - from);
  panel.addEventListener("pointerdown", (event) => {
    const top = event.target === panel || event.target.closest(".panel-top");
    if (!top || event.target.closest("button") || !panel.classList.contains("sheet")) return;
    from = event.clientY;
    panel.setPointerCapture(event.pointerId);
  });
  panel.addEventListener("pointermove", (event) => {
    if (from !== null) panel.style.transform = `translateY(${pulled(event)}px)`;
  });
  for (const end of ["pointerup", "pointercancel"])
    panel.addEventListener(end, (event) => {
      if (from === null) return;
      const closes = end === "pointerup" && pulled(event) >= CLOSES_FROM;
      from = null;
      panel.style.transform = "";
      if (closes) drop();
    });
}
