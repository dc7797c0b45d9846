import { button, html, name, set } from "../dom";
import { group } from "../text/numbers";
import type { Listing, ListedStudy } from "./api-types";
import type { LiveState } from "./live";

const words: Record<LiveState, string> = {
  following: "Following",
  lost: "Connection lost, trying again",
  gone: "This study is gone",
};

export interface StudiesListOptions {
  /** Shows a study. */
  choose(study: string): void;
  /** Puts a study beside the one that is shown, or takes it away. */
  compare(study: string): void;
  readonly actions: readonly HTMLElement[];
}

interface Row {
  readonly item: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly compare: HTMLButtonElement;
}

/** The journal's studies beside the page, and whether the page follows the one that is shown. */
export class StudiesList {
  readonly element: HTMLElement;
  readonly #list = html("ul", { class: "studies-list" });
  readonly #journal = html("p", { class: "studies-journal" });
  readonly #state = html("p", { class: "live", role: "status" });
  readonly #actions = html("div", { class: "studies-actions" });
  readonly #rows = new Map<string, Row>();
  #shown = "";
  #compared: ReadonlySet<string> = new Set();

  constructor(private readonly options: StudiesListOptions) {
    this.#actions.append(...options.actions);
    this.element = html("nav", { class: "studies", "aria-label": "Studies" },
      html("div", { class: "studies-head" }, html("p", { class: "studies-brand" }, "HyperTune"), this.#journal, this.#state, this.#actions), this.#list);
  }

  setState(state: LiveState): void {
    if (this.#state.dataset["state"] !== state) {
      this.#state.dataset["state"] = state;
      this.#state.textContent = words[state];
    }
  }

  show(study: string): void {
    this.#shown = study;
    this.#mark();
    this.#rows.get(study)?.item.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Which studies stand beside the one that is shown. */
  setCompared(compared: ReadonlySet<string>): void {
    this.#compared = compared;
    this.#mark();
  }

  /** Brings the rows up to date; those that stay keep the focus. */
  update({ journal, studies, readOnly }: Listing): void {
    this.#actions.hidden = readOnly;
    this.#journal.replaceChildren(name(journal), readOnly ? " · read only" : "");
    set(this.#journal, { title: journal });
    const left = new Set(this.#rows.keys());
    studies.forEach((study, i) => {
      left.delete(study.name);
      const { item, link } = this.#row(study.name);
      fill(link, study);
      if (this.#list.children[i] !== item) {
        this.#list.insertBefore(item, this.#list.children[i] ?? null);
      }
    });
    for (const gone of left) {
      this.#rows.get(gone)?.item.remove();
      this.#rows.delete(gone);
    }
    this.#mark();
  }

  #row(study: string): Row {
    const known = this.#rows.get(study);
    if (known !== undefined) {
      return known;
    }
    const link = html("a", { href: `?study=${encodeURIComponent(study)}` });
    link.addEventListener("click", event => {
      if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.options.choose(study);
      }
    });
    const compare = button("Compare", () => this.options.compare(study), { class: "studies-compare", "aria-label": `Compare with ${study}` });
    const row: Row = { item: html("li", {}, link, compare), link, compare };
    this.#rows.set(study, row);
    return row;
  }

  #mark(): void {
    for (const [study, { link, compare }] of this.#rows) {
      set(link, { "aria-current": study === this.#shown ? "page" : null });
      set(compare, { "aria-pressed": String(this.#compared.has(study)) });
      compare.hidden = study === this.#shown;
    }
  }
}

function fill(row: HTMLAnchorElement, study: ListedStudy): void {
  const key = JSON.stringify(study);
  if (row.dataset["shown"] === key) {
    return;
  }
  row.dataset["shown"] = key;
  row.replaceChildren(
    html("span", { class: "studies-name" }, name(study.name),
      study.running > 0 ? html("span", { class: "studies-running", title: `${study.running} running` }, `${group(study.running)} running`) : null),
    html("span", { class: "studies-goal" }, name(study.goal), study.best === "" ? null : name(study.best, "studies-best")),
    html("span", { class: "studies-counts" }, study.counts === "" ? `${group(study.trials)} trials` : name(study.counts)));
}
