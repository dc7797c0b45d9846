import { html } from "../dom";
import type { Store } from "../state/store";
import { type SectionDefinition, sections, views } from "../views/index";
import { Card, reasonCard } from "./card";
import type { Applies, ViewDefinition } from "./view";

interface Slot {
  readonly definition: ViewDefinition;
  readonly applies: Applies;
  readonly element: HTMLElement | null;
  readonly card: Card | null;
}

/** The cards of a page, in their sections. */
export class Sections {
  readonly element = html("div", { class: "sections" });
  readonly #grids = new Map<SectionDefinition, { readonly grid: HTMLElement; readonly whole: HTMLElement; slots: Slot[] }>();
  readonly #focus: readonly number[];
  readonly #store: Store;

  constructor(store: Store) {
    const { report, study } = store;
    this.#store = store;
    const wanted = report.views === undefined ? null : new Set(report.views);
    this.#focus = (report.focus ?? []).map(name => study.parameters.findIndex(p => p.name === name)).filter(p => p >= 0);
    for (const section of sections) {
      const parts = views.filter(v => v.section === section.name && (wanted?.has(v.name) ?? true));
      const grid = html("div", { class: "grid" });
      const id = `section-${section.name}`;
      const whole = html("section", { id, "aria-labelledby": `${id}-title`, class: wanted !== null ? "is-bare" : false },
        html("h2", { id: `${id}-title` }, section.title),
        section.explanation === "" ? null : html("p", { class: "section-text" }, section.explanation), grid);
      this.#grids.set(section, { grid, whole, slots: parts.map(definition => ({ definition, applies: false, element: null, card: null })) });
      this.element.append(whole);
    }
  }

  /** The sections that have something to show. */
  get shown(): SectionDefinition[] {
    return [...this.#grids].flatMap(([section, { whole }]) => (whole.hidden ? [] : [section]));
  }

  /** Asks the views again whether they belong to the study, which in a running one changes with its trials. */
  refresh(): void {
    for (const entry of this.#grids.values()) {
      entry.slots = entry.slots.map(slot => this.#renew(slot));
      const elements = entry.slots.flatMap(s => (s.element === null ? [] : [s.element]));
      elements.forEach((element, i) => {
        if (entry.grid.children[i] !== element) {
          entry.grid.insertBefore(element, entry.grid.children[i] ?? null);
        }
      });
      entry.whole.hidden = elements.length === 0;
    }
  }

  /** Draws all that is due, for print. */
  flush(): void {
    for (const { slots } of this.#grids.values()) {
      for (const { card } of slots) {
        card?.invalidate("size");
        card?.flush();
      }
    }
  }

  dispose(): void {
    for (const { slots } of this.#grids.values()) {
      slots.forEach(s => s.card?.dispose());
    }
    this.element.remove();
  }

  #renew(slot: Slot): Slot {
    const { definition } = slot;
    const answer = definition.applies(this.#store.study, this.#store);
    // A view that was asked for by its name says that it is empty, rather than being away.
    const applies = answer === false && this.#store.report.views !== undefined ? "This study has nothing to show here." : answer;
    if (applies === slot.applies) {
      return slot;
    }
    slot.card?.dispose();
    slot.element?.remove();
    const card = applies === true ? new Card(definition, this.#store, this.#focus) : null;
    const element = card?.element ?? (typeof applies === "string" ? reasonCard(definition, applies) : null);
    return { definition, applies, element, card };
  }
}
