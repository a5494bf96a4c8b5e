// Files go ahead of their form as they are picked, pasted or dropped. Without a script they go with it.
(() => {
  "use strict";

  const TOO_MANY = 20;
  const underWay = new WeakMap();
  const fieldOf = (form) => form?.querySelector("input[data-attach]");
  const said = (form, text) => { form.querySelector("[data-attach-said]").textContent = text; };

  // Two digits and a unit, as the server says it.
  function words(bytes) {
    const kilobytes = Math.floor(bytes / 1024);
    return kilobytes < 1024 ? amount(Math.max(1, kilobytes), "kilobyte") : amount(bytes / 1048576, "megabyte");
  }

  function amount(number, unit) {
    const digits = number < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 };
    const form = { style: "unit", unit, unitDisplay: "short", numberingSystem: "latn", ...digits };
    return new Intl.NumberFormat(document.documentElement.lang, form).format(number);
  }

  function lineFor(form, file) {
    const line = form.querySelector("[data-attached-line]").content.cloneNode(true).firstElementChild;
    line.querySelector("[data-name]").textContent = file.name;
    line.querySelector("[data-size]").textContent = "0 %";
    line.querySelector("input").disabled = true;
    form.querySelector("[data-attached]").append(line);
    return line;
  }

  function arrived(form, line, file) {
    line.querySelector("[data-name]").textContent = file.name;
    line.querySelector("[data-size]").textContent = words(file.size);
    const box = line.querySelector("input");
    box.value = file.id;
    box.disabled = false;
    if (file.thumbnail_url) {
      const picture = new Image(40, 40);
      picture.alt = "";
      picture.src = file.thumbnail_url;
      line.querySelector(".ti").replaceWith(picture);
    }
    // What was refused is not talked over by what was not.
    if (form.querySelector("[data-attach-said]").dataset.refused === undefined) {
      said(form, fieldOf(form).dataset.done.replace("{0}", file.name));
    }
  }

  function refused(form, line, name, request) {
    line.remove();
    let why = null;
    try {
      const problem = JSON.parse(request.responseText);
      why = problem.errors?.[0]?.message ?? problem.detail;
    } catch {
      // no answer, or none of ours
    }
    const told = form.querySelector("[data-attach-said]");
    const sentence = why ? `${name}: ${why}` : fieldOf(form).dataset.failed.replace("{0}", name);
    told.textContent = told.dataset.refused === undefined ? sentence : `${told.textContent} ${sentence}`;
    told.dataset.refused = "";
  }

  // The only kind of request that tells how far it got.
  function send(form, file) {
    const line = lineFor(form, file);
    const request = new XMLHttpRequest();
    const done = (act) => {
      underWay.set(form, underWay.get(form) - 1);
      act();
    };
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) {
        line.querySelector("[data-size]").textContent = `${Math.floor(100 * event.loaded / event.total)} %`;
      }
    });
    request.addEventListener("load", () => done(() => {
      if (request.status === 201) {
        arrived(form, line, JSON.parse(request.responseText));
      } else {
        refused(form, line, file.name, request);
      }
    }));
    request.addEventListener("error", () => done(() => refused(form, line, file.name, request)));
    const body = new FormData();
    body.append("file", file, file.name);
    const token = document.querySelector("meta[name=csrf-token]");
    request.open("POST", "/api/attachments/");
    request.setRequestHeader(token.dataset.header, token.content);
    underWay.set(form, (underWay.get(form) ?? 0) + 1);
    request.send(body);
  }

  function bring(form, files) {
    delete form.querySelector("[data-attach-said]").dataset.refused;
    const room = TOO_MANY - form.querySelectorAll("[data-attached] > *").length;
    [...files].slice(0, Math.max(0, room)).forEach((file) => send(form, file));
  }

  document.addEventListener("change", (event) => {
    if (event.target.matches("input[data-attach]")) {
      bring(event.target.form, event.target.files);
      event.target.value = "";
    }
  });

  document.addEventListener("paste", (event) => {
    const form = event.target.closest?.("form");
    if (fieldOf(form) && event.clipboardData.files.length > 0) {
      event.preventDefault();
      bring(form, event.clipboardData.files);
    }
  });

  // Dropped beside a form a file would replace the page, and what was written with it.
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  const formAt = (event) => {
    const form = event.target.closest?.("form");
    return fieldOf(form) ? form : null;
  };
  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event) && document.querySelector("input[data-attach]")) {
      event.preventDefault();
      event.dataTransfer.dropEffect = formAt(event) ? "copy" : "none";
      formAt(event)?.classList.add("l-dropping");
    }
  });
  ["dragleave", "drop"].forEach((name) => document.addEventListener(name, (event) => {
    formAt(event)?.classList.remove("l-dropping");
  }));
  document.addEventListener("drop", (event) => {
    if (carriesFiles(event) && formAt(event)) {
      event.preventDefault();
      bring(formAt(event), event.dataTransfer.files);
    }
  });

  // Before htmx, which listens at the form itself.
  document.addEventListener("submit", (event) => {
    if (underWay.get(event.target) > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      said(event.target, fieldOf(event.target).dataset.underWay);
    }
  }, true);
})();
