// Single keys, as the sheet behind "?" lists them. A key acts on the element that carries it: data-key="r" is pressed or
// focused, data-place="mine" is where "g m" goes. Off while typing, and for people who switched them off (WCAG 2.1.4).
(() => {
  "use strict";

  const PLACES = { i: "all_open", m: "mine", s: "search", u: "unassigned" };
  const UNTYPED = ["checkbox", "radio", "file", "button", "submit"];
  let going = false;

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "Enter") {
      send(event);
      return;
    }
    if (document.body.dataset.shortcuts !== "true" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
      return;
    }
    if (going) {
      going = false;
      go(PLACES[event.key]);
      return;
    }
    if (event.key === "g") {
      going = true;
      setTimeout(() => { going = false; }, 1500);
      return;
    }
    if (act(event.key)) {
      event.preventDefault();
    }
  });

  function typing(element) {
    return element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName) && !UNTYPED.includes(element.type);
  }

  function send(event) {
    const form = event.target.closest("form[data-send], form.l-composer");
    if (form) {
      event.preventDefault();
      form.requestSubmit();
    }
  }

  function go(place) {
    document.querySelector(`[data-place="${place}"]`)?.click();
  }

  function act(key) {
    switch (key) {
      case "j":
        return move(1);
      case "k":
        return move(-1);
      case "x":
        return select();
      case "?":
        document.getElementById("keys")?.togglePopover();
        return true;
      case "z":
        return press(document.querySelector("#toasts form button"));
      default:
        return press(visible(key)) || pressForCursorRow(key);
    }
  }

  // What changes tickets acts on the selection if there is one, else on the row that the cursor is on.
  function pressForCursorRow(key) {
    const box = cursorRow()?.querySelector("input[type=checkbox]");
    if (!box || !document.querySelector(`.l-bulk [data-key="${CSS.escape(key)}"]`)) {
      return false;
    }
    box.checked = true;
    return press(visible(key));
  }

  // What a page has of its own goes before what stands around all of them.
  function visible(key) {
    const marked = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].filter((element) => element.checkVisibility());
    return marked.find((element) => !element.closest(".l-rail")) ?? marked[0];
  }

  function press(element) {
    if (!element) {
      return false;
    }
    if (element.matches("input:not([type=radio], [type=checkbox]), textarea, select")) {
      element.focus();
    } else if (element.tagName === "SUMMARY") {
      element.click();
      element.parentElement.querySelector("div :is(a, button, select, textarea, input:not([type=hidden]))")?.focus();
    } else {
      element.click();
      const focus = element.dataset.focus && document.getElementById(element.dataset.focus);
      focus?.focus();
    }
    return true;
  }

  // The cursor is real focus on the row's link, so that a reader hears it.
  function move(step) {
    const links = [...document.querySelectorAll(".l-row a, [data-rows] tbody th a")];
    if (links.length === 0) {
      return press(visible(step > 0 ? "j" : "k"));
    }
    const at = links.findIndex((link) => link === document.activeElement || link.closest(".l-row, tr")?.contains(document.activeElement));
    const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(links.length - 1, at + step));
    links[next].focus();
    links[next].scrollIntoView({ block: "nearest" });
    return true;
  }

  function select() {
    return press(cursorRow()?.querySelector("input[type=checkbox]"));
  }

  function cursorRow() {
    return document.activeElement?.closest(".l-row, tr");
  }
})();
