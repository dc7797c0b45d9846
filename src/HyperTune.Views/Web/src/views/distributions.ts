import "../style/distributions.css";
import { html, name, svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { metricDomain, numberDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { Surface } from "../plots/surface";
import type { Change, Store } from "../state/store";
import { extent, quantile } from "../study/statistics";
import type { Study } from "../study/study";
import { formatNumber, group } from "../text/numbers";

const height = 320;
const margin = { left: 52, top: 24, bottom: 46, right: 14 };
/** As many lines can be told apart by colour and dashes. */
const mostLines = 8;

interface Line {
  readonly study: Study;
  /** Best first. */
  readonly values: readonly number[];
}

/** What share of a study's completed trials is at least as good as a value: studies beside each other. */
class Distributions implements View {
  readonly #surface: Surface;
  readonly #table = html("div", { class: "compare-scroll" });

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("For each value, the share of completed trials that reach it. The higher a line lies, the better its study searched.");
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    host.body.append(this.#table);
  }

  update(changes: ReadonlySet<Change>): void {
    const surface = this.#surface;
    if (isHoverOnly(changes) || !surface.isReady) {
      return;
    }
    surface.begin();
    const { store } = this;
    const metric = store.study.metrics[store.objective]!;
    const sign = store.study.sign(store.objective);
    const lines = this.#lines();
    const shown = lines.slice(0, mostLines);
    const all = shown.flatMap(l => l.values);
    // As for other views, long bad tails are cut: from the worst quartile's end of all of them.
    const best = shown.map(l => l.values[0]!);
    const edges = shown.map(l => quantile(l.values, 0.85));
    const seen = extent(store.scale === "all" ? all : [...best, ...edges]) ?? [0, 1];
    const air = (seen[1] - seen[0] || Math.abs(seen[0]) || 1) * 0.04;
    const bottom = height - margin.bottom;
    const right = surface.width - margin.right;
    const plain = numberDomain(metric.name, seen[0] - air, seen[1] + air);
    const domain = store.scale === "log" && seen[0] > 0 ? metricDomain(store.study, store.objective, null, true) : plain;
    const x = new Axis({ ...domain, key: null }, margin.left, right);
    const y = new Axis(numberDomain("Share", 0, 1), bottom, margin.top);
    drawLeftAxis(surface, y, margin.left, right, { title: "Share of completed trials that reach it" });
    drawBottomAxis(surface, x, bottom, { title: metric.name, grid: margin.top });
    shown.forEach((line, i) => surface.front.append(svg("path", { class: `study-line study-${i}`, d: steps(line.values, x, y, sign) })));
    this.#fillTable(lines);
    const left = lines.length - shown.length;
    this.host.note(left > 0 ? `${left} more ${left === 1 ? "study is" : "studies are"} in the table only.` : null);
    surface.describe(`Distribution of ${metric.name} in ${shown.length} studies. `
      + shown.map(l => `${l.study.data.name}: best ${formatNumber(l.values[0]!)}, median ${formatNumber(quantile(l.values, 0.5))}`).join("; "));
  }

  dispose(): void {
    this.#surface.dispose();
  }

  /** Studies that have the metric, matched by its name, with at least one completed trial. */
  #lines(): readonly Line[] {
    const { store } = this;
    const wanted = store.study.metrics[store.objective]!.name;
    return store.studies.flatMap(study => {
      const m = study.metrics.findIndex(x => x.name === wanted);
      const values = m < 0 ? [] : [...study.ranking(m)].map(t => study.metric(m)[t]!);
      return values.length === 0 ? [] : [{ study, values }];
    });
  }

  #fillTable(lines: readonly Line[]): void {
    const cell = (text: string) => html("td", { class: "number" }, text);
    this.#table.replaceChildren(html("table", { class: "compare" },
      html("thead", {}, html("tr", {}, ...["Study", "Trials", "Completed", "Best", "Median", "Best quarter from"].map((h, i) => html("th", { scope: "col", class: i > 0 ? "number" : false }, h)))),
      html("tbody", {}, ...lines.map(({ study, values }, i) => html("tr", {},
        html("th", { scope: "row" },
          i < mostLines ? svg("svg", { class: "compare-mark", width: 26, height: 10, viewBox: "0 0 26 10", "aria-hidden": "true" }, svg("path", { class: `study-line study-${i}`, d: "M0,5H26" })) : null,
          name(study.data.name)),
        cell(group(study.count)), cell(group(values.length)), cell(formatNumber(values[0]!)), cell(formatNumber(quantile(values, 0.5))), cell(formatNumber(quantile(values, 0.25))))))));
  }
}

/** From the best value on, where few trials reach it, to the worst, which all do. */
function steps(values: readonly number[], x: Axis, y: Axis, sign: 1 | -1): string {
  const n = values.length;
  const stride = Math.max(1, Math.floor(n / 1500));
  let path = `M${x.place(values[0]!).toFixed(1)},${y.place(0).toFixed(1)}`;
  for (let i = 0; i < n; i += stride) {
    const isInside = values[i]! >= x.domain.low && values[i]! <= x.domain.high;
    if (!isInside) {
      break;
    }
    path += `H${x.place(values[i]!).toFixed(1)}V${y.place((Math.min(i + stride, n)) / n).toFixed(1)}`;
  }
  return `${path}H${(sign > 0 ? x.low : x.high).toFixed(1)}`;
}

export const distributions: ViewDefinition = {
  name: "distributions",
  title: "Distribution of the objective",
  section: "studies",
  order: 10,
  columns: 12,
  applies: (study, store) => store.studies.length > 1 && study.objectives.length > 0,
  create: (host, store) => new Distributions(host, store),
};
