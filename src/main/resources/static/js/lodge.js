// What pages gain with a script. Everything works without it.
(() => {
  "use strict";

  // Requests of htmx carry the CSRF token that forms carry in a field.
  document.addEventListener("htmx:configRequest", (event) => {
    const token = document.querySelector("meta[name=csrf-token]");
    if (token) {
      event.detail.headers[token.dataset.header] = token.content;
    }
  });

  // A refusal is swapped only if the server says where to; otherwise the page stays as it is.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader("HX-Retarget")) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // After a swap focus stays on the same row, or goes to the next one if it left.
  let focused = null;
  document.addEventListener("htmx:beforeSwap", () => {
    const row = document.activeElement?.closest(".l-row, tr");
    focused = row?.id ? { id: row.id, index: rows(row).indexOf(row), list: listOf(row)?.id } : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!focused || (document.activeElement && document.activeElement !== document.body)) {
      return;
    }
    const list = focused.list ? document.getElementById(focused.list) : document;
    const all = list ? [...list.querySelectorAll(".l-row, tbody > tr")] : [];
    const row = document.getElementById(focused.id) ?? all[Math.min(focused.index, all.length - 1)];
    row?.querySelector("a")?.focus();
    focused = null;
  });

  function listOf(row) {
    return row.closest(".l-list[id], table[id], [data-list][id]");
  }

  function rows(row) {
    return [...(listOf(row) ?? document).querySelectorAll(".l-row, tbody > tr")];
  }

  // Menus close on Esc, giving focus back, and on a press elsewhere. Popovers do so by themselves.
  const openMenus = () => document.querySelectorAll("details.l-menu[open]");
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      return;
    }
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  // A toast leaves after 8 seconds, but not while it is pointed at or focused.
  const STAY = 8000;
  function schedule(toast) {
    let timer;
    const start = () => { timer = setTimeout(() => toast.remove(), STAY); };
    const stop = () => clearTimeout(timer);
    ["pointerenter", "focusin"].forEach((name) => toast.addEventListener(name, stop));
    ["pointerleave", "focusout"].forEach((name) => toast.addEventListener(name, () => { stop(); start(); }));
    start();
  }
  const seen = new WeakSet();
  function watchToasts() {
    document.querySelectorAll("#toasts .l-toast").forEach((toast) => {
      if (!seen.has(toast)) {
        seen.add(toast);
        schedule(toast);
      }
    });
  }
  watchToasts();
  document.addEventListener("htmx:afterSettle", watchToasts);
  document.addEventListener("htmx:oobAfterSwap", watchToasts);

  // Fields marked so send their form when they change; without a script its button does.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-submit-on-change]");
    if (form) {
      form.requestSubmit();
    }
  });

  // The arrows go from a search to what it found, through it, and back.
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const search = event.target.closest?.("[data-arrows]");
    if (!step || !search || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    const stops = [...search.querySelectorAll("input[type=search], li a")];
    const next = stops[stops.indexOf(event.target) + step];
    if (next && stops.includes(event.target)) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    }
  });

  // A press copies what stands in the element named, for links that are shown once.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) {
      const source = document.getElementById(button.dataset.copy);
      source.select?.();
      await navigator.clipboard?.writeText(source.value ?? source.textContent.trim());
      const said = button.querySelector("span");
      if (navigator.clipboard && said) {
        said.textContent = button.dataset.copied;
      }
    }
  });

  // Two fields for one value, such as a colour picked or written.
  document.addEventListener("input", (event) => {
    const other = event.target.dataset.mirror && document.getElementById(event.target.dataset.mirror);
    if (other && (other.type !== "color" || /^#[0-9a-f]{6}$/i.test(event.target.value))) {
      other.value = event.target.value;
    }
  });

  // A button marked so shows in a frame what its form would make, and presses itself once what is written has come to rest. A new
  // frame each time: what an old one shows would be a step of the browser's history.
  let resting;
  document.addEventListener("input", (event) => {
    const fields = [...(event.target.form?.elements ?? [])];
    const button = fields.find((field) => field.matches("button[data-follows]"));
    clearTimeout(resting);
    if (button && fields.every((field) => field.type !== "file" || field.validity.valid)) {
      resting = setTimeout(() => {
        const old = document.querySelector(`iframe[name="${CSS.escape(button.formTarget)}"]`);
        const frame = old.cloneNode();
        frame.removeAttribute("src");
        old.replaceWith(frame);
        button.form.requestSubmit(button);
      }, 500);
    }
  });

  // The contents beside a text say which part is being read: the last whose heading is in the top fifth of the window or above; at
  // the end of the page, where the last ones may not come so far up, the one that was jumped to, or else the last.
  const parts = new Map([...document.querySelectorAll(".l-toc a")].map((entry) => [document.getElementById(decodeURIComponent(entry.hash.slice(1))), entry]));
  parts.delete(null);
  if (parts.size) {
    const headings = [...parts.keys()];
    const top = (heading) => heading.getBoundingClientRect().top;
    const mark = () => {
      const last = headings.findLast((heading) => top(heading) < innerHeight / 5);
      const end = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 2;
      const read = end ? headings.find((heading) => heading.matches(":target") && top(heading) >= 0) ?? headings.at(-1) : last;
      document.querySelector(".l-toc [aria-current]")?.removeAttribute("aria-current");
      parts.get(read)?.setAttribute("aria-current", "true");
    };
    const above = new IntersectionObserver(mark, { rootMargin: "0px 0px -80%" });
    headings.forEach((heading) => above.observe(heading));
    new IntersectionObserver(mark, { threshold: 1 }).observe(document.querySelector(".l-hc-end"));
  }

  // A file that would be refused for its size is told so before it is sent.
  document.addEventListener("change", (event) => {
    const { largest, tooLarge } = event.target.dataset;
    if (largest) {
      event.target.setCustomValidity(event.target.files[0]?.size > Number(largest) ? tooLarge : "");
      event.target.reportValidity();
    }
  });
})();
