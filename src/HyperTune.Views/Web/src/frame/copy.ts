import { button, html } from "../dom";

/** A button that copies a text, and says that it did. */
export function copyButton(text: () => string, label = "Copy"): HTMLButtonElement {
  let timer = 0;
  const made = button(label, () => {
    void copy(text()).then(done => {
      made.textContent = done ? "Copied" : "Select and copy";
      window.clearTimeout(timer);
      timer = window.setTimeout(() => (made.textContent = label), 1600);
    });
  }, { class: "copy", "aria-live": "polite" });
  return made;
}

async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // The browser may refuse it to a document without an origin; the old way may still work.
    }
  }
  const area = html("textarea", { class: "visually-hidden", readonly: true });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}
