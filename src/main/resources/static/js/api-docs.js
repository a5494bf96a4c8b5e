/* Builds the page of the API from its description. Nothing is kept: a token lives as long as the page. */
(() => {
  const page = document.getElementById("content");
  const words = page.dataset;
  const place = document.getElementById("api-operations");
  let description;

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  };

  const resolved = (thing) =>
    thing && thing.$ref ? thing.$ref.slice(2).split("/").reduce((at, key) => at[key], description) : thing || {};

  const typeOf = (schema) => [].concat(schema.type || "object").find((type) => type !== "null");

  const example = (reference, depth = 0) => {
    const schema = resolved(reference);
    if (schema.enum) return schema.enum[0];
    if (schema.properties && depth < 4) {
      return Object.fromEntries(Object.entries(schema.properties).map(([name, value]) => [name, example(value, depth + 1)]));
    }
    switch (typeOf(schema)) {
      case "string": return schema.format === "date-time" ? new Date().toISOString() : "";
      case "integer": return 1;
      case "boolean": return true;
      case "array": return [];
      default: return null;
    }
  };

  const field = (id, parameter) => {
    const schema = resolved(parameter.schema);
    const control = schema.enum
      ? make("select", { class: "form-select form-select-sm", id },
          make("option", { value: "" }, words.any),
          ...schema.enum.map((word) => make("option", { value: word }, word)))
      : make("input", { class: "form-control form-control-sm", id, required: parameter.in === "path", placeholder: schema.default });
    control.dataset.in = parameter.in;
    control.dataset.name = parameter.name;
    return make("div", {}, make("label", { class: "form-label", for: id }, parameter.name), control);
  };

  const request = (method, path, form) => {
    const headers = { Accept: "application/json" };
    const query = new URLSearchParams();
    for (const control of form.querySelectorAll("[data-in]")) {
      const value = control.value.trim();
      if (control.dataset.in === "path") path = path.replace(`{${control.dataset.name}}`, encodeURIComponent(value));
      else if (value && control.dataset.in === "query") query.append(control.dataset.name, value);
      else if (value && control.dataset.in === "header") headers[control.dataset.name] = value;
    }
    const token = document.getElementById("api-token").value.trim();
    const crossSite = document.querySelector("meta[name=csrf-token]");
    if (token) headers.Authorization = `Bearer ${token}`;
    else if (crossSite) headers[crossSite.dataset.header] = crossSite.content;
    const body = form.querySelector("textarea");
    if (body) headers["Content-Type"] = "application/json";
    const search = query.toString();
    return fetch(path + (search ? `?${search}` : ""), {
      method: method.toUpperCase(), headers, body: body ? body.value : undefined,
      credentials: token ? "omit" : "same-origin",
    });
  };

  const show = async (answer, status, content) => {
    const text = await answer.text();
    status.textContent = `${answer.status} ${answer.headers.get("ETag") || ""}`;
    status.dataset.fine = answer.ok;
    try { content.textContent = JSON.stringify(JSON.parse(text), null, 2); } catch { content.textContent = text; }
    content.hidden = !text;
  };

  const operation = (path, method, told) => {
    const id = told.operationId;
    const parameters = (told.parameters || []).map(resolved);
    const body = told.requestBody && resolved(told.requestBody).content["application/json"];
    const status = make("p", { role: "status", class: "l-api-status" });
    const content = make("pre", { tabindex: "0", "aria-label": words.answer, hidden: true });
    const form = make("form", {},
      make("div", { class: "l-api-fields" }, ...parameters.map((parameter, i) => field(`${id}-${i}`, parameter))));
    if (body) {
      const text = make("textarea", { class: "form-control", id: `${id}-body`, rows: "10", spellcheck: "false" });
      text.value = JSON.stringify(example(body.schema), null, 2);
      form.append(make("label", { class: "form-label", for: `${id}-body` }, words.body), text);
    }
    form.append(make("button", { class: "btn btn-primary btn-sm" }, words.send), status, content);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      request(method, path, form).then((answer) => show(answer, status, content), () => { status.textContent = words.unreachable; });
    });
    const answers = make("dl", {}, ...Object.entries(told.responses).flatMap(([code, answer]) =>
      [make("dt", {}, code), make("dd", {}, resolved(answer).description || "")]));
    return make("details", { id },
      make("summary", {}, make("span", { class: "l-api-method", "data-method": method }, method.toUpperCase()),
        make("code", {}, path), make("span", {}, told.summary)),
      make("p", {}, told.description || ""), form, make("h3", {}, words.answers), answers);
  };

  const build = () => {
    const tags = new Map();
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const [method, told] of Object.entries(operations)) {
        const tag = told.tags[0];
        if (!tags.has(tag)) tags.set(tag, make("section", {}, make("h2", {}, tag)));
        tags.get(tag).append(operation(path, method, told));
      }
    }
    place.replaceChildren(...tags.values());
    const named = document.getElementById(location.hash.slice(1));
    if (named && named.localName === "details") named.open = true;
  };

  fetch(words.schema).then((answer) => answer.json()).then((read) => { description = read; build(); })
    .catch(() => place.replaceChildren(make("p", { role: "alert" }, words.failed)));
})();
