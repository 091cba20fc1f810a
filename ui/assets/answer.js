// A long answer is read from its beginning, not from what the page puts under it, and who opens a
// source stays at its citation: what is drawn comes piece by piece, and Streamlit follows it down.
// Whoever moves the page has it to himself.
const HELD_MS = 6000;
const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];
const hold = (node) => {
  const held = setInterval(() => node.scrollIntoView({ block: "nearest" }), 100);
  const release = () => {
    clearInterval(held);
    for (const move of MOVES) removeEventListener(move, release, true);
  };
  for (const move of MOVES) addEventListener(move, release, true);
  setTimeout(release, HELD_MS);
};

// Draws a reply as text, from its first claim to its last word; a citation is a button where it
// stands. What is there already stays: the page is drawn anew with every claim.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".answer");
  const add = (tag, text, where, name = "") => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (name) node.className = name;
    where.appendChild(node);
    return node;
  };
  const part = (tag, name) => root.querySelector(`:scope > .${name}`) ?? add(tag, "", root, name);
  // Draws a part only if what it shows has changed.
  const draw = (node, shown, fill) => {
    const told = JSON.stringify(shown);
    if (node.told === told) return;
    node.told = told;
    node.replaceChildren();
    fill(node);
  };
  const citation = (number, where) => {
    const label = `[${number}]`;
    const [source, mark] = [data.sources[number - 1], data.marks[number - 1]];
    const button = add("button", label, where, "cite");
    button.type = "button";
    button.title = mark ? `${source} (${mark})` : source;
    button.setAttribute("aria-label", `${label} ${data.open}: ${button.title}`);
    button.onclick = () => {
      document.documentElement.citing = root; // others may cite the same words
      setTriggerValue("cite", number);
    };
    if (mark) add("span", mark, where, "former").ariaHidden = "true";
  };
  // Where the clipboard is closed to scripts (a page that is not served safely), the old way.
  const put = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.style.cssText = "position: fixed; opacity: 0";
    document.body.appendChild(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("not copied");
  };
  const copyButton = (words, where) => {
    const button = add("button", "", where, "copy");
    button.type = "button";
    // All its labels lie in one place, so that it is always as wide as the widest.
    const labels = [words.copy, words.copied, words.not_copied].map((w) => add("span", w, button));
    const told = add("span", "", where, "told");
    told.setAttribute("role", "status");
    const show = (shown) =>
      labels.forEach((label, place) => label.classList.toggle("shown", place === shown));
    show(0);
    button.onclick = async () => {
      const shown = await put(words.text).then(() => 1, () => 2);
      show(shown);
      told.textContent = labels[shown].textContent;
      button.focus();
      setTimeout(() => {
        show(0);
        told.textContent = "";
      }, 2000);
    };
  };
  const stopButton = (where) => {
    const button = add("button", data.stop, where, "stop");
    button.type = "button";
    button.onclick = () => setTriggerValue("stop", true);
  };

  // Beside a source the page is narrower: the citation that opened it stays in view, and who closes
  // the source goes on from that citation.
  const keepPlace = () => {
    const [before, now] = [Number(root.dataset.opened ?? 0), data.opened];
    root.dataset.opened = now;
    const label = `[${now || before}]`;
    const button = [...list.querySelectorAll(".cite")].find((node) => node.textContent === label);
    const at = document.activeElement;
    const closed = !data.beside && (at === document.body || at?.closest(".st-key-tt-panel"));
    if (document.documentElement.citing !== root) return;
    if (before === now || !button || !(now || closed)) return;
    if (closed) button.focus({ preventScroll: true });
    hold(button);
  };

  const [list, note, near, foot, live] = [
    part("div", "lines"), part("p", "note"), part("p", "near"), part("div", "foot"),
    part("div", "told"),
  ];
  root.lang = data.language;
  root.setAttribute("aria-busy", String(Boolean(data.stage)));
  while (list.children.length > data.lines.length) list.lastChild.remove();
  data.lines.forEach((line, place) => {
    const node = list.children[place] ?? add("p", "", list);
    node.className = `tt-${line.kind}`;
    const cites = Math.max(0, ...line.citations);
    draw(node, [line, data.sources.slice(0, cites), data.marks.slice(0, cites)], () => {
      node.textContent = line.text;
      for (const number of line.citations) citation(number, node);
    });
    for (const button of node.querySelectorAll(".cite"))
      button.setAttribute("aria-pressed", String(button.textContent === `[${data.opened}]`));
  });
  keepPlace();
  note.textContent = data.note;
  near.textContent = data.near?.text ?? "";
  near.lang = data.near?.language ?? "";

  const names = foot.querySelector(".sources") ?? add("p", "", foot, "sources");
  const acts = foot.querySelector(".acts") ?? add("div", "", foot, "acts");
  draw(names, data.sources, () => {
    const numbers = new Map(); // a source cited at several places is named once
    data.sources.forEach((title, place) =>
      numbers.set(title, [...(numbers.get(title) ?? []), place + 1]));
    [...numbers].forEach(([title, cited], place) => {
      if (place) add("br", "", names);
      add("span", `${cited.join(", ")} `, names, "number");
      add("span", title, names);
    });
  });
  const stopping = acts.querySelector(".stop:focus");
  draw(acts, [Boolean(data.stage), data.stop, data.copy], () => {
    if (data.stage) add("span", "", acts, "stage");
    if (data.stage && data.stop) stopButton(acts);
    if (data.copy) copyButton(data.copy, acts);
  });
  if (data.stage) acts.querySelector(".stage").textContent = data.stage;
  // Who pressed Stop, or was about to, goes on from the same place.
  if (stopping) acts.querySelector("button")?.focus({ preventScroll: true });

  // Read aloud once, as it comes, if the reader was there when it was asked.
  live.setAttribute("aria-live", "polite");
  if (data.stage && !root.dataset.stage) {
    live.replaceChildren(); // asked, or asked again
    delete root.dataset.shown;
    root.dataset.awaited = "yes";
  }
  root.dataset.stage = data.stage;
  if (root.dataset.awaited) {
    const said = [...live.children].map((node) => node.textContent);
    for (const text of [...data.lines.map((line) => line.text), data.note])
      if (text && !said.includes(text)) add("p", text, live);
  }
  if (!data.latest || data.stage || root.dataset.shown) return;
  root.dataset.shown = "yes";
  setTimeout(() => {
    root.scrollIntoView({ block: "nearest" });
    // An answer drawn anew, beside a source, has been read: the reader is elsewhere by then.
    if (root.dataset.awaited) hold(list.firstElementChild ?? root);
  }, 400);
}
