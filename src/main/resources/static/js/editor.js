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

  // Enter in a field that finds things takes the first of them, instead of sending the form that the field belongs to.
  document.addEventListener("keydown", (event) => {
    const found = event.target.dataset?.finds && document.getElementById(event.target.dataset.finds);
    const first = found?.querySelector("input");
    if (found && event.key === "Enter") {
      event.preventDefault();
      first?.click();
    } else if (first && event.key === "ArrowDown") {
      event.preventDefault();
      first.focus();
    }
  });

  const token = () => {
    const known = document.querySelector("meta[name=csrf-token]");
    return known ? { [known.dataset.header]: known.content } : {};
  };

  // A picture stands in the text as soon as it is stored; what cannot be stored says why beside the field.
  async function upload(field, file) {
    const body = new FormData();
    body.set("file", file, file.name || "picture.png");
    const said = document.getElementById(field.dataset.said);
    said.textContent = "";
    try {
      const answer = await fetch("/api/attachments/", { method: "POST", headers: token(), body });
      const stored = await answer.json();
      if (answer.ok) {
        const picture = stored.width === null ? "" : "!";
        insert(field, `${picture}[${stored.name.replace(/[\[\]\\]/g, "")}](${stored.url})`);
      } else {
        said.textContent = stored.errors?.[0]?.message ?? stored.detail ?? field.dataset.failed;
      }
    } catch {
      said.textContent = field.dataset.failed;
    }
  }

  document.addEventListener("change", (event) => {
    const chosen = event.target.closest("[data-upload-to]");
    if (chosen) {
      [...chosen.files].forEach((file) => upload(document.getElementById(chosen.dataset.uploadTo), file));
      chosen.value = "";
    }
  });

  // Dropped beside the text a picture would replace the page, and what was written with it.
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files") && document.querySelector("[data-upload-to]");
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = event.target.closest("[data-paste]") ? "copy" : "none";
    }
  });
  document.addEventListener("drop", (event) => {
    const field = carriesFiles(event) && event.target.closest("[data-paste]");
    if (field) {
      event.preventDefault();
      [...event.dataTransfer.files].forEach((file) => upload(field, file));
    }
  });

  document.addEventListener("paste", async (event) => {
    const field = event.target.closest?.("[data-paste]");
    const pictures = field ? [...event.clipboardData.files].filter((file) => file.type.startsWith("image/")) : [];
    const html = field && event.clipboardData?.getData("text/html");
    if (pictures.length > 0 && !event.clipboardData.getData("text/plain")) {
      event.preventDefault();
      pictures.forEach((file) => upload(field, file));
      return;
    }
    if (!html || !/<(h[1-6]|ul|ol|li|table|pre|b|strong|i|em|a|blockquote|p)\b/i.test(html)) {
      return;
    }
    const plain = event.clipboardData.getData("text/plain");
    event.preventDefault();
    let text = plain;
    try {
      const answer = await fetch(field.dataset.paste, {
        method: "POST",
        headers: token(),
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
