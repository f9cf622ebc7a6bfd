// The exit panel: how many yeses, and what that many mean.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const panel = /** @type {HTMLFormElement | null} */ (document.querySelector(".panel"));
  const output = panel?.querySelector("[data-verdict]");
  if (!panel || !output) return;
  const meter = [...panel.querySelectorAll(".meter i")];
  const radios = /** @type {HTMLInputElement[]} */ ([...panel.querySelectorAll("input")]);

  const verdict = (/** @type {number} */ yeses) =>
    yeses
      ? playbookPlural(
          "%(n)s yes: do what stands below.",
          "%(n)s yes: do what stands below.",
          yeses,
        )
      : playbookText("No yes: stay, and keep to the steps.");

  const show = () => {
    const yeses = radios.filter((radio) => radio.checked && radio.value === "y").length;
    const answered = radios.filter((radio) => radio.checked).length;
    const heading = document.createElement("b");
    heading.textContent = answered
      ? verdict(yeses)
      : playbookText("Answer the questions, and this line says what they mean.");
    output.replaceChildren(heading);
    meter.forEach((bar, place) => bar.classList.toggle("on", place < yeses));
  };

  panel.addEventListener("change", show);
  panel.addEventListener("submit", (event) => event.preventDefault());
  show();
});
