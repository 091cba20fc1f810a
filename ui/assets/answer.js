// Draws an answer as text; a citation is a button where it stands.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".answer");
  const add = (tag, text, where, name = "") => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (name) node.className = name;
    where.appendChild(node);
    return node;
  };
  const citation = (number, where) => {
    const label = `[${number}]`;
    const button = add("button", label, where, "cite");
    button.type = "button";
    button.title = data.sources[number - 1];
    button.setAttribute("aria-label", `${label} ${data.open}: ${button.title}`);
    button.setAttribute("aria-pressed", String(number === data.opened));
    button.onclick = () => setTriggerValue("cite", number);
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
    const labels = [words.label, words.done, words.failed].map((word) => add("span", word, button));
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
  root.replaceChildren();
  root.lang = data.language;
  for (const line of data.lines) {
    const node = add("p", line.text, root, line.first ? "tt-short" : "tt-quote");
    for (const number of line.citations) citation(number, node);
  }
  const foot = add("div", "", root, "foot");
  const list = add("p", "", foot, "sources");
  data.sources.forEach((title, place) => {
    if (place) add("br", "", list);
    add("span", `${place + 1} `, list, "number");
    add("span", title, list);
  });
  copyButton(data.copy, foot);
  if (!data.latest || root.dataset.shown) return;
  root.dataset.shown = "yes";
  // A long answer is read from its beginning, not from what the page puts under it.
  setTimeout(() => root.scrollIntoView({ block: "nearest" }), 400);
}
