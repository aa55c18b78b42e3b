"use strict";
// Mixed first, so that the room reads before a page has sorted; everything by keyboard. Without this script: sorted.
const root = document.documentElement;
const main = document.querySelector("main");
const cards = [...document.querySelectorAll("li")];
const homes = new Map(cards.map((card) => [card, card.parentElement]));
const sections = [...document.querySelectorAll("section")];
const all = document.createElement("ul");
const button = (id) => document.getElementById(id);
let size = 150;

function sorted(on) {
  button("sort").setAttribute("aria-pressed", String(on));
  const held = document.activeElement;
  if (on) {
    all.remove();
    sections.forEach((section) => { section.hidden = false; });
    cards.forEach((card) => homes.get(card).append(card));
    delete main.dataset.mixed;
  } else {
    sections.forEach((section) => { section.hidden = true; });
    [...cards].sort((a, b) => a.dataset.place - b.dataset.place).forEach((card) => all.append(card));
    main.append(all);
    main.dataset.mixed = "";
  }
  if (cards.includes(held)) held.focus();
}
function dark(on) {
  root.dataset.theme = on ? "dark" : "light";
  button("dark").setAttribute("aria-pressed", String(on));
}
function zoom(by) {
  size = Math.min(300, Math.max(75, size + by));
  root.style.fontSize = `${size}%`;
}
function step(by) {
  const now = [...document.querySelectorAll("li")];
  if (!now.length) return;
  const at = now.indexOf(document.activeElement);
  const next = now[at < 0 ? (by > 0 ? 0 : now.length - 1) : (at + by + now.length) % now.length];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
const isSorted = () => button("sort").getAttribute("aria-pressed") === "true";
const isDark = () => root.dataset.theme === "dark";
button("sort").addEventListener("click", () => sorted(!isSorted()));
button("dark").addEventListener("click", () => dark(!isDark()));
button("larger").addEventListener("click", () => zoom(15));
button("smaller").addEventListener("click", () => zoom(-15));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const does = {
    s: () => sorted(!isSorted()), d: () => dark(!isDark()), "+": () => zoom(15), "-": () => zoom(-15),
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (does) {
    event.preventDefault();
    does();
  }
});
document.querySelector(".bar").hidden = false;
dark(matchMedia("(prefers-color-scheme: dark)").matches);
sorted(false);
