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
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const later = () => setTimeout(follow, 500);
  dark.addEventListener("change", later);
  return () => dark.removeEventListener("change", later);
}
