// What a reader types first goes into the question: where it is asked with a keyboard, and nobody
// has gone elsewhere on the page, the field is ready when a conversation is to begin.
const WAIT_MS = 15000;
const ready = (begun) => {
  const field = document.querySelector('[data-testid="stChatInputTextArea"]');
  const free = document.activeElement === document.body;
  if (field && free) field.focus({ preventScroll: true });
  else if (free && Date.now() - begun < WAIT_MS) setTimeout(() => ready(begun), 100);
};

// Tells the browser what Streamlit does not: the language the page speaks, and, for dialogs,
// which stand outside the app, whether its theme is light or dark.
export default function ({ data }) {
  const html = document.documentElement;
  html.lang = data.language;
  const follow = () => {
    const app = document.querySelector(".stApp");
    if (app) html.style.colorScheme = getComputedStyle(app).colorScheme;
  };
  follow();
  const keyboard = window.matchMedia("(hover: hover) and (pointer: fine)").matches;
  if (data.fresh && html.dataset.fresh !== "yes" && keyboard) setTimeout(ready, 100, Date.now());
  html.dataset.fresh = data.fresh ? "yes" : "no";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const later = () => setTimeout(follow, 500);
  dark.addEventListener("change", later);
  return () => dark.removeEventListener("change", later);
}
