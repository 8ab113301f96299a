// The queue and the case, with a script: rows that come in by themselves, keys, prepared texts by "/". Everything here also works without it.
"use strict";

(() => {
  const clock = (at) => at.toTimeString().slice(0, 5);
  const byId = (id) => document.getElementById(id);

  // Whatever a page asks for says whether its session still counts: the first 401 locks (console.js); a stream that ended only asks, for
  // the same person may have signed in again in another tab.
  const signal = (name) => document.body.dispatchEvent(new Event(name));
  const asked = async (path) => {
    const answer = await fetch(path, { headers: { "HX-Request": "true" } });
    if (answer.status === 401) signal("session-ended");
    return answer;
  };

  // One stream per page. The browser keeps it open in a hidden tab; when it is lost, the page asks every 15 seconds until it is back.
  const listen = (address, events, onPoll) => {
    const lost = byId("live-lost"), texts = document.querySelector("[data-lost]").dataset;
    let last = null, stream = null, asking = null;
    const alive = () => { last = new Date(); lost.hidden = true; clearInterval(asking); asking = null; };
    const down = () => {
      lost.textContent = last ? texts.lost.replace("{at}", clock(last)) : texts.never;
      lost.hidden = false;
      if (stream.readyState === EventSource.CLOSED) signal("session-doubted");
      asking ??= setInterval(() => { onPoll(); if (stream.readyState === EventSource.CLOSED) open(); }, 15000);
    };
    const open = () => {
      stream = new EventSource(address());
      stream.addEventListener("open", alive);
      stream.addEventListener("ping", alive);
      stream.addEventListener("ended", () => { stream.close(); down(); });
      stream.addEventListener("error", down);
      for (const [name, act] of Object.entries(events)) stream.addEventListener(name, (event) => { alive(); act(JSON.parse(event.data)); });
    };
    open();
    addEventListener("pagehide", () => stream.close());
  };
  const fragment = async (path) => {
    const answer = await asked(path);
    return answer.ok ? answer.text() : "";
  };

  const queue = () => {
    const root = byId("queue");
    if (!root?.dataset.live) return;
    const table = root.querySelector("table.board"), bar = byId("live-new"), title = document.title;
    const waiting = new Set(), calls = new Set();
    let newest = Number(root.dataset.live);
    const row = async (id) => {
      const holder = document.createElement("table");
      holder.innerHTML = await fragment(`/queue/rows/${id}`);
      const found = holder.querySelector("tr");
      if (found) globalThis.htmx?.process(found);
      return found;
    };
    const badge = () => { document.title = calls.size ? `(${calls.size}) ${title}` : title; };
    let rung = 0;
    // A sound for those who asked for one, at most every two seconds; a browser that was not touched yet may keep it back.
    const ring = async () => {
      if (!root.dataset.sound || Date.now() - rung < 2000) return;
      rung = Date.now();
      try { await new Audio(root.dataset.sound).play(); byId("sound-kept").hidden = true; } catch { byId("sound-kept").hidden = false; }
    };
    const call = (event) => {
      if (event.event !== "red" && !(event.event === "new" && event.priority !== "routine" && !byId(`case-${event.case}`))) return;
      calls.add(event.case); badge(); ring();
    };
    const tell = () => {
      bar.hidden = !waiting.size;
      bar.textContent = root.dataset.new.replace("{n}", waiting.size);
    };
    const replace = async (id) => {
      const old = byId(`case-${id}`), fresh = old && await row(id);
      if (!fresh) return;
      const focused = old.contains(document.activeElement), tick = "input[name=case]";
      fresh.querySelector(tick).checked = old.querySelector(tick).checked;
      old.replaceWith(fresh);
      if (focused) fresh.querySelector("a")?.focus();
    };
    const take = async (event) => {
      newest = Math.max(newest, event.number);
      call(event);
      if (byId(`case-${event.case}`)) await replace(event.case);
      else if (event.event === "new") { waiting.add(event.case); tell(); }
      if (event.event !== "red") return;
      const fresh = await row(event.case);
      byId(`case-${event.case}`)?.remove();
      if (!fresh) return;
      fresh.classList.add("arrived");
      let first = table.querySelector("tbody[data-group=red]");
      if (!first) {
        first = document.createElement("tbody");
        first.dataset.group = "red";
        table.tHead.after(first);
      }
      const heading = first.querySelector(".group");
      if (heading) heading.after(fresh); else first.prepend(fresh);
      root.querySelector(".empty")?.remove();
    };
    addEventListener("focus", () => { calls.clear(); badge(); });
    const all = byId("pick-all"), ticks = () => [...table.querySelectorAll("input[name=case]")], told = byId("several-count");
    const count = () => {
      const n = ticks().filter((tick) => tick.checked).length;
      all.checked = n > 0 && n === ticks().length;
      told.textContent = n ? told.dataset.text.replace("{n}", n) : "";
    };
    all.hidden = false;
    all.addEventListener("change", () => { for (const tick of ticks()) tick.checked = all.checked; count(); });
    table.addEventListener("change", count);
    const poll = async () => {
      const answer = await asked(`/live/queue/changes?after=${newest}`);
      if (!answer.ok) return;
      const told = await answer.json();
      for (const event of told.events) await take(event);
      newest = told.newest;
    };
    listen(() => `/live/queue?after=${newest}`, { new: take, red: take, changed: take }, poll);
  };

  const openCase = () => {
    const root = byId("case");
    if (!root?.dataset.case) return;
    const id = root.dataset.case, talk = byId("transcript"), bar = byId("live-changed");
    let seen = root.dataset.seen;
    const end = () => talk.scrollHeight - talk.scrollTop - talk.clientHeight < 80;
    const refresh = async () => {
      const html = await fragment(`/cases/${id}/transcript`);
      if (!html) return;
      const stays = !end(), at = talk.scrollTop;
      talk.innerHTML = html;
      talk.scrollTop = stays ? at : talk.scrollHeight;
    };
    const beside = async () => { byId("presence").innerHTML = await fragment(`/cases/${id}/presence`); };
    const changed = async (event) => { seen = event.seen; bar.hidden = false; await refresh(); };
    listen(() => `/live/cases/${id}?seen=${seen}`, { changed, presence: beside }, () => { refresh(); beside(); });
    talk.scrollTop = talk.scrollHeight;
    const jump = () => {
      const target = location.hash.length > 1 && byId(location.hash.slice(1));
      const region = target && target.closest(".region");
      if (!region) return;
      const part = { packet: "part-packet", talk: "part-talk", act: "part-act" }[region.id];
      byId(part).checked = true;
      target.scrollIntoView({ block: target.classList.contains("msg") ? "center" : "start" });
    };
    addEventListener("hashchange", jump);
    root.addEventListener("click", (event) => { if (event.target.closest("a.source")) setTimeout(jump); });
    jump();
    prepared();
    for (const box of root.querySelectorAll("textarea[data-draft]")) kept(box, id);
  };

  // What is typed and not sent yet outlives a reload: in this tab alone, sealed with a key that only its author's signed-in page holds.
  const sealed = async (hex, place) => {
    const digits = Uint8Array.from(hex.match(/../g), (each) => parseInt(each, 16));
    const key = await crypto.subtle.importKey("raw", digits, "AES-GCM", false, ["encrypt", "decrypt"]);
    const forget = () => sessionStorage.removeItem(place);
    const keep = async (text) => {
      if (!text) return forget();
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const words = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
      sessionStorage.setItem(place, JSON.stringify([[...iv], [...new Uint8Array(words)]]));
    };
    const found = async () => {
      try {
        const [iv, words] = JSON.parse(sessionStorage.getItem(place) ?? "[]").map((each) => Uint8Array.from(each));
        return iv ? new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, words)) : "";
      } catch { forget(); return ""; }
    };
    return { forget, keep, found };
  };
  const kept = async (box, id) => {
    if (!globalThis.crypto?.subtle) return;
    const draft = await sealed(box.dataset.draft, `candor-draft-${id}-${box.id}`), forget = draft.forget;
    const keep = () => draft.keep(box.value);
    if ("sent" in box.dataset) forget();
    else if (!box.value) {
      const found = await draft.found();
      if (found && !box.value) {
        box.value = found;
        box.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
    let last = Promise.resolve();
    box.addEventListener("input", () => { last = last.then(keep); });
    if (box.id === "note") box.form.addEventListener("submit", () => { last = last.then(forget); });
  };

  // The whole decision form, likewise. How a flag was resolved is kept by the flag's code: its place may change. A draft from before the
  // person's last signature is over; what the server shows again after a press is newer than any draft.
  const decisionForm = async () => {
    const form = byId("decision-form"), bar = byId("draft-back");
    if (!form || !globalThis.crypto?.subtle) return;
    const draft = await sealed(form.dataset.draft, `candor-draft-${form.dataset.case}-decision`), signed = form.dataset.signed;
    const flags = [...form.querySelectorAll("input[name=flag]")].map((each) => each.value);
    const byFlag = (name) => name.replace(/^(resolution(?:-note)?)-(\d+)$/, (_, kind, place) => `${kind}:${flags[place]}`);
    const fields = () => JSON.stringify([...new FormData(form)].filter(([name]) => !["csrf", "version", "flag"].includes(name))
      .map(([name, value]) => [byFlag(name), value.replaceAll("\r\n", "\n")]));
    const empty = fields();
    const keep = () => { const now = fields(); return draft.keep(now === empty && !("typed" in form.dataset) ? "" : JSON.stringify({ signed, now })); };
    const put = (values) => {
      for (const field of form.querySelectorAll("input:not([type=hidden]), select, textarea")) {
        const given = values.filter(([name]) => name === byFlag(field.name)).map(([, value]) => value);
        if (["radio", "checkbox"].includes(field.type)) field.checked = given.includes(field.value);
        else if (given.length) field.value = given[0];
        if (field.type === "checkbox" ? field.checked : field.type !== "radio" && field.value !== field.defaultValue && given[0]) field.closest("details")?.setAttribute("open", "");
      }
    };
    let last = Promise.resolve();
    const found = "typed" in form.dataset ? "" : await draft.found();
    const old = found ? JSON.parse(found) : null;
    if (old && old.signed !== signed) draft.forget();
    else if (old && fields() === empty) { put(JSON.parse(old.now)); bar.hidden = false; }
    bar.querySelector("button").addEventListener("click", () => { last = last.then(draft.forget); form.reset(); bar.hidden = true; });
    form.addEventListener("input", () => { last = last.then(keep); });
    if ("typed" in form.dataset) last = last.then(keep);
  };

  // Prepared texts: "/" in the empty box opens the list, typing narrows it; the select is there for everybody.
  const prepared = () => {
    const box = byId("reply-text"), select = byId("canned"), list = byId("canned-list");
    if (!box || !select) return;
    byId("canned-hint").hidden = false;
    const all = [...select.options].filter((option) => option.value).map((option) => ({ title: option.textContent, text: option.dataset.text }));
    let shown = [], chosen = 0;
    const put = (text) => {
      box.value = text; close(); box.focus();
      box.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const close = () => { list.hidden = true; list.replaceChildren(); box.removeAttribute("aria-activedescendant"); };
    const draw = () => {
      const wanted = box.value.slice(1).toLowerCase();
      shown = all.filter((one) => `${one.title} ${one.text}`.toLowerCase().includes(wanted)).slice(0, 8);
      chosen = Math.min(chosen, Math.max(0, shown.length - 1));
      list.replaceChildren(...shown.map((one, place) => {
        const option = document.createElement("button");
        option.type = "button"; option.id = `canned-${place}`; option.tabIndex = -1;
        option.setAttribute("role", "option"); option.setAttribute("aria-selected", String(place === chosen));
        const name = document.createElement("strong"), text = document.createElement("span");
        name.textContent = one.title; text.textContent = one.text;
        option.append(name, text);
        option.addEventListener("click", () => put(one.text));
        return option;
      }));
      list.hidden = !shown.length;
      if (shown.length) box.setAttribute("aria-activedescendant", `canned-${chosen}`);
    };
    box.addEventListener("input", () => { if (box.value.startsWith("/")) draw(); else close(); });
    box.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : shown.length - 1)) % shown.length;
        event.preventDefault(); draw();
      } else if (event.key === "Enter") { event.preventDefault(); put(shown[chosen].text); }
      else if (event.key === "Escape") close();
    });
    select.addEventListener("change", () => { if (select.value) put(select.selectedOptions[0].dataset.text); });
  };

  // Keys with a modifier; "?" alone only where nothing is being typed. Every key has a button or a link.
  const keys = () => {
    const list = byId("keys"), typing = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");
    for (const button of document.querySelectorAll(".keys-open")) { button.hidden = false; button.addEventListener("click", () => list.showModal()); }
    const next = (step) => {
      const ids = JSON.parse(sessionStorage.getItem("candor-queue") ?? "[]");
      const rows = [...document.querySelectorAll("tr.case th a")];
      if (rows.length) {
        const at = rows.indexOf(document.activeElement);
        rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + step))].focus();
        return;
      }
      const to = ids[ids.indexOf(byId("case")?.dataset.case) + step];
      if (to) location.assign(`/cases/${to}`);
    };
    const part = (name) => { const radio = byId(`part-${name}`); if (radio) radio.checked = true; };
    const acts = {
      KeyJ: () => next(1),
      KeyK: () => next(-1),
      KeyL: () => { part("act"); byId("reply-text")?.focus(); },
      KeyP: () => { part("act"); byId("note")?.focus(); },
      KeyE: () => document.querySelector("[data-key=decide]")?.click(),
      KeyM: () => document.querySelector("[data-key=wait]")?.click(),
      KeyQ: () => document.querySelector("[data-key=physician]")?.click(),
    };
    document.addEventListener("keydown", (event) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && acts[event.code]) { event.preventDefault(); acts[event.code](); return; }
      if (event.key === "?" && list && !typing(event.target) && !event.altKey) { event.preventDefault(); list.showModal(); }
    });
    const rows = [...document.querySelectorAll("tr.case")].map((row) => row.dataset.case);
    if (rows.length) sessionStorage.setItem("candor-queue", JSON.stringify(rows));
  };

  for (const button of document.querySelectorAll(".print-now")) { button.hidden = false; button.addEventListener("click", () => print()); }
  queue();
  openCase();
  decisionForm();
  keys();
})();
