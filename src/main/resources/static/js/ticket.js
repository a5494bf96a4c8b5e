// The ticket page: drafts that survive a crash, and focus that stays where one works.
(() => {
  "use strict";

  const PREFIX = "draft/";
  const KEPT = 14 * 24 * 3600 * 1000;
  const form = () => document.querySelector("form[data-draft]");
  const nameOf = (composer) => PREFIX + composer.dataset.draft;

  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  // A browser that keeps nothing, or has no room, is no reason to stop anybody from writing.
  function save(composer) {
    const text = composer.elements.body.value;
    try {
      if (text.trim() === "") {
        localStorage.removeItem(nameOf(composer));
        return;
      }
      const mode = composer.elements.mode.value;
      localStorage.setItem(nameOf(composer), JSON.stringify({ text, mode, at: Date.now() }));
      const said = composer.querySelector("[data-saved]");
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      said.textContent = said.dataset.saved.replace("{0}", time);
    } catch {
      // as above
    }
  }

  function restore() {
    const composer = form();
    const draft = composer && read(nameOf(composer));
    if (!draft || composer.elements.body.value !== "") {
      return;
    }
    composer.elements.body.value = draft.text;
    const mode = composer.querySelector(`[name=mode][value="${CSS.escape(draft.mode)}"]`);
    if (mode) {
      mode.checked = true;
    }
  }

  function forgetOld() {
    Object.keys(localStorage)
      .filter((name) => name.startsWith(PREFIX) && !(read(name)?.at > Date.now() - KEPT))
      .forEach((name) => localStorage.removeItem(name));
  }

  let waiting;
  document.addEventListener("input", (event) => {
    const composer = event.target.closest("form[data-draft]");
    if (composer) {
      clearTimeout(waiting);
      waiting = setTimeout(() => save(composer), 400);
    }
  });
  addEventListener("pagehide", () => {
    const composer = form();
    if (composer) {
      save(composer);
    }
  });

  // Sent: the draft has done its work. Refused: the text comes back in the form itself.
  let refocus = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    const sender = event.detail.requestConfig?.elt;
    const sent = sender?.matches("form[data-draft]") && event.detail.xhr.status === 200;
    if (sent) {
      clearTimeout(waiting);
      sender.elements.body.value = "";
      localStorage.removeItem(nameOf(sender));
    }
    refocus = sent ? "body" : sender?.closest("[data-refocus]")?.dataset.refocus;
  });
  // In the same moment as the swap: a little later one may have gone on by key, and would be pulled back.
  document.addEventListener("htmx:afterSwap", () => {
    if (refocus) {
      document.getElementById(refocus)?.focus({ preventScroll: true });
      refocus = null;
    }
  });
  document.addEventListener("htmx:afterSettle", restore);

  restore();
  try {
    forgetOld();
  } catch {
    // no storage
  }
})();
