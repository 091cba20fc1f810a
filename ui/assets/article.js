// Draws an article as text: every word of a source is set with textContent, never as markup.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".article");
  root.replaceChildren();
  const add = (tag, text, where = root, name = "") => {
    const node = document.createElement(tag);
    node.textContent = text;
    if (name) node.className = name;
    where.appendChild(node);
    return node;
  };
  root.lang = data.language;
  add("h3", data.title);
  if (data.about) add("p", data.about, root, "about");
  let first = null;
  for (const part of data.paragraphs) {
    const paragraph = add("p", "");
    for (const piece of part) {
      const node = add(piece.mark ? "mark" : "span", piece.text, paragraph);
      if (piece.mark && !first) first = node;
    }
  }
  if (data.twin) {
    const twin = add("section", "", root, "twin");
    twin.lang = data.twin.language;
    add("h4", data.twin.label, twin);
    add("p", data.twin.text, twin);
  }
  if (first) {
    requestAnimationFrame(() => {
      root.scrollTop = Math.max(0, first.offsetTop - root.offsetTop - root.clientHeight / 3);
      const box = root.getBoundingClientRect();
      if (box.top < 0 || box.top > window.innerHeight * 0.8) {
        root.scrollIntoView({ block: "start", behavior: "smooth" });
      }
    });
  }
}
