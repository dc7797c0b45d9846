import "../style/space-tree.css";
import { button, html, name, set } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { Change, Store } from "../state/store";
import { count, formatNumber, formatPercent, group } from "../text/numbers";
import { formatValue } from "../text/values";
import { goToSlice, hasSlices } from "./go-to";
import { outcomeBar, trialsWith } from "./outcome-bar";
import { rangeStrip } from "./range-strip";
import { reserve } from "./reserve";
import { type SpaceRow, spaceRows } from "./space-rows";

const topCount = 10;
/** With more rows than these, only the upper levels are open at first. */
const mostOpen = 80;

/** Where in the search space the good trials lie, and which bounds hold them back. */
class SpaceTree implements View {
  readonly #release: () => void;
  readonly #collapsed = new Set<string>();
  readonly #scroller = html("div", { class: "space-scroll", tabindex: 0, role: "region", "aria-label": "Table of the search space" });

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.body.append(this.#scroller);
    const rows = spaceRows(store.study);
    if (rows.length > mostOpen) {
      rows.filter(r => r.hasChildren && r.depth > 0).forEach(r => this.#collapsed.add(r.key));
    }
    this.#release = reserve(host.body, 26 * (spaceRows(store.study, this.#collapsed).length + 1));
  }

  update(changes: ReadonlySet<Change>): void {
    if (isHoverOnly(changes)) {
      return;
    }
    const { study, objective } = this.store;
    const hasTrials = study.ranking(objective).length > 0;
    this.host.how(hasTrials
      ? "Parameters below a case exist only in it. The strips show where in its range the ten best trials lie: at an end, the bound may hold them back; all over it, the parameter matters little."
      : "Parameters below a case exist only in it.");
    this.host.legend(hasTrials
      ? [{ mark: "best", text: "best" }, { mark: "completed", text: `the next ${Math.min(topCount, study.ranking(objective).length) - 1}` }, { mark: "default", text: "default" }, { mark: "square", text: "how the trials of a case ended" }]
      : [{ mark: "default", text: "default" }]);
    const heads = hasTrials
      ? ["Parameter", "May be", "Trials", "Best", "The best ten in the whole range", "Best config", "Default", "Importance"]
      : ["Parameter", "May be", "", "", "Range", "", "Default", ""];
    const rows = spaceRows(study, this.#collapsed);
    const focused = document.activeElement instanceof HTMLElement && this.host.body.contains(document.activeElement) ? document.activeElement.dataset["key"] : undefined;
    this.#release();
    this.#scroller.replaceChildren(html("table", { class: `space${hasTrials ? "" : " is-empty"}` },
      html("thead", {}, html("tr", {}, ...heads.map((h, i) => html("th", { scope: "col", class: i === 2 || i === 3 || i >= 5 ? "number" : false }, h)))),
      html("tbody", {}, ...rows.map(r => (r.kind === "parameter" ? this.#parameter(r, hasTrials) : this.#group(r, hasTrials))))));
    if (focused !== undefined) {
      [...this.host.body.querySelectorAll<HTMLElement>("[data-key]")].find(e => e.dataset["key"] === focused)?.focus();
    }
  }

  #parameter(row: SpaceRow, hasTrials: boolean): HTMLElement {
    const { study, objective } = this.store;
    const p = row.parameter!;
    const parameter = study.parameters[p]!;
    const values = study.parameter(p);
    const best = study.best(objective);
    const top = [...study.ranking(objective).slice(0, topCount)].filter(t => t !== best);
    const trials = trialsWith(study, [p]);
    const importance = study.importance(objective)?.rows.find(r => r.parameter === p);
    const initial = parameter.initial === null ? "" : formatValue(parameter, parameter.initial);
    return html("tr", {},
      this.#head(row, hasSlices() && hasTrials ? button(row.label, () => goToSlice(p), { class: "space-name", "data-key": `name ${row.key}`, title: `${parameter.name}: show its plot` }) : name(row.label, "space-name")),
      html("td", { class: "may-be", title: parameter.range }, name(parameter.range)),
      html("td", { class: "number" }, hasTrials ? group(trials.length) : ""),
      html("td", { class: "number" }, hasTrials ? this.#bestOf(trials) : ""),
      html("td", { class: "strip-cell" }, rangeStrip(study, p, { main: best, kind: "best", others: top, initial: parameter.initial })),
      html("td", { class: "number is-strong" }, best === null ? "" : Number.isNaN(values[best]!) ? html("span", { class: "is-absent" }, "absent") : name(formatValue(parameter, values[best]!))),
      html("td", { class: "number" }, name(initial)),
      html("td", { class: "number" }, importance === undefined ? "" : formatPercent(importance.share)));
  }

  #group(row: SpaceRow, hasTrials: boolean): HTMLElement {
    const { store } = this;
    const { study } = store;
    const isCase = row.kind === "case";
    const trials = isCase ? trialsWith(study, row.parameters) : [];
    const words = row.kind === "list" ? `a list, ${count(row.parameters.length, "parameter")}` : count(row.parameters.length, "parameter");
    const isShown = store.filter.group?.label === row.label;
    return html("tr", { class: isCase ? "is-case" : "is-group" },
      this.#head(row, isCase ? html("span", {}, "if ", name(row.label, "is-strong")) : name(row.label, "space-name")),
      html("td", { class: "may-be" }, words),
      html("td", { class: "number" }, isCase && hasTrials ? group(trials.length) : ""),
      html("td", { class: "number" }, isCase && hasTrials ? this.#bestOf(trials) : ""),
      html("td", { class: "strip-cell" }, isCase && trials.length > 0 ? outcomeBar(study, trials) : null),
      html("td", { class: "number", colspan: 3 }, isCase && trials.length > 0
        ? button(isShown ? "Show all again" : "Show only these", () => store.setGroup(isShown ? null : { label: row.label, trials }), { class: "link", "aria-pressed": isShown, "data-key": `show ${row.key}` })
        : null));
  }

  #head(row: SpaceRow, label: HTMLElement): HTMLElement {
    const head = html("th", { scope: "row", class: "space-head" });
    head.style.setProperty("padding-left", `${20 + row.depth * 18}px`);
    if (row.hasChildren) {
      const isOpen = !this.#collapsed.has(row.key);
      const toggle = button("", () => {
        if (!this.#collapsed.delete(row.key)) {
          this.#collapsed.add(row.key);
        }
        this.host.invalidate("selection");
      }, { class: "space-toggle", "data-key": row.key });
      set(toggle, { "aria-expanded": String(isOpen), "aria-label": row.label });
      head.append(toggle);
    }
    head.append(label);
    return head;
  }

  #bestOf(trials: readonly number[]): string {
    const { study, objective } = this.store;
    const ranks = study.ranks(objective);
    let best = -1;
    for (const trial of trials) {
      if (ranks[trial]! >= 0 && (best < 0 || ranks[trial]! < ranks[best]!)) {
        best = trial;
      }
    }
    return best < 0 ? "none" : formatNumber(study.metric(objective)[best]!);
  }
}

export const spaceTree: ViewDefinition = {
  name: "space",
  title: "All parameters and their ranges",
  section: "space",
  order: 10,
  columns: 12,
  applies: study => study.parameters.length > 0,
  create: (host, store) => new SpaceTree(host, store),
};
