import { button, html } from "../dom";
import type { Store } from "../state/store";
import { stateMark } from "../frame/state-mark";
import { formatDuration } from "../text/durations";
import type { Api } from "./api";
import type { FormMetric } from "./api-types";
import { tellForm } from "./tell-form";

const mostRows = 30;

/** The trials that run or wait, each with a form to tell what it ended with. A form that is open stays while others come and go. */
export class OpenTrials {
  readonly element = html("div", {});
  readonly #list = html("ul", { class: "open-trials" });
  readonly #note = html("p", { class: "muted" });
  readonly #rows = new Map<number, { readonly item: HTMLElement; readonly mark: HTMLElement }>();

  constructor(private readonly api: Api, private readonly store: Store, private readonly metrics: readonly FormMetric[]) {
    this.element.append(this.#list, this.#note);
    this.refresh();
  }

  refresh(): void {
    const { study } = this.store;
    const running: number[] = [];
    const waiting: number[] = [];
    for (let i = study.count - 1; i >= 0 && running.length + waiting.length < 500; i--) {
      const state = study.state(i);
      if (state === "R") {
        running.push(i);
      } else if (state === "W") {
        waiting.push(i);
      }
    }
    const shown = [...running, ...waiting].slice(0, mostRows);
    const kept = new Set(shown);
    for (const [trial, { item }] of this.#rows) {
      if (!kept.has(trial)) {
        item.remove();
        this.#rows.delete(trial);
      }
    }
    shown.forEach((trial, at) => {
      const { item, mark } = this.#rows.get(trial) ?? this.#add(trial);
      const text = this.#words(trial);
      if (mark.dataset["text"] !== text) {
        mark.dataset["text"] = text;
        mark.replaceChildren(stateMark(study.state(trial)), ` Trial ${trial}, ${text}`);
      }
      if (this.#list.children[at] !== item) {
        this.#list.insertBefore(item, this.#list.children[at] ?? null);
      }
    });
    const more = study.countOf("R") + study.countOf("W") - shown.length;
    this.#note.textContent = shown.length === 0 ? "No trial runs or waits." : more > 0 ? `and ${more} more` : "";
  }

  #words(trial: number): string {
    const { study } = this.store;
    if (study.state(trial) === "W") {
      return "waiting";
    }
    const { begin } = study.data.trials;
    const start = study.starts[trial]!;
    const since = begin === null || Number.isNaN(start) ? NaN : (Date.now() - begin) / 1000 - start;
    // Whole tens of seconds, so that not every row is written anew each time.
    return since > 0 ? `running for ${formatDuration(since < 60 ? Math.ceil(since) : Math.round(since / 10) * 10)}` : "running";
  }

  #add(trial: number): { readonly item: HTMLElement; readonly mark: HTMLElement } {
    const mark = html("span", {});
    const details = html("details", {}, html("summary", {}, mark));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) {
        details.append(
          html("p", {}, button("Show its config", () => this.store.open(trial), { class: "link" })),
          tellForm(this.api, this.store.study.data.name, trial, this.metrics));
      }
    });
    const row = { item: html("li", {}, details), mark };
    this.#rows.set(trial, row);
    return row;
  }
}
