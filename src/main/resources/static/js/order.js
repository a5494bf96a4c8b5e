// Rows are put in order by dragging their grip. The buttons beside it do the same with keys, and without a script.
(() => {
  "use strict";

  let drag = null;

  const middle = (row) => {
    const box = row.getBoundingClientRect();
    return box.top + box.height / 2;
  };

  document.addEventListener("pointerdown", (event) => {
    const row = event.button === 0 && event.target.closest("[data-grip]")?.closest("tr");
    if (row) {
      event.preventDefault();
      drag = { row, order: [...row.parentElement.children] };
      row.classList.add("is-dragged");
    }
  });

  // The others make way: the row itself stays in the document, so that a finger does not lose it.
  document.addEventListener("pointermove", (event) => {
    if (!drag) {
      return;
    }
    const { row } = drag;
    while (row.previousElementSibling && event.clientY < middle(row.previousElementSibling)) {
      row.after(row.previousElementSibling);
    }
    while (row.nextElementSibling && event.clientY > middle(row.nextElementSibling)) {
      row.before(row.nextElementSibling);
    }
  });

  document.addEventListener("pointerup", () => {
    if (!drag) {
      return;
    }
    const { row, order } = drag;
    end();
    const place = [...row.parentElement.children].indexOf(row);
    if (place !== order.indexOf(row)) {
      const form = row.querySelector("form");
      const position = document.createElement("input");
      Object.assign(position, { type: "hidden", name: "position", value: place + 1 });
      form.append(position);
      form.requestSubmit();
    }
  });

  function cancel() {
    if (drag) {
      drag.row.parentElement.append(...drag.order);
      end();
    }
  }

  function end() {
    drag.row.classList.remove("is-dragged");
    drag = null;
  }

  document.addEventListener("pointercancel", cancel);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      cancel();
    }
  });
})();
