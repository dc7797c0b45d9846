import { button, html, name, set } from "../dom";
import { describeLimit, domainOf } from "../plots/describe-limit";
import type { Change, Store } from "../state/store";
import { type ObjectiveScale, focusOf, suitsLog } from "../study/objective-scale";
import { states } from "../study/states";
import { count, formatNumber, group } from "../text/numbers";
import type { SectionDefinition } from "../views/index";
import { stateMark } from "./state-mark";
import type { Part } from "./masthead";
import { chooseTheme, theme } from "./theme";

const grammar = "Terms with spaces between, all of which hold: failed, !pruned, Rate<0.01, Units:16..64, trial<100, value>=0.9, " +
  "Optimizer:Adam, Momentum:absent. Part of a name is enough.";

/** The bar that stays: where to go, what is selected, and how values are shown. The toggles of states are the page's legend. */
export class Bar implements Part {
  readonly element = html("div", { class: "bar", role: "region", "aria-label": "Selection" });
  readonly field = html("input", {
    type: "text", class: "filter", placeholder: "Filter, for instance failed or trial<100", "aria-label": "Filter the trials",
    autocomplete: "off", spellcheck: "false", "aria-describedby": "filter-help",
  });
  readonly #links = html("nav", { class: "bar-links", "aria-label": "Sections" });
  readonly #states = html("div", { class: "bar-states", role: "group", "aria-label": "States" });
  readonly #count = html("span", { class: "bar-count", role: "status" });
  readonly #error = html("span", { class: "bar-error", role: "alert", hidden: true });
  readonly #clear: HTMLButtonElement;
  readonly #scales = html("div", { class: "segments", role: "group", "aria-label": "Values of the objective" });
  readonly #objectives = html("select", { "aria-label": "Objective" });
  readonly #chips = html("div", { class: "chips", role: "group", "aria-label": "Limits" });

  constructor(private readonly store: Store, private readonly shown: () => readonly SectionDefinition[]) {
    this.#clear = button("Clear", () => store.clearFilter(), { title: "Select all trials again" });
    this.field.addEventListener("input", () => store.setText(this.field.value));
    this.#objectives.addEventListener("change", () => store.setObjective(Number(this.#objectives.value)));
    const themes = button("", () => {
      chooseTheme(theme() === "dark" ? "light" : "dark");
      store.retheme();
    }, { class: "theme", "aria-label": "Switch between light and dark", title: "Light or dark" });
    themes.append(html("span", { class: "half-disc", "aria-hidden": "true" }));
    this.element.append(
      html("div", { class: "bar-row" }, this.#links, this.#states, this.field, this.#count, this.#clear,
        html("div", { class: "bar-right" }, this.#objectives, this.#scales, themes)),
      html("span", { id: "filter-help", class: "visually-hidden" }, grammar),
      // Below the bar and out of the flow: what is drawn must not move away from the hand that draws the first limit.
      html("div", { class: "bar-under" }, this.#error, this.#chips));
    const { parameters } = store.study;
    const example = parameters.find(p => p.kind !== "choice" && p.low < p.high && /^[\w.]+$/.test(p.name));
    if (example !== undefined) {
      const middle = example.scale === "log" ? Math.sqrt(example.low * example.high) : (example.low + example.high) / 2;
      set(this.field, { placeholder: `Filter: ${example.name}<${formatNumber(middle, 2)}` });
    }
  }

  update(changes: ReadonlySet<Change>): void {
    if (changes.has("data")) {
      this.element.hidden = this.store.study.count === 0;
      this.#updateLinks();
      this.#updateStates();
      this.#updateObjectives();
    }
    if (changes.has("data") || changes.has("objective")) {
      this.#updateScales();
    }
    if (changes.has("data") || changes.has("objective") || changes.has("selection")) {
      // Of what the reader did a screen reader tells; of each trial that arrives it need not.
      set(this.#count, { "aria-live": changes.has("selection") ? "polite" : "off" });
      this.#updateSelection();
    }
  }

  #updateLinks(): void {
    const shown = this.shown();
    // Links that stay are kept, so that the focus is.
    if (shown.map(s => s.short).join("\n") !== [...this.#links.children].map(l => l.textContent).join("\n")) {
      this.#links.replaceChildren(...shown.map(s => this.#link(s)));
    }
  }

  #link(section: SectionDefinition): HTMLElement {
    const made = html("a", { href: `#section-${section.name}` }, section.short);
    made.addEventListener("click", event => {
      // The fragment belongs to the selection, so the link scrolls by itself.
      event.preventDefault();
      const target = document.getElementById(`section-${section.name}`);
      target?.scrollIntoView();
      if (target !== null) {
        set(target, { tabindex: -1 });
        target.focus({ preventScroll: true });
      }
    });
    return made;
  }

  #updateStates(): void {
    const { study } = this.store;
    const present = states.filter(s => study.countOf(s.letter) > 0);
    const focused = [...this.#states.children].findIndex(c => c === document.activeElement);
    this.#states.replaceChildren(...present.map(info => {
      const made = button("", () => this.store.toggleState(info.letter), { class: "state", title: `${info.word}: ${info.explanation}`, "data-state": info.letter });
      made.append(stateMark(info.letter), `${info.word[0]!.toUpperCase()}${info.word.slice(1)} ${group(study.countOf(info.letter))}`);
      return made;
    }));
    (this.#states.children[focused] as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  #updateObjectives(): void {
    const { study, objective } = this.store;
    this.#objectives.hidden = study.objectives.length < 2;
    const names = study.objectives.map(m => study.metrics[m]!.name).join("\n");
    if (this.#objectives.dataset["names"] === names) {
      // A list that is open would close.
      return;
    }
    this.#objectives.dataset["names"] = names;
    this.#objectives.replaceChildren(...study.objectives.map(m => html("option", { value: m, selected: m === objective }, study.metrics[m]!.name)));
  }

  #updateScales(): void {
    const { store } = this;
    const { study, objective } = store;
    this.#objectives.value = String(objective);
    const choices: [ObjectiveScale, string][] = [];
    if (focusOf(study, objective) !== null) {
      choices.push(["focus", "Best 80 %"]);
    }
    choices.push(["all", "All values"]);
    if (suitsLog(study, objective)) {
      choices.push(["log", "Log"]);
    }
    this.#scales.hidden = choices.length < 2;
    const chosen = choices.some(([s]) => s === store.scale) ? store.scale : "all";
    this.#scales.replaceChildren(...choices.map(([scale, text]) => button(text, () => store.setScale(scale), { "aria-pressed": String(scale === chosen) })));
  }

  #updateSelection(): void {
    const { store } = this;
    const { study, filter, selection } = store;
    for (const toggle of this.#states.children) {
      set(toggle, { "aria-pressed": String(![...filter.hidden].includes((toggle as HTMLElement).dataset["state"] as never)) });
    }
    if (document.activeElement !== this.field || filter.text === "") {
      this.field.value = filter.text;
    }
    set(this.field, { "aria-invalid": selection.error === null ? null : "true", title: selection.error ?? grammar });
    this.#error.hidden = selection.error === null;
    this.#error.textContent = selection.error;
    const { count: completed, best, median } = store.summary();
    this.#count.replaceChildren(...store.isFiltered
      ? [html("strong", {}, group(selection.count)), ` of ${count(study.count, "trial")}${completed === 0 ? "" : `, best ${formatNumber(best)}, median ${formatNumber(median)}`}`]
      : [html("strong", {}, "All"), ` ${count(study.count, "trial")}`]);
    this.#count.title = this.#count.textContent ?? "";
    this.#clear.disabled = !store.isFiltered;
    const chips = [...filter.limits].map(([key, limit]) => {
      const domain = domainOf(study, key);
      return chip(domain.title, describeLimit(domain, limit), () => store.setLimit(key, null));
    });
    if (filter.group !== null) {
      chips.push(chip(filter.group.label, count(filter.group.trials.length, "trial"), () => store.setGroup(null)));
    }
    this.#chips.replaceChildren(...chips);
  }
}

function chip(title: string, words: string, release: () => void): HTMLElement {
  const made = button("", release, { class: "chip", "aria-label": `Release the limit on ${title}: ${words}` });
  made.append(name(title), " ", name(words), html("span", { "aria-hidden": "true" }, "×"));
  return made;
}
