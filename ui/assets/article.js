// Draws an article as text, the cited words marked and brought into view.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".article");
  const add = (tag, text, where, name = "") => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (name) node.className = name;
    where.appendChild(node);
    return node;
  };
  // Drawn again where it is open, it stays where its reader is.
  const drawn = root.querySelector(".text");
  const same = drawn && root.dataset.title === data.title;
  const [place, reading] = [same ? drawn.scrollTop : 0, drawn?.matches(":focus") ?? false];
  root.dataset.title = data.title;
  root.replaceChildren();
  root.classList.toggle("panel", Boolean(data.close));

  const head = add("header", "", root);
  if (data.close) {
    const button = add("button", "✕", head, "close");
    button.type = "button";
    button.title = data.close;
    button.setAttribute("aria-label", data.close);
    button.onclick = () => setTriggerValue("close", true);
  }
  add("h3", data.title, head).lang = data.language;
  const about = add("p", data.about, head, "about");
  if (data.link) {
    const link = add("a", data.origin, about);
    link.href = data.link;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  } else add("span", data.origin, about);

  if (data.passages) add("p", data.passages, head, "about");
  const text = add("div", "", root, "text");
  text.classList.toggle("numbered", Boolean(data.passages));
  text.lang = data.language;
  text.tabIndex = 0;
  text.setAttribute("role", "document");
  text.setAttribute("aria-label", data.title);
  for (const part of data.paragraphs) {
    const paragraph = add("p", "", text);
    for (const piece of part) {
      const node = add(piece.mark ? "mark" : "span", piece.text, paragraph);
      if (piece.passage) node.dataset.passage = piece.passage;
    }
  }
  if (data.twin) {
    const twin = add("section", "", root, "twin");
    twin.tabIndex = 0;
    add("h4", data.twin.label, twin);
    add("p", data.twin.text, twin).lang = data.twin.language;
  }
  root.onkeydown = (event) => {
    if (event.key === "Escape" && data.close) setTriggerValue("close", true);
  };

  const first = text.querySelector("mark");
  if (drawn && (!first || root.dataset.shown === data.span)) {
    text.scrollTop = place;
    if (reading) text.focus({ preventScroll: true });
    return;
  }
  if (!first) return;
  const show = () => {
    if (!text.isConnected) return; // drawn again before it was seen
    const above = first.getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTop += above - text.clientHeight / 4;
  };
  requestAnimationFrame(() => {
    show();
    if (!text.isConnected) return;
    root.dataset.shown = data.span;
    text.focus({ preventScroll: true });
  });
  // On a busy machine the panel gets its height only after it was drawn.
  const watch = new ResizeObserver(show);
  watch.observe(text);
  setTimeout(() => watch.disconnect(), 3000);
}
