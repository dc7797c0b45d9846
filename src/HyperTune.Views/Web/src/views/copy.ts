import { button } from "../dom";

/** A button that copies a text and says whether it did. */
export function copyButton(label: string, text: string | (() => string)): HTMLButtonElement {
  const made = button(label, () => {
    void copy(typeof text === "string" ? text : text()).then(isDone => {
      made.textContent = isDone ? "Copied" : "Not allowed: select and copy";
      window.setTimeout(() => (made.textContent = label), 2000);
    });
  }, { class: "copy", "aria-live": "polite" });
  return made;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages from a file or over plain HTTP may not use the clipboard's interface; the older way asks for a selection.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const isDone = document.execCommand("copy");
    area.remove();
    return isDone;
  }
}
