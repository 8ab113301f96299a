// The demo page's only script: shows a conversation, sends what the patient types or taps, and reads the queue as staff would.
"use strict";
const $ = (id) => document.getElementById(id);
const log = $("log");
let patient = new URLSearchParams(location.search).get("patient") || newName();
let seen = 0, lastOptions = null, token = "", opened = "", busy = false;

function newName() { return "demo-" + Math.random().toString(36).slice(2, 8); }
function path() { return `/simulator/api/${encodeURIComponent(patient)}/messages`; }
function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function trouble(text) { $("trouble").hidden = !text; $("trouble").textContent = text || ""; }

function show(item) {
  $("hint").hidden = true;
  if (lastOptions) { lastOptions.remove(); lastOptions = null; }
  const files = (item.attachments || []).map((file) => `[${file.kind}]`).join(" ");
  const bubble = element("div", [item.text, files].filter(Boolean).join(" "), `bubble ${item.from}`);
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
  try {
    const answer = await fetch(`${path()}?after=${seen}`);
    if (!answer.ok) throw new Error(String(answer.status));
    for (const item of (await answer.json()).items) { if (item.n > seen) { seen = item.n; show(item); } }
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
$("new-patient").addEventListener("click", () => {
  patient = newName(); seen = 0; lastOptions = null;
  log.replaceChildren($("hint")); $("hint").hidden = false;
  history.replaceState(null, "", `?patient=${patient}`);
  $("text").focus();
});

async function staff(url) {
  const answer = await fetch(`/api/v1${url}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
function row(list, name, value) { if (value) list.append(element("dt", name), element("dd", String(value))); }

async function queue() {
  if (!token) return;
  let items;
  try { items = (await staff("/queue?limit=20")).items; } catch { return; }
  const rows = items.map((item) => {
    const button = element("button", undefined, item.priority);
    button.type = "button";
    button.setAttribute("aria-pressed", String(item.case_id === opened));
    button.append(element("span", item.priority, `tag ${item.priority}`), `${item.status.replaceAll("_", " ")} · ${(item.indication || []).join(", ") || "no condition yet"} · ${item.language} · ${item.channel}`);
    button.addEventListener("click", () => open(item.case_id));
    const li = element("li"); li.append(button); return li;
  });
  const focused = [...$("queue").querySelectorAll("button")].indexOf(document.activeElement);
  $("queue").replaceChildren(...rows);
  if (focused >= 0) $("queue").querySelectorAll("button")[focused]?.focus();
}

async function open(id) {
  opened = id;
  const found = await staff(`/cases/${encodeURIComponent(id)}`);
  const packet = found.packet || found;
  const page = $("case"), facts = element("dl"), flags = element("ul"), answers = element("dl");
  row(facts, "Priority", packet.priority); row(facts, "Condition", (packet.indication || []).join(", ")); row(facts, "Evidence", packet.evidence_tier);
  row(facts, "Age", packet.age); row(facts, "In own words", packet.complaint); row(facts, "Hopes", packet.hopes); row(facts, "Medicines", packet.medicines);
  row(facts, "Expectation", packet.expectation && (packet.expectation.understood ? "understood as written" : "not as written"));
  for (const flag of packet.flags || []) flags.append(element("li", `${flag.id} (${flag.severity})${flag.quote ? ` “${flag.quote}”` : ""}`));
  for (const answer of packet.answers || []) row(answers, answer.step, answer.skipped ? "not provided" : answer.said);
  page.replaceChildren(element("h3", "The packet"), element("p", "No recommendation stands here: a physician decides.", "quiet"), facts,
    element("h4", "Flags"), (packet.flags || []).length ? flags : element("p", "None raised.", "quiet"), element("h4", "Answers"), answers);
  page.hidden = false;
  queue();
}

fetch("/demo/session").then((answer) => answer.json()).then((found) => { token = found.token; queue(); }).catch(() => {});
history.replaceState(null, "", `?patient=${encodeURIComponent(patient)}`);
read();
setInterval(read, 800);
setInterval(queue, 2500);
$("text").focus();
