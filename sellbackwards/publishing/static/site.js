// The search and the switch for light and dark. Works from a file: the index is a script, nothing is fetched.
(() => {
  const root = document.documentElement;
  const up = document.currentScript.dataset.up;

  const theme = document.querySelector("button.theme");
  const show = (name) => {
    root.dataset.theme = name;
    theme.setAttribute("aria-pressed", String(name === "dark"));
  };
  show(root.dataset.theme);
  theme.hidden = false;
  theme.addEventListener("click", () => {
    show(root.dataset.theme === "dark" ? "light" : "dark");
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* then for this page only */ }
  });

  // The list of pages is folded on a phone.
  if (matchMedia("(max-width: 55rem)").matches) document.querySelector("nav details").open = false;

  const form = document.querySelector("form.search");
  const box = form.querySelector("input");
  const found = document.querySelector(".found");
  const list = found.querySelector("ol");
  form.hidden = false;
  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "'");
  const index = SECTIONS.map((one) => ({ ...one, plainTitle: plain(one.title), plainText: plain(one.text) }));

  // Every word must occur, as a beginning of a word; in a heading it counts ten times.
  const score = (section, words) => {
    let sum = 0;
    for (const word of words) {
      const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}`, "gu");
      const here = 10 * (section.plainTitle.match(pattern) || []).length + (section.plainText.match(pattern) || []).length;
      if (!here) return 0;
      sum += Math.min(here, 15);
    }
    return sum;
  };
  const around = (section, word) => {
    const at = section.plainText.indexOf(word);
    // Where taking accents away has moved the places, the beginning of the section will do.
    const from = section.plainText.length === section.text.length && at > 60 ? section.text.indexOf(" ", at - 60) + 1 : 0;
    return (from ? "… " : "") + section.text.slice(from, from + 180) + (from + 180 < section.text.length ? " …" : "");
  };
  const search = () => {
    const words = plain(box.value).split(/[^\p{L}\p{N}']+/u).filter(Boolean);
    found.hidden = !words.length;
    if (!words.length) return;
    const hits = index.map((section) => [score(section, words), section]).filter(([sum]) => sum);
    hits.sort((one, other) => other[0] - one[0]);
    const some = hits.length > 20 ? "; the first 20" : "";
    found.querySelector("p").textContent = hits.length ? `${hits.length} found${some}` : "Nothing found. Try fewer words, or the beginning of one.";
    list.replaceChildren(...hits.slice(0, 20).map(([, section]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${up}${section.path}#${section.anchor}`;
      link.textContent = section.title === section.page ? section.page : `${section.title} (${section.page})`;
      const text = document.createElement("p");
      text.textContent = around(section, words[0]);
      item.append(link, text);
      return item;
    }));
  };
  box.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
    list.querySelector("a")?.focus();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { box.value = ""; search(); }
  });
  list.addEventListener("click", (event) => {
    if (event.target.closest("a")) found.hidden = true;
  });
})();
