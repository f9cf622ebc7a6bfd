// Signs: how many are seen, kept by the sign's id so that every language shares them.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("[data-sign]")]);
  const output = document.querySelector("[data-seen]");
  if (!boxes.length || !output) return;
  const key = `signs:${document.documentElement.dataset.page}`;
  const ENOUGH = 2;

  const show = () => {
    const seen = boxes.filter((box) => box.checked).length;
    const number = document.createElement("b");
    number.textContent = String(seen);
    const words = playbookPlural("of %(n)s seen.", "of %(n)s seen.", boxes.length);
    output.replaceChildren(number, ` ${words}`);
    if (seen >= ENOUGH) output.append(" ", playbookText("Enough to act on."));
  };

  const kept = playbookKept.read(key);
  if (Array.isArray(kept)) {
    for (const box of boxes) box.checked = kept.includes(box.dataset.sign);
  }
  const changed = () => {
    playbookKept.write(
      key,
      boxes.filter((box) => box.checked).map((box) => box.dataset.sign),
    );
    show();
  };
  for (const box of boxes) box.addEventListener("change", changed);
  document.querySelector("[data-clear]")?.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    changed();
    boxes[0].focus();
  });
  show();
});
