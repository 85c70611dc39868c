/* Keyboard for people who work here all day. `/` searches, `?` helps, j and k walk the list, data-key="…" is pressed by its
   key. Single keys never act while one is typing, and can be switched off. */
(() => {
  "use strict";
  const SWITCH = "lianban:keys-off";
  const sheet = document.getElementById("keys");
  const box = sheet?.querySelector("[data-keys-on]");
  const isOff = () => { try { return localStorage.getItem(SWITCH) === "1"; } catch { return false; } };
  const isTyping = (target) => target.isContentEditable
    || (target.matches("input, textarea, select") && !["radio", "checkbox", "button", "submit"].includes(target.type));

  const show = (wanted) => {
    if (!sheet) return;
    sheet.hidden = !wanted;
    if (wanted) box?.focus();
  };
  const walk = (by) => {
    const links = [...document.querySelectorAll("[data-walk]:not(:has(table)) a, [data-walk] tbody th a")];
    if (!links.length) return;
    const at = links.findIndex((link) => link === document.activeElement || (!links.includes(document.activeElement) && link.ariaCurrent));
    links[Math.max(0, Math.min(links.length - 1, at + by))].focus();
  };
  const pick = () => {
    const box = document.activeElement?.closest("tr, li")?.querySelector("[data-pick]");
    if (!box) return false;
    box.checked = !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  const press = (key) => {
    const near = document.activeElement?.closest("[data-keys], fieldset, .pane");
    const found = near?.querySelector(`[data-key="${CSS.escape(key)}"]`) ?? document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!found || found.disabled) return false;
    found.focus();
    found.click();
    if (found.type === "radio") found.closest("form[data-rushed]")?.requestSubmit();
    return true;
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "Escape") {
      if (sheet && !sheet.hidden) show(false); else if (isTyping(event.target)) event.target.blur();
      return;
    }
    if (isTyping(event.target)) return;
    if (event.key === "?") { event.preventDefault(); show(sheet?.hidden); return; }
    if (isOff()) return;
    if (event.key === "/") { event.preventDefault(); document.querySelector("[data-search]")?.focus(); }
    else if (event.key === "j" || event.key === "k") { event.preventDefault(); walk(event.key === "j" ? 1 : -1); }
    else if (event.key === "x" && pick()) event.preventDefault();
    else if (/^[a-z0-9]$/.test(event.key) && press(event.key)) event.preventDefault();
  });

  document.querySelector("form[data-rushed] input.input")?.focus();

  if (box) {
    box.checked = !isOff();
    box.addEventListener("change", () => { try { localStorage.setItem(SWITCH, box.checked ? "0" : "1"); } catch { /* forbidden */ } });
    for (const button of document.querySelectorAll("[data-keys-open]")) {
      button.hidden = false;
      button.addEventListener("click", () => show(sheet.hidden));
    }
    sheet.querySelector("[data-keys-close]").addEventListener("click", () => show(false));
  }
})();
