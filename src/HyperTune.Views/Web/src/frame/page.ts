import { html } from "../dom";
import type { Store } from "../state/store";
import { type SectionDefinition, sections, views } from "../views/index";
import { Card, reasonCard } from "./card";
import { watchPrint } from "./theme";
import type { ViewDefinition } from "./view";

/** The cards of a study's page, in their sections. */
export class Page {
  readonly element = html("div", { class: "sections" });
  /** The sections that have something to show. */
  readonly shown: SectionDefinition[] = [];
  readonly #cards: Card[] = [];

  constructor(store: Store, host: HTMLElement) {
    const { report, study } = store;
    const wanted = report.views === undefined ? null : new Set(report.views);
    const focus = (report.focus ?? []).map(name => study.parameters.findIndex(p => p.name === name)).filter(p => p >= 0);
    host.append(this.element);
    for (const section of sections) {
      const parts = views.filter(v => v.section === section.name && (wanted?.has(v.name) ?? true));
      this.#addSection(section, parts, store, focus, wanted !== null);
    }
    watchPrint(() => {
      store.retheme();
      this.#cards.forEach(c => {
        c.invalidate("size");
        c.flush();
      });
    });
  }

  dispose(): void {
    this.#cards.forEach(c => c.dispose());
    this.element.remove();
  }

  #addSection(section: SectionDefinition, parts: readonly ViewDefinition[], store: Store, focus: readonly number[], isBare: boolean): void {
    const grid = html("div", { class: "grid" });
    const id = `section-${section.name}`;
    const made = html("section", { id, "aria-labelledby": `${id}-title`, class: isBare ? "is-bare" : false },
      html("h2", { id: `${id}-title` }, section.title),
      section.explanation === "" ? null : html("p", { class: "section-text" }, section.explanation), grid);
    // Views read their width when they are made, so the section must be on the page by then.
    this.element.append(made);
    for (const definition of parts) {
      const applies = definition.applies(store.study, store);
      if (applies === true) {
        const card = new Card(definition, store, focus);
        this.#cards.push(card);
        grid.append(card.element);
      } else if (applies !== false) {
        grid.append(reasonCard(definition, applies));
      }
    }
    if (grid.childElementCount === 0) {
      made.remove();
    } else {
      this.shown.push(section);
    }
  }
}
