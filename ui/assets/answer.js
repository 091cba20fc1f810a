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
  root.replaceChildren();
  root.lang = data.language;
  for (const line of data.lines) {
    const node = add("p", line.text, root, line.first ? "tt-short" : "tt-quote");
    for (const number of line.citations) citation(number, node);
  }
  const list = add("p", "", root, "sources");
  data.sources.forEach((title, place) => {
    if (place) add("br", "", list);
    add("span", `${place + 1} `, list, "number");
    add("span", title, list);
  });
  if (!data.latest || root.dataset.shown) return;
  root.dataset.shown = "yes";
  // A long answer is read from its beginning, not from what the page puts under it.
  setTimeout(() => root.scrollIntoView({ block: "nearest" }), 400);
}
