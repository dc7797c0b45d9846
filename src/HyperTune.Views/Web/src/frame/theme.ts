import { forgetPalette } from "../style/palette";
import { setPrintScale } from "../plots/surface";

export type Theme = "light" | "dark";

const key = "hypertune-theme";

/** The theme of now, the reader's choice before the system's. */
export function theme(): Theme {
  return document.documentElement.dataset["theme"] === "dark" ? "dark" : "light";
}

/** Begins with the theme that was chosen last, or the system's. */
export function startTheme(): void {
  apply(remembered() ?? systemTheme().theme);
}

/** Follows the system, which may change at dusk, as long as the reader chose nothing. Returns what ends it. */
export function followSystemTheme(redraw: () => void): () => void {
  const { query } = systemTheme();
  const follow = () => {
    if (remembered() === null) {
      apply(systemTheme().theme);
      redraw();
    }
  };
  query.addEventListener("change", follow);
  return () => query.removeEventListener("change", follow);
}

function systemTheme(): { readonly query: MediaQueryList; readonly theme: Theme } {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  return { query, theme: query.matches ? "dark" : "light" };
}

/** Takes a theme and remembers it. */
export function chooseTheme(value: Theme): void {
  apply(value);
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // A page opened as a file may have no storage: the choice then lasts as long as the page.
  }
}

/** Paper is white: while printing the theme is light and canvases are three times as fine. `redraw` draws everything at once. */
export function watchPrint(redraw: () => void): () => void {
  let before: Theme | null = null;
  const begin = () => {
    before = theme();
    apply("light");
    setPrintScale(3);
    // The class gives the page the width of paper now; the browser would do so only after the plots are drawn.
    document.documentElement.classList.add("is-printing");
    redraw();
  };
  const end = () => {
    apply(before ?? "light");
    setPrintScale(0);
    document.documentElement.classList.remove("is-printing");
    redraw();
  };
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

function apply(value: Theme): void {
  document.documentElement.dataset["theme"] = value;
  forgetPalette();
}

function remembered(): Theme | null {
  try {
    const value = window.localStorage.getItem(key);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null;
  }
}
