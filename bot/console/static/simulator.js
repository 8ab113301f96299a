// The demo page's only script: shows a conversation, sends what the patient types or taps, and moves the clinic's clock.
"use strict";
const $ = (id) => document.getElementById(id);
const log = $("log");
let patient = new URLSearchParams(location.search).get("patient") || newName();
let seen = 0, lastOptions = null, busy = false;

function newName() { return "demo-" + Math.random().toString(36).slice(2, 8); }
function path() { return `/simulator/api/${encodeURIComponent(patient)}/messages`; }
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function trouble(text) { $("trouble").hidden = !text; $("trouble").textContent = text || ""; }

// Words stay words; only the private links of this very server can be followed: a letter, a form, a calendar entry.
function write(bubble, text) {
  const letter = new RegExp(`(${location.origin.replaceAll(".", "\\.")}/(?:letter|form|calendar)/[a-z]+)`);
  for (const part of text.split(letter)) {
    if (!letter.test(part)) { bubble.append(part); continue; }
    const link = element("a", part);
    link.href = part; link.target = "_blank"; link.rel = "noopener";
    bubble.append(link);
  }
}

function show(item) {
  $("hint").hidden = true;
  if (lastOptions) { lastOptions.remove(); lastOptions = null; }
  const files = (item.attachments || []).map((file) => `[${file.kind}]`).join(" ");
  const bubble = element("div", undefined, `bubble ${item.from}`);
  write(bubble, [item.text, files].filter(Boolean).join(" "));
  log.append(bubble);
  if (item.image_url) { const image = element("img"); image.src = item.image_url; image.alt = ""; bubble.append(image); }
  if (item.options && item.options.length) {
    lastOptions = element("div", undefined, "options");
    for (const option of item.options) {
      const button = element("button", option.label);
      button.type = "button";
      button.addEventListener("click", () => send({ option: option.id, n: item.n }));
      lastOptions.append(button);
    }
    log.append(lastOptions);
  }
  log.scrollTop = log.scrollHeight;
}

async function read() {
  if (busy) return;
  busy = true;
  const asked = patient;
  try {
    const answer = await fetch(`${path()}?after=${seen}`);
    if (!answer.ok) throw new Error(String(answer.status));
    const told = await answer.json();
    if (asked !== patient) { busy = false; return read(); }
    for (const item of told.items) { if (item.n > seen) { seen = item.n; show(item); } }
    $("case-link").hidden = !told.case_id;
    if (told.case_id) $("case-link").href = `/login?next=/cases/${encodeURIComponent(told.case_id)}`;
    trouble("");
  } catch { trouble("The server does not answer. Messages are kept; this page tries again."); }
  busy = false;
}

async function send(body) {
  const form = body instanceof FormData;
  const answer = await fetch(path(), { method: "POST", body: form ? body : JSON.stringify(body), headers: form ? {} : { "content-type": "application/json" } }).catch(() => null);
  if (!answer || !answer.ok) trouble("Not delivered. Send it again in a moment."); else { trouble(""); read(); }
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value;
  if (!text.trim()) return;
  $("text").value = "";
  send({ text });
});
$("file").addEventListener("change", () => {
  const [file] = $("file").files;
  if (!file) return;
  const form = new FormData();
  form.append("file", file);
  $("file").value = "";
  send(form);
});

function become(name) {
  patient = name; seen = 0; lastOptions = null;
  log.replaceChildren($("hint")); $("hint").hidden = false; $("case-link").hidden = true;
  history.replaceState(null, "", `?patient=${encodeURIComponent(patient)}`);
  if ($("whose")) $("whose").value = [...$("whose").options].some((option) => option.value === name) ? name : "";
  read();
}
$("new-patient").addEventListener("click", () => { become(newName()); $("text").focus(); });
$("whose")?.addEventListener("change", () => become($("whose").value || newName()));

const format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
function tell(time) { $("now").dateTime = time.now; $("now").textContent = format.format(new Date(`${time.local}Z`)); }
async function clock(step) {
  const asked = step ? { method: "POST", body: JSON.stringify({ step }), headers: { "content-type": "application/json" } } : {};
  const buttons = document.querySelectorAll("[data-step]");
  if (step) for (const button of buttons) button.disabled = true;
  const answer = await fetch("/demo/clock", asked).catch(() => null);
  for (const button of buttons) button.disabled = false;
  if (answer && answer.ok) tell(await answer.json()); else if (step) trouble("The clock did not move. Try again in a moment.");
  if (step) read();
}
for (const button of document.querySelectorAll("[data-step]")) button.addEventListener("click", () => clock(button.dataset.step));
if ($("now")) { clock(); setInterval(() => clock(), 20000); }
async function provider(down) {
  const asked = down === undefined ? {} : { method: "POST", body: JSON.stringify({ down }), headers: { "content-type": "application/json" } };
  const answer = await fetch("/demo/provider", asked).catch(() => null);
  if (answer && answer.ok) $("provider").setAttribute("aria-pressed", String((await answer.json()).down));
}
if ($("provider")) { provider(); $("provider").addEventListener("click", () => provider($("provider").getAttribute("aria-pressed") !== "true")); }
become(patient);
setInterval(read, 800);
$("text").focus();
