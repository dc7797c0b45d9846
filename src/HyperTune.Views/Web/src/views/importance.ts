import "../style/importance.css";
import { scaleLinear } from "d3-scale";
import { html, name, set, svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { ImportanceData } from "../data";
import type { Change, Store } from "../state/store";
import { formatPercent } from "../text/numbers";
import { goToSlice, hasSlices } from "./go-to";
import { reserve } from "./reserve";

/** As many bars; the rest is one line. */
const mostBars = 10;

/** Which parameters decide the result, each with how sure that is. */
class Importance implements View {
  readonly #choice = html("select", { "aria-label": "Importance for" });
  #isOfFront = false;
  readonly #release: () => void;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#release = reserve(host.body, 27 * Math.min(mostBars, this.#shown?.rows.length ?? 0) + 22);
    host.how("Bars are estimates, whiskers 90 % intervals. A pale bar may be nothing.");
    this.#choice.addEventListener("change", () => this.#choose());
  }

  update(changes: ReadonlySet<Change>): void {
    if (isHoverOnly(changes)) {
      return;
    }
    this.#release();
    this.#fillChoice();
    const shown = this.#shown;
    const rows = shown?.rows ?? [];
    if (rows.length === 0) {
      this.host.note(null);
      this.host.body.replaceChildren(html("p", { class: "reason" }, shown?.explanation ?? "There is no importance for this objective."));
      return;
    }
    this.host.body.replaceChildren(this.#bars(rows.slice(0, mostBars)));
    const rest = rows.slice(mostBars);
    const words = rest.length === 0 ? [] : [`${rest.length} more together ${formatPercent(rest.reduce((sum, r) => sum + r.share, 0))}.`];
    this.host.note([...words, shown?.explanation ?? ""].join(" ").trim() || null);
  }

  get #shown(): ImportanceData | undefined {
    const { study, objective } = this.store;
    return this.#isOfFront ? study.data.importance.find(i => i.of === "front") : study.importance(objective);
  }

  #fillChoice(): void {
    const all = this.store.study.data.importance;
    if (all.length < 2) {
      this.#choice.remove();
      return;
    }
    const names = all.map(i => i.of).join("\n");
    if (this.#choice.dataset["names"] !== names) {
      // Only then, since a list that is open would close.
      this.#choice.dataset["names"] = names;
      this.#choice.replaceChildren(...all.map(i => html("option", { value: i.of }, i.of === "front" ? "the front" : i.of)));
    }
    this.#choice.value = this.#shown?.of ?? "";
    if (!this.#choice.isConnected) {
      this.host.tools.append(this.#choice);
    }
  }

  #choose(): void {
    const { store } = this;
    const metric = store.study.metrics.findIndex(m => m.name === this.#choice.value);
    this.#isOfFront = metric < 0;
    if (metric >= 0) {
      store.setObjective(metric);
    }
    this.host.invalidate("objective");
  }

  #bars(rows: ImportanceData["rows"]): HTMLElement {
    const { parameters } = this.store.study;
    const scale = scaleLinear().domain([0, Math.min(1, Math.max(0.05, ...rows.map(r => Math.max(r.high, r.share))))]).range([0, 100]).nice(4);
    const canGo = hasSlices();
    const list = html("ol", { class: "importance" }, ...rows.map(row => {
      const label = parameters[row.parameter]?.name ?? "";
      const made = html(canGo ? "button" : "div", { class: "importance-row", title: label },
        name(label, "importance-name"), bar(row, scale), html("span", { class: "importance-share" }, formatPercent(row.share),
          html("span", { class: "visually-hidden" }, `, 90 % interval ${formatPercent(Math.max(0, row.low))} to ${formatPercent(row.high)}`)));
      if (canGo) {
        set(made, { type: "button" });
        made.addEventListener("click", () => goToSlice(row.parameter));
      }
      return html("li", {}, made);
    }));
    const axis = svg("svg", { class: "importance-axis", "aria-hidden": "true" }, svg("line", { class: "axis", x1: "0%", x2: "100%", y1: 1, y2: 1 }));
    for (const tick of scale.ticks(4)) {
      const x = `${scale(tick)}%`;
      axis.append(svg("line", { class: "tick", x1: x, x2: x, y1: 1, y2: 5 }),
        svg("text", { class: "tick-label", x, y: 17, "text-anchor": "middle" }, formatPercent(tick)));
    }
    return html("div", {}, list, html("div", { class: "importance-row is-axis" }, html("span"), axis, html("span")));
  }
}

function bar(row: ImportanceData["rows"][number], scale: (value: number) => number): SVGSVGElement {
  const x = (value: number) => `${Math.min(100, Math.max(0, scale(value)))}%`;
  const [low, high] = [x(row.low), x(row.high)];
  return svg("svg", { class: "importance-bar", "aria-hidden": "true" },
    svg("rect", { class: row.low <= 0 ? "importance-rect is-pale" : "importance-rect", x: 0, y: 4, width: x(row.share), height: 12 }),
    svg("line", { class: "whisker", x1: low, x2: high, y1: 10, y2: 10 }),
    svg("line", { class: "whisker", x1: low, x2: low, y1: 7, y2: 13 }),
    svg("line", { class: "whisker", x1: high, x2: high, y1: 7, y2: 13 }));
}

export const importance: ViewDefinition = {
  name: "importance",
  title: "What decides the result",
  section: "overview",
  order: 20,
  columns: 4,
  applies: study => {
    const all = study.data.importance;
    return all.some(i => i.rows.length > 0) ? true : (all[0]?.explanation || false);
  },
  create: (host, store) => new Importance(host, store),
};
