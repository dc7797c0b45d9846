import { button, html, name } from "../dom";
import type { Change, Store } from "../state/store";
import type { CodeData } from "../data";
import { formatNumber } from "../text/numbers";
import { copyButton } from "./copy";

/** A piece of the frame that follows the store. */
export interface Part {
  readonly element: HTMLElement;
  update(changes: ReadonlySet<Change>): void;
}

/** Title, facts, the study in words, and the config to use. */
export class Masthead implements Part {
  readonly element = html("header", { class: "masthead" });
  #label = "";
  #shown = "";

  constructor(private readonly store: Store) {}

  update(changes: ReadonlySet<Change>): void {
    if (!changes.has("data")) {
      return;
    }
    const { data } = this.store.study;
    // Patches of a running study come often, and rarely change what is said here: a selected text stays selected.
    const shown = JSON.stringify([data.name, data.facts, data.summary, data.code, data.best, data.bestReason]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.element.replaceChildren(
      html("div", { class: "masthead-words" },
        html("h1", {}, name(data.name)),
        html("p", { class: "facts" }, ...data.facts.map(f => html("span", {}, name(f)))),
        ...data.summary.length === 0 ? [] : [html("p", { class: "summary" }, ...this.#sentences())]));
    if (data.code.length > 0) {
      this.element.append(this.#code(data.code));
    }
  }

  /** The summary, with the best value set off where it is named. */
  #sentences(): Node[] {
    const { study, objective } = this.store;
    const best = study.best(objective);
    const value = best === null ? NaN : study.metric(objective)[best]!;
    const text = study.data.summary.join(" ");
    for (const digits of Number.isNaN(value) ? [] : [6, 5, 4, 3]) {
      const word = formatNumber(value, digits);
      const at = text.indexOf(word);
      if (at >= 0 && !/[\d.]$/.test(text.slice(0, at)) && !/^\d/.test(text.slice(at + word.length))) {
        return [name(text.slice(0, at)), html("strong", {}, word), name(text.slice(at + word.length))];
      }
    }
    return [name(text)];
  }

  #code(codes: readonly CodeData[]): HTMLElement {
    const { data } = this.store.study;
    const text = html("code", { dir: "ltr" });
    const tabs = html("div", { class: "segments", role: "group", "aria-label": "Language" });
    const show = (label: string) => {
      const chosen = codes.find(c => c.label === label) ?? codes[0]!;
      this.#label = chosen.label;
      text.textContent = chosen.text;
      [...tabs.children].forEach((t, i) => t.setAttribute("aria-pressed", String(codes[i] === chosen)));
    };
    tabs.append(...codes.map(c => button(c.label, () => show(c.label))));
    const { best } = data;
    const made = html("section", { class: "card best-card", "aria-label": "Best configuration" },
      html("header", {},
        html("h2", { class: "card-title" }, this.store.study.objectives.length > 1 ? "One of the front" : "Best configuration"),
        best === null ? null : button(`Trial ${best}`, () => this.store.open(best), { class: "link" }),
        html("span", { class: "grow" }),
        codes.length > 1 ? tabs : null,
        copyButton(() => text.textContent ?? "")),
      html("pre", { tabindex: 0 }, text));
    if (data.bestReason !== null && data.bestReason !== "") {
      made.append(html("p", { class: "note" }, name(data.bestReason)));
    }
    show(this.#label);
    return made;
  }
}
