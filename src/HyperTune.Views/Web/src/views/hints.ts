import "../style/hints.css";
import { button, html, name } from "../dom";
import { copyButton } from "../frame/copy";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { HintData } from "../data";
import type { Change, Store } from "../state/store";
import { count } from "../text/numbers";
import { goToSlice, hasSlices } from "./go-to";

/** What the trials suggest to do next, each with its evidence and the change as code. */
class Hints implements View {
  #shown = "";

  constructor(private readonly host: ViewHost, private readonly store: Store) {}

  update(changes: ReadonlySet<Change>): void {
    const { study } = this.store;
    const { hints } = study.data;
    // Links keep the focus while trials come that change no hint.
    const shown = JSON.stringify([hints, this.store.filter.group?.label ?? null]);
    if (isHoverOnly(changes) || shown === this.#shown) {
      return;
    }
    this.#shown = shown;
    this.host.body.replaceChildren(hints.length === 0
      ? html("p", { class: "reason" }, "Nothing more to suggest.")
      : html("ul", { class: "hints" }, ...hints.map(h => this.#card(h))));
  }

  #card(hint: HintData): HTMLElement {
    const { store } = this;
    const links = html("p", { class: "hint-links" });
    const isShown = store.filter.group?.label === hint.title;
    if (hint.trials.length > 0) {
      const label = isShown ? "Show all trials again" : `Show ${hint.trials.length === 1 ? "this trial" : `these ${count(hint.trials.length, "trial")}`}`;
      links.append(button(label, () => store.setGroup(isShown ? null : { label: hint.title, trials: hint.trials }), { class: "link", "aria-pressed": isShown }));
    }
    const { parameter } = hint;
    if (parameter !== null && hasSlices()) {
      links.append(button("Show the parameter", () => goToSlice(parameter), { class: "link" }));
    }
    return html("li", { class: `hint${/fail|diverge|noise|repeat/u.test(hint.kind) ? " is-urgent" : ""}` },
      html("h4", {}, name(hint.title)),
      html("p", {}, name(hint.text)),
      hint.change === null ? null : html("div", { class: "hint-code" }, html("pre", { tabindex: 0 }, html("code", {}, hint.change)), copyButton(() => hint.change ?? "")),
      links.childElementCount === 0 ? null : links);
  }
}

export const hints: ViewDefinition = {
  name: "hints",
  title: "Hints",
  section: "hints",
  order: 10,
  columns: 12,
  applies: study => study.data.hints.length > 0,
  create: (host, store) => new Hints(host, store),
};
