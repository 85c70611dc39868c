/* Every page works without this file. It adds: the token htmx needs, autosave, upload progress, focus on errors. */
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

  document.addEventListener("htmx:config:request", (event) => {
    event.detail.ctx.request.headers["X-CSRFToken"] = token();
  });

  /* Autosave: <form data-autosave="address"> with components/saved.html inside. What was typed stays on this device until
     the server has acknowledged it, so a lost connection loses nothing. Files and secrets are never kept; a shared
     machine (data-autosave-device="no") keeps nothing, and signing out (data-forget) forgets everything. */
  const QUIET_MS = 800;
  const AGAIN_MS = [2000, 5000, 15000, 60000];

  const kept = (form) => all("input, textarea, select", form).filter(
    (field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type));
  const typed = (form) => kept(form).map((field) => [
    field.name, field.value, ["radio", "checkbox"].includes(field.type) ? field.checked : null]);

  const restore = (form, values) => {
    const fields = kept(form);
    let changed = false;
    for (const [name, value, checked] of values) {
      const field = fields.find((one) => one.name === name && (checked === null || one.value === value));
      if (!field) continue;
      if (checked === null ? field.value !== value : field.checked !== checked) changed = true;
      if (checked === null) field.value = value; else field.checked = checked;
    }
    return changed;
  };

  const autosave = (form) => {
    const place = form.dataset.autosave;
    const shelf = "lianban:/" + (form.dataset.autosaveKey || place);
    const sign = form.querySelector("[data-saved]");
    let timer, failures = 0, edition = 0, running = false;

    const say = (state) => {
      if (!sign) return;
      sign.dataset.state = state;
      sign.textContent = sign.dataset[state + "Text"] ?? "";
    };
    const later = (ms) => { clearTimeout(timer); timer = setTimeout(send, ms); };
    const isOwn = form.dataset.autosaveDevice !== "no";
    const shelve = () => { if (isOwn) try { localStorage.setItem(shelf, JSON.stringify(typed(form))); } catch { /* full or forbidden */ } };
    const unshelve = () => { try { localStorage.removeItem(shelf); } catch { /* forbidden */ } };

    const send = async () => {
      if (running) return later(QUIET_MS);
      const sent = edition;
      running = true;
      say("saving");
      try {
        const body = new FormData(form);
        for (const [name, value] of [...body]) if (value instanceof File) body.delete(name);
        const reply = await fetch(place, { method: "POST", body, headers: { "X-CSRFToken": token(), "X-Autosave": "1" } });
        if (!reply.ok) throw reply;
        failures = 0;
        if (sent === edition) { unshelve(); say("saved"); } else later(QUIET_MS);
      } catch (reason) {
        const asks = { 401: "expired", 409: "conflict" }[reason.status];
        say(asks ?? "failed");
        if (asks) failures = AGAIN_MS.length;
        later(AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)]);
      } finally {
        running = false;
      }
    };

    const changed = () => { edition += 1; shelve(); later(QUIET_MS); };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    form.addEventListener("submit", () => clearTimeout(timer));
    addEventListener("online", () => { if (failures) later(0); });

    let waiting = null;
    try { waiting = JSON.parse(localStorage.getItem(shelf)); } catch { unshelve(); }
    if (isOwn && waiting && restore(form, waiting)) { say("kept"); edition += 1; later(QUIET_MS); } else unshelve();
  };

  const forget = () => {
    try { Object.keys(localStorage).filter((key) => key.startsWith("lianban:/")).forEach((key) => localStorage.removeItem(key)); } catch { /* forbidden */ }
  };
  document.addEventListener("submit", (event) => { if (event.target.matches("[data-forget]")) forget(); });

  /* Show a page that came as an answer, without asking for it again. */
  const answered = (text) => {
    const page = new DOMParser().parseFromString(text, "text/html");
    const main = page.querySelector("main");
    if (!main) return location.reload();
    document.title = page.title;
    document.querySelector("main").replaceWith(main);
    start(main);
    main.querySelector("[data-focus]")?.focus();
  };

  /* Upload: the button opens the choice of a file, what is chosen is sent at once and shows how far it is; without
     scripts the same form is simply sent. */
  const upload = (form) => {
    const line = form.querySelector("[data-progress]");
    const failed = form.querySelector("[data-failed]");
    const input = form.querySelector("input[type=file]");
    if (!line || !input) return;
    let sending = false;
    form.classList.add("is-live");
    input.tabIndex = -1;
    const send = () => {
      if (sending || !input.files.length) return;
      sending = true;
      const request = new XMLHttpRequest();
      line.hidden = false;
      failed.hidden = true;
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) line.querySelector("progress").value = Math.round(100 * event.loaded / event.total);
      });
      const broken = () => { sending = false; line.hidden = true; failed.hidden = false; };
      request.addEventListener("load", () => {
        if (request.status >= 500) return broken();
        if (request.status >= 400) return answered(request.responseText);
        location.assign(request.responseURL || location.href);
        if (request.responseURL === location.href) location.reload();
      });
      request.addEventListener("error", broken);
      request.open("POST", form.action);
      request.send(new FormData(form));
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.files.length) send(); else input.click();
    });
    input.addEventListener("change", send);
    for (const kind of ["dragover", "dragleave", "drop"]) {
      form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.toggle("is-over", kind === "dragover"); });
    }
    form.addEventListener("drop", (event) => { input.files = event.dataTransfer.files; send(); });
  };

  const start = (root) => {
    const forms = (name) => [...(root.matches?.(`form[${name}]`) ? [root] : []), ...all(`form[${name}]`, root)];
    for (const [name, begin] of [["data-autosave", autosave], ["data-upload", upload]]) {
      for (const form of forms(name)) if (!form.dataset.ready) { form.dataset.ready = "1"; begin(form); }
    }
    for (const button of all("[data-dismiss]", root)) {
      button.hidden = false;
      button.addEventListener("click", () => button.parentElement.remove());
    }
    for (const button of all("[data-print]", root)) {
      button.hidden = false;
      button.addEventListener("click", () => print());
    }
  };

  start(document);
  document.addEventListener("htmx:after:swap", () => start(document));
  document.querySelector("[data-focus]")?.focus();

  /* A link of the error summary goes to the field itself, not only to its place. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    (field.matches("fieldset") ? field.querySelector("input, select, textarea") : field)?.focus();
    field.scrollIntoView({ block: "center" });
  });

  /* An open menu closes when one clicks elsewhere or presses Escape. */
  const close = (except) => all("details.menu[open]").forEach((menu) => { if (menu !== except) menu.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest("details.menu")));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(null); });

  /* On paper everything is unfolded, and folded again afterwards. */
  let unfolded = [];
  addEventListener("beforeprint", () => { unfolded = all("details.fold:not([open])"); unfolded.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => unfolded.forEach((one) => { one.open = false; }));
})();
