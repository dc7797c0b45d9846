import { html } from "../dom";

/** A mark with its meaning, for the small legends of the panel. */
export function entry(kind: string, mark: string, text: string): HTMLElement {
  return html("span", {}, html("span", { class: kind, "aria-hidden": "true" }, mark), ` ${text}`);
}
