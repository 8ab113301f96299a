// What the console's pages do by themselves: the menu closes when one leaves it, and a session that ends locks the page without losing
// the draft. Works on what the server rendered; stores nothing in the browser (a draft across a reload: console-work.js).
"use strict";

(() => {
  const menu = document.querySelector("details.menu");
  if (!menu) return;
  document.addEventListener("click", (event) => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
})();

window.addEventListener("pageshow", (event) => { if (event.persisted) window.location.reload(); });

(() => {
  const lock = document.getElementById("lock");
  if (!lock) return;
  const form = lock.querySelector("form");
  const fault = lock.querySelector(".fault");
  const why = lock.querySelector(".why");
  const quiet = why.textContent;
  const notices = document.getElementById("notices");
  const TOLD_EVERY = 60_000;
  const WARNED_BEFORE = 60_000;
  const ASKED_EVERY = 20_000;
  let endsAt = Date.now() + Number(lock.dataset.seconds) * 1000;
  let toldAt = Date.now();
  let heardAt = Date.now();
  let locked = false;
  let asking = false;

  const ask = (method, path, body) => fetch(path, {
    method, body, credentials: "same-origin", headers: { "X-CSRF-Token": form.elements.csrf.value, Accept: "application/json" },
  });

  const adopt = (state) => {
    if (state.who !== lock.dataset.who) return window.location.reload();
    endsAt = Date.now() + state.seconds * 1000;
    for (const field of document.querySelectorAll("input[name=csrf]")) field.value = state.csrf;
    document.body.setAttribute("hx-headers:inherited", JSON.stringify({ "X-CSRF-Token": state.csrf }));
    notices.querySelector(".soon")?.remove();
    if (locked) open();
  };

  const close = () => {
    if (locked) return;
    locked = true;
    fault.hidden = true;
    why.textContent = endsAt > Date.now() ? why.dataset.elsewhere : quiet;
    lock.showModal();
    form.elements.password.focus();
  };

  const open = () => {
    locked = false;
    form.elements.password.value = form.elements.code.value = "";
    lock.close();
  };

  const hear = async (method) => {
    if (asking) return;
    asking = true;
    heardAt = Date.now();
    try {
      const answer = await ask(method, "/session");
      if (answer.status === 401) close();
      else if (answer.ok) adopt(await answer.json());
    } catch { /* the network is away: the next tick asks again */ } finally { asking = false; }
  };

  const active = () => {
    if (locked || Date.now() - toldAt < TOLD_EVERY) return;
    toldAt = Date.now();
    hear("POST");
  };

  const tick = () => {
    const left = endsAt - Date.now();
    // A session can end before its time, from elsewhere: a page without a stream finds out by asking.
    if (!locked && (left <= 0 || Date.now() - heardAt >= ASKED_EVERY)) hear("GET");
    if (left > 0 && left <= WARNED_BEFORE && !notices.querySelector(".soon")) {
      const warning = document.createElement("p");
      warning.className = "notice wait soon";
      warning.textContent = lock.dataset.soon;
      notices.append(warning);
      toldAt = 0;
    }
  };

  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"]) document.addEventListener(kind, active, { passive: true });
  document.body.addEventListener("session-ended", close);
  document.body.addEventListener("session-doubted", () => { if (!locked) hear("GET"); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) hear("GET"); });
  setInterval(tick, 5_000);

  lock.addEventListener("cancel", (event) => event.preventDefault());
  lock.addEventListener("close", () => { if (locked) lock.showModal(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    try {
      const answer = await ask("POST", "/unlock", new URLSearchParams(new FormData(form)));
      const said = await answer.json();
      if (answer.ok) return adopt(said);
      fault.textContent = said.told;
      fault.hidden = false;
      form.elements.code.value = "";
      form.elements.password.focus();
    } catch { window.location.assign("/login"); }
  });
})();
