import { html, name, svg } from "../dom";
import type { ReportsData } from "../data";
import { Axis } from "../plots/axis";
import { numberDomain } from "../plots/domain";
import type { Store } from "../state/store";
import { extent, quantile } from "../study/statistics";
import { formatNumber } from "../text/numbers";
import { entry } from "./detail-legend";

/** The plot's own units; it is scaled to the panel's width. */
const size = { width: 340, height: 130, left: 40, bottom: 20, top: 6, right: 6 };

/** The trial's intermediate values against those of the best and the middle half of the completed ones; null where it has none. */
export function drawCurve(store: Store, trial: number): HTMLElement | null {
  const { study, objective } = store;
  const { reports, stepName } = study.data.trials;
  const own = reports[trial];
  if (own === undefined || own.steps.length < 2 || objective !== study.objectives[0]) {
    return null;
  }
  const best = study.best(objective);
  const ofBest = best === null || best === trial ? undefined : reports[best];
  const middle = middleOf(store, trial);
  const seen = extent([own, ofBest].flatMap(r => (r === undefined ? [] : finite(r))).concat(middle.flatMap(m => [m.low, m.high])));
  if (seen === null) {
    return null;
  }
  const steps = [own, ofBest].flatMap(r => r?.steps ?? []).concat(middle.map(m => m.step));
  const stepRange = extent(steps)!;
  const air = (seen[1] - seen[0] || Math.abs(seen[1]) || 1) * 0.04;
  const x = new Axis(numberDomain(stepName, stepRange[0], stepRange[1]), size.left, size.width - size.right);
  const y = new Axis(numberDomain("", seen[0] - air, seen[1] + air), size.height - size.bottom, size.top);
  const plot = svg("svg", { class: "detail-curve", viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "aria-label": describe(own, stepName) });
  for (const tick of y.ticks(14)) {
    plot.append(svg("line", { class: "grid-line", x1: x.low, x2: x.high, y1: tick.at, y2: tick.at }),
      svg("text", { class: "tick-label", x: size.left - 6, y: tick.at + 4, "text-anchor": "end" }, tick.text));
  }
  for (const tick of x.ticks(40).filter(t => Number.isInteger(Number(t.text)))) {
    plot.append(svg("text", { class: "tick-label", x: tick.at, y: size.height - 4, "text-anchor": "middle" }, tick.text));
  }
  const place = (step: number, value: number) => `${round(x.place(step))},${round(y.place(value))}`;
  if (middle.length > 1) {
    plot.append(
      svg("path", { class: "middle-band", d: `M${middle.map(m => place(m.step, m.high)).join("L")}L${[...middle].reverse().map(m => place(m.step, m.low)).join("L")}Z` }),
      svg("path", { class: "middle-line", d: `M${middle.map(m => place(m.step, m.middle)).join("L")}` }));
  }
  if (ofBest !== undefined) {
    plot.append(svg("path", { class: "best-line", d: line(ofBest, place) }));
  }
  plot.append(svg("path", { class: "this-line", d: line(own, place) }));
  const last = own.steps.length - 1;
  const end = own.values[last] ?? null;
  if (end !== null) {
    plot.append(svg("circle", { class: "this-end", cx: x.place(own.steps[last]!), cy: y.place(end), r: 3 }));
  }
  return html("section", {}, html("h4", {}, "Intermediate values"), plot,
    html("p", { class: "muted detail-legend" }, entry("is-this", "━", "this trial"),
      ofBest === undefined ? null : entry("is-best", "━", "best"),
      middle.length > 1 ? entry("is-middle", "━", "middle half of completed") : null, html("span", {}, "by ", name(stepName || "step"))));
}

interface Middle {
  readonly step: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Quartiles by step over completed trials; of many trials an even sample, which is enough for quartiles. */
function middleOf({ study, objective }: Store, trial: number): readonly Middle[] {
  const { reports } = study.data.trials;
  const ranking = study.ranking(objective);
  const stride = Math.max(1, Math.floor(ranking.length / 500));
  const bySteps = new Map<number, number[]>();
  for (let at = 0; at < ranking.length; at += stride) {
    const of = reports[ranking[at]!];
    if (of !== undefined && ranking[at] !== trial) {
      of.steps.forEach((step, i) => {
        const value = of.values[i] ?? NaN;
        if (Number.isFinite(value)) {
          const known = bySteps.get(step);
          if (known === undefined) {
            bySteps.set(step, [value]);
          } else {
            known.push(value);
          }
        }
      });
    }
  }
  return [...bySteps].filter(([, v]) => v.length >= 4).sort((a, b) => a[0] - b[0]).map(([step, values]) => {
    values.sort((a, b) => a - b);
    return { step, low: quantile(values, 0.25), middle: quantile(values, 0.5), high: quantile(values, 0.75) };
  });
}

function finite(of: ReportsData): number[] {
  return of.values.filter((v): v is number => v !== null && Number.isFinite(v));
}

function line(of: ReportsData, place: (step: number, value: number) => string): string {
  const points = of.steps.flatMap((step, i) => (of.values[i] === null || of.values[i] === undefined ? [] : [place(step, of.values[i])]));
  return points.length === 0 ? "" : `M${points.join("L")}`;
}

function describe(own: ReportsData, stepName: string): string {
  const values = finite(own);
  return `Intermediate values over ${own.steps.length} ${stepName || "step"}s, from ${formatNumber(values[0] ?? NaN)} to ${formatNumber(values.at(-1) ?? NaN)}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
