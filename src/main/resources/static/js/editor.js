// The editor of articles: marks around what is selected, and pasting that keeps its structure.
(() => {
  "use strict";

  const MARKS = {
    heading: ["## ", ""],
    bold: ["**", "**"],
    italic: ["*", "*"],
    link: ["[", "](https://)"],
    list: ["- ", ""],
    code: ["`", "`"],
    table: ["| ", " |  |\n| --- | --- |\n|  |  |\n"],
  };
  const LINES = ["heading", "list", "table"];
  const KEYS = { b: "bold", i: "italic", k: "link" };

  // As if typed, so that the browser's own undo takes it back.
  function insert(field, text) {
    field.focus();
    if (!document.execCommand("insertText", false, text)) {
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function mark(field, name) {
    const [before, after] = MARKS[name];
    if (LINES.includes(name)) {
      field.selectionStart = field.value.lastIndexOf("\n", field.selectionStart - 1) + 1;
    }
    const chosen = field.value.slice(field.selectionStart, field.selectionEnd);
    const from = field.selectionStart + before.length;
    insert(field, before + chosen + after);
    if (after !== "") {
      field.setSelectionRange(from, from + chosen.length);
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-mark]");
    if (button) {
      mark(document.getElementById(button.closest("[data-marks]").dataset.marks), button.dataset.mark);
    }
  });

  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key.toLowerCase()];
    if (name && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.target.matches("[data-paste]")) {
      event.preventDefault();
      mark(event.target, name);
    }
  });

  document.addEventListener("paste", async (event) => {
    const field = event.target.closest?.("[data-paste]");
    const html = field && event.clipboardData?.getData("text/html");
    if (!html || !/<(h[1-6]|ul|ol|li|table|pre|b|strong|i|em|a|blockquote|p)\b/i.test(html)) {
      return;
    }
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    const token = document.querySelector("meta[name=csrf-token]");
    let text = plain;
    try {
      const answer = await fetch(field.dataset.paste, {
        method: "POST",
        headers: token ? { [token.dataset.header]: token.content } : {},
        body: new URLSearchParams({ html }),
      });
      if (answer.ok && !answer.redirected) {
        text = await answer.text();
      }
    } catch {
      // Without an answer the plain text has to do.
    }
    insert(field, text);
  });
})();
