// Adds to a page that is complete without it: filters, sorting, folding, dark and light.
"use strict";

function filtering(form, table) {
  const rows = Array.from(table.tBodies[0].rows);
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const status = document.getElementById("shown");
  const names = new Set(Array.from(form.elements, (each) => each.name).filter((name) => name && name !== "text"));

  // A row has one or more values of what is chosen from; an empty choice means all.
  function fitsChoice(row, name, chosen) {
    return chosen.includes("") || row.dataset[name].split(" ").some((value) => chosen.includes(value));
  }

  function apply() {
    const wanted = new FormData(form);
    const choices = Array.from(names, (name) => [name, wanted.getAll(name)]);
    const words = wanted.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const fits =
        choices.every(([name, chosen]) => fitsChoice(row, name, chosen)) &&
        words.every((word) => texts.get(row).includes(word));
      row.hidden = !fits;
      shown += fits;
    }
    status.textContent = status.dataset.text.replace("#", shown);
  }

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    form.reset();
    apply();
  });
  apply();
}

function sorting(table) {
  const body = table.tBodies[0];
  const order = new Map(Array.from(body.rows).map((row, index) => [row, index]));
  const heads = Array.from(table.tHead.rows[0].cells);

  function key(row, column) {
    return column === 0 ? row.dataset.rank : row.cells[column].textContent.trim();
  }

  function sort(column, head) {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of heads) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    const rows = Array.from(body.rows);
    rows.sort((a, b) => {
      const result = compare(key(a, column), key(b, column));
      return (up ? result : -result) || order.get(a) - order.get(b);
    });
    body.append(...rows);
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(column, head));
    head.replaceChildren(button);
  });
}

function theming(button) {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // Storage may be forbidden to a page that was opened from a disk.
  function remembered() {
    try {
      return localStorage.getItem("sheetlint-theme");
    } catch {
      return null;
    }
  }
  function remember(theme) {
    try {
      localStorage.setItem("sheetlint-theme", theme);
    } catch {
      return;
    }
  }
  function now() {
    return root.dataset.theme || (dark.matches ? "dark" : "light");
  }
  function say() {
    button.setAttribute("aria-pressed", String(now() === "dark"));
  }

  const before = remembered();
  if (before === "dark" || before === "light") root.dataset.theme = before;
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.theme = now() === "dark" ? "light" : "dark";
    remember(root.dataset.theme);
    say();
  });
  dark.addEventListener("change", say);
  say();
}

function folding(group) {
  const sheets = document.querySelectorAll("details.sheet");
  group.hidden = false;
  group.addEventListener("click", (event) => {
    const open = event.target.dataset.open;
    if (open) for (const sheet of sheets) sheet.open = open === "yes";
  });
}

// A form stays in sight while its findings are read: of one too high for the window, its end.
function staying() {
  const gap = 16;
  const top = document.querySelector(".top").offsetHeight + gap;
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      target.style.top = `${Math.min(top, innerHeight - target.offsetHeight - gap)}px`;
    }
  });
  for (const drawn of document.querySelectorAll(".drawn")) watch.observe(drawn);
}

// What a link leads to may be folded away.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let at = target; at; at = at.parentElement) {
    if (at instanceof HTMLDetailsElement) at.open = true;
  }
  target.scrollIntoView();
  if (target.matches("a, [tabindex]")) target.focus({ preventScroll: true });
}

// On paper every sheet with findings stands open and nothing is dark.
function printing() {
  const root = document.documentElement;
  let opened = [];
  let theme;
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details.sheet.told:not([open])"));
    for (const sheet of opened) sheet.open = true;
    theme = root.dataset.theme;
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    for (const sheet of opened) sheet.open = false;
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  });
}

const list = document.querySelector("#list, #listed");
if (list) {
  filtering(document.getElementById("filter"), list);
  sorting(list);
}
theming(document.getElementById("theme"));
const fold = document.querySelector(".fold");
if (fold) folding(fold);
staying();
printing();
addEventListener("hashchange", reveal);
if (location.hash) reveal();
