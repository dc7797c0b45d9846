import { button, html } from "../dom";
import type { Change, Store } from "../state/store";
import { Card } from "./card";
import type { Part } from "./masthead";
import type { ViewDefinition } from "./view";

/** The panel beside the page, for the trial that is open. Its walk follows the selected trials by their value. */
export class Panel implements Part {
  readonly element = html("aside", { class: "panel", hidden: true, "aria-label": "Trial", tabindex: -1 });
  readonly #title = html("h2", {});
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly #cards: Card[];
  #opener: Element | null = null;

  constructor(private readonly store: Store, definitions: readonly ViewDefinition[]) {
    this.#previous = button("‹", () => this.#walk(-1), { "aria-label": "Previous of the selected trials, by value" });
    this.#next = button("›", () => this.#walk(1), { "aria-label": "Next of the selected trials, by value" });
    this.#cards = definitions.map(d => new Card(d, store, []));
    this.element.append(
      html("header", { class: "panel-head" }, this.#title, html("span", { class: "grow" }), this.#previous, this.#next, button("Close", () => this.close())),
      ...this.#cards.map(c => c.element));
  }

  close(): void {
    this.store.open(null);
    if (this.#opener instanceof HTMLElement && this.#opener.isConnected) {
      this.#opener.focus({ preventScroll: true });
    }
  }

  update(changes: ReadonlySet<Change>): void {
    const { opened } = this.store;
    if (changes.has("open")) {
      const wasHidden = this.element.hidden;
      this.element.hidden = opened === null;
      document.documentElement.classList.toggle("has-panel", opened !== null);
      if (opened !== null && wasHidden) {
        this.#opener = document.activeElement;
        this.element.focus({ preventScroll: true });
      }
      this.element.scrollTop = wasHidden ? 0 : this.element.scrollTop;
    }
    if (opened !== null) {
      this.#title.textContent = `Trial ${opened}`;
      const order = this.#order();
      const at = order.indexOf(opened);
      this.#previous.disabled = at <= 0;
      this.#next.disabled = order.length === 0 || at === order.length - 1;
    }
  }

  /** Draws at once: for print nothing, since the panel is not printed. */
  dispose(): void {
    this.#cards.forEach(c => c.dispose());
    this.element.remove();
  }

  #walk(by: number): void {
    const order = this.#order();
    const next = order[order.indexOf(this.store.opened ?? -1) + by];
    if (next !== undefined) {
      this.store.open(next);
    }
  }

  /** The selected trials: completed ones by their rank, then the rest by number. */
  #order(): number[] {
    const { study, objective } = this.store;
    const ranks = study.ranks(objective);
    const ranked = [...study.ranking(objective)].filter(i => this.store.isSelected(i));
    const rest: number[] = [];
    for (let i = 0; i < study.count; i++) {
      if (ranks[i]! < 0 && this.store.isSelected(i)) {
        rest.push(i);
      }
    }
    return [...ranked, ...rest];
  }
}
