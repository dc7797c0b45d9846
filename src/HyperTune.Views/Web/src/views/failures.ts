import "../style/failures.css";
import { button, html, name } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { Change, Store } from "../state/store";
import { count, formatPercent } from "../text/numbers";
import { type FailureGroup, findCommon, groupFailures } from "./failure-groups";
import { reserve } from "./reserve";
import { trialMark } from "./trial-mark";

const mostGroups = 8;
const mostTrials = 8;

/** What went wrong, and what the trials in which it did share. */
class Failures implements View {
  readonly #release: () => void;
  #shown = "";

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#release = reserve(host.body, 96 * Math.min(mostGroups, groupFailures(store.study).length));
    host.how("Grouped by their message; numbers in it do not matter.");
  }

  update(changes: ReadonlySet<Change>): void {
    if (isHoverOnly(changes)) {
      return;
    }
    const groups = groupFailures(this.store.study);
    // Chips keep the focus while trials come that do not fail.
    const shown = JSON.stringify([groups, this.store.filter.group?.label ?? null, this.store.study.countOf("C") < 8]);
    if (shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.#release();
    this.host.body.replaceChildren(html("ul", { class: "failures" }, ...groups.slice(0, mostGroups).map(g => this.#group(g))));
    const rest = groups.slice(mostGroups).reduce((sum, g) => sum + g.trials.length, 0);
    this.host.note(rest === 0 ? null : `${count(rest, "more failure")} with ${count(groups.length - mostGroups, "other message")}.`);
  }

  #group({ kind, message, trials }: FailureGroup): HTMLElement {
    const { store } = this;
    const label = kind === "" ? message.slice(0, 40) : kind;
    const isShown = store.filter.group?.label === label;
    const common = findCommon(store.study, trials);
    return html("li", { class: "failure" },
      html("h4", {}, trialMark("F"), `${trials.length} × `, name(kind === "" ? "Failure" : kind)),
      html("p", { class: "failure-message" }, name(message)),
      common.length === 0 ? null : html("p", { class: "failure-common" }, "All have ", ...common.flatMap((c, i) => [
        i === 0 ? null : " and ", name(c.parameter, "is-strong"), ` ${c.words} (${also(c.completed)})`,
      ]), "."),
      html("p", { class: "failure-trials" },
        ...trials.slice(0, mostTrials).map(t => this.#trial(t)),
        trials.length > mostTrials ? html("span", {}, `and ${trials.length - mostTrials} more`) : null,
        button(isShown ? "Show all trials again" : "Show in all views", () => store.setGroup(isShown ? null : { label, trials }), { class: "link", "aria-pressed": isShown })));
  }

  #trial(trial: number): HTMLElement {
    const made = button(String(trial), () => this.store.open(trial), { class: "trial-chip", "aria-label": `Open trial ${trial}` });
    made.addEventListener("pointerenter", () => this.store.hover(trial));
    made.addEventListener("pointerleave", () => this.store.hover(null));
    return made;
  }
}

function also(share: number): string {
  return share === 0 ? "no completed trial has" : `of completed trials ${formatPercent(share)}`;
}

export const failures: ViewDefinition = {
  name: "failures",
  title: "Failed trials",
  section: "run",
  order: 20,
  columns: 5,
  applies: study => study.countOf("F") > 0,
  create: (host, store) => new Failures(host, store),
};
