import { html, name } from "../dom";
import type { Change, Store } from "../state/store";
import { formatMoment } from "../text/durations";
import type { Part } from "./masthead";

/** Where the page comes from, what was noted, and how it is used. */
export class Footer implements Part {
  readonly element = html("footer", { class: "footer" });

  constructor(private readonly store: Store) {}

  update(changes: ReadonlySet<Change>): void {
    if (!changes.has("data")) {
      return;
    }
    const { report, study } = this.store;
    const { notes, name: title, space, fingerprint } = study.data;
    const parts: Node[] = [];
    if (notes.length > 0) {
      parts.push(html("dl", { class: "notes" }, ...notes.flatMap(([key, text]) => [html("dt", {}, name(key)), html("dd", {}, name(text))])));
    }
    parts.push(html("p", {}, name(title), space === "" ? null : ", space ", space === "" ? null : name(space),
      fingerprint === "" ? null : ` (${fingerprint.slice(0, 12)})`, `. Made by ${report.tool}, ${formatMoment(Date.parse(report.made))}.`));
    if (study.count > 0) {
      parts.push(html("p", { class: "keys" }, "Keys: / goes to the filter, arrow keys walk the trials of a focused chart, Enter opens one, Esc closes it. ",
        "Axes have limits at their ends: focus one and move it with the arrow keys, Delete releases it."));
    }
    this.element.replaceChildren(...parts);
  }
}
