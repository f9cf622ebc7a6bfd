// The exit panel: how many yeses, and what that many mean.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const panel = /** @type {HTMLFormElement | null} */ (document.querySelector(".panel"));
  const output = panel?.querySelector("[data-verdict]");
  if (!panel || !output) return;
  const meter = [...panel.querySelectorAll(".meter i")];
  const radios = /** @type {HTMLInputElement[]} */ ([...panel.querySelectorAll("input")]);

  const verdict = (/** @type {number} */ yeses) => {
    if (yeses === 0) return playbookText("Stay, and keep to the steps.");
    if (yeses === 1) return playbookText("A warning: act on it now.");
    return playbookText("It is time to leave.");
  };

  const show = () => {
    const yeses = radios.filter((radio) => radio.checked && radio.value === "y").length;
    const answered = radios.filter((radio) => radio.checked).length;
    const heading = document.createElement("b");
    const count = document.createElement("span");
    count.className = "quiet";
    heading.textContent = answered
      ? verdict(yeses)
      : playbookText("Answer the questions, and this line says what they mean.");
    if (answered) {
      count.textContent = ` ${playbookText("yes: %(yes)s of %(all)s", { yes: yeses, all: meter.length })}`;
    }
    output.replaceChildren(heading, count);
    meter.forEach((bar, place) => bar.classList.toggle("on", place < yeses));
  };

  panel.addEventListener("change", show);
  panel.addEventListener("submit", (event) => event.preventDefault());
  show();
});
