/* The self-service machine. Pages replace one another, so that going back shows nothing; when nobody touches the screen it
   asks, counts down and clears everything; keys to touch stand where something is typed. Works without this file, too:
   the page then clears itself after the same time. */
(() => {
  "use strict";
  const idle = document.getElementById("idle");
  const clear = idle.dataset.clear;
  const isOurs = (address) => address.origin === location.origin && address.pathname.startsWith(clear.replace("clear/", ""));

  /* No page is left behind in the browser's history, and no link leads out of the machine. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    const address = new URL(link.href);
    if (isOurs(address)) location.replace(address);
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const said = new FormData(form);
    if (event.submitter?.name) said.set(event.submitter.name, event.submitter.value);
    event.preventDefault();
    if (form.method === "get") return location.replace(form.action + "?" + new URLSearchParams(said));
    try {
      const reply = await fetch(form.action, { method: "POST", body: said });
      location.replace(isOurs(new URL(reply.url)) && reply.ok ? reply.url : clear);
    } catch {
      form.submit();
    }
  });

  /* Asks after a while, then forgets. */
  const seconds = (name) => Number(idle.dataset[name]) * 1000;
  const left = idle.querySelector("[data-left]");
  let asking, counting;
  const wait = () => {
    clearTimeout(asking);
    clearInterval(counting);
    idle.hidden = true;
    asking = setTimeout(ask, seconds("idle"));
  };
  const ask = () => {
    if ("home" in idle.dataset) {
      document.querySelectorAll("input[data-pad]").forEach((field) => { field.value = ""; });
      return wait();
    }
    const until = Date.now() + seconds("countdown");
    const count = () => {
      const rest = Math.ceil((until - Date.now()) / 1000);
      left.textContent = Math.max(0, rest);
      if (rest <= 0) { clearInterval(counting); location.replace(clear); }
    };
    idle.hidden = false;
    idle.querySelector("[data-stay]").focus();
    count();
    counting = setInterval(count, 250);
  };
  for (const kind of ["pointerdown", "keydown", "scroll", "input"]) {
    addEventListener(kind, () => { if (idle.hidden) wait(); }, { capture: true, passive: true });
  }
  idle.querySelector("[data-stay]").addEventListener("click", wait);
  addEventListener("pageshow", (event) => { if (event.persisted) location.replace(clear); });
  wait();

  /* Keys to touch. */
  const KEYS = { letters: [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"], digits: [..."123456789.0"] };
  const typing = (field, kind) => {
    const pad = document.createElement("div");
    pad.className = "kiosk-pad is-" + kind;
    for (const key of [...KEYS[kind], "⌫"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = key;
      button.addEventListener("click", () => {
        field.value = key === "⌫" ? field.value.slice(0, -1) : field.value + key;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      pad.append(button);
    }
    (field.closest(".search, .field") ?? field).after(pad);
  };
  document.querySelectorAll("input[data-pad]").forEach((field) => typing(field, field.dataset.pad));
  document.querySelectorAll("main form input[inputmode=decimal], main form input[inputmode=numeric]").forEach((field) => typing(field, "digits"));
})();
