import "../style/intermediate.css";
import { svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { objectiveDomain, numberDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { MarkPath } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { extent } from "../study/statistics";
import { count, group } from "../text/numbers";
import { palette, rampColour } from "../style/palette";
import { type Curve, curvesOf, sampleCurves, valueRange } from "./intermediate-lines";

const height = 406;
const margin = { left: 58, top: 22, right: 16, bottom: 42 };
const barHeight = 46;
/** More curves than that cannot be told apart. */
const mostCurves = 500;

/** What trials reported while they ran: how good ones begin, and where the pruner stops the others. */
class Intermediate implements View {
  readonly #surface: Surface;
  readonly #points = new PointSet();
  #curves: readonly Curve[] = [];
  #byTrial = new Map<number, Curve>();
  #x: Axis | null = null;
  #y: Axis | null = null;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y));
    attachWalker(this.#surface, store, "Intermediate values", () => {
      const ranks = store.study.ranks(store.objective);
      return this.#curves.map(c => c.trial).filter(t => store.isSelected(t)).sort((a, b) => (ranks[a]! >>> 0) - (ranks[b]! >>> 0) || a - b);
    });
  }

  update(changes: ReadonlySet<Change>): void {
    if (changes.has("data")) {
      this.#curves = curvesOf(this.store);
      this.#byTrial = new Map(this.#curves.map(c => [c.trial, c]));
    }
    if (!this.#surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    this.#highlight();
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #draw(): void {
    const { store, host } = this;
    const { study, objective } = store;
    const surface = this.#surface;
    const context = surface.begin();
    const step = study.data.trials.stepName || "step";
    const hasPruned = study.countOf("P") > 0;
    host.how(hasPruned ? "One line a trial; pruned trials end in a ring, and the bars below count them by where they ended." : "One line a trial.");
    const [low, high] = valueRange(store, this.#curves);
    const isLog = store.scale === "log" && low > 0;
    const [bottomValue, topValue] = isLog ? [low / 1.1, high * 1.1] : [low - (high - low || 1) * 0.04, high + (high - low || 1) * 0.04];
    const [first, last] = extent(this.#curves.flatMap(c => [c.steps[0]!, c.steps.at(-1)!])) ?? [0, 1];
    const base = height - margin.bottom;
    const bottom = base - (hasPruned ? barHeight + 10 : 0);
    const x = new Axis(stepDomain(step, first, last), margin.left, surface.width - margin.right);
    const y = new Axis(numberDomain(study.metrics[objective]!.name, bottomValue, topValue, isLog), bottom, margin.top);
    [this.#x, this.#y] = [x, y];
    drawLeftAxis(surface, y, margin.left, surface.width - margin.right, { title: study.metrics[objective]!.name });
    drawBottomAxis(surface, x, base, { title: step[0]!.toUpperCase() + step.slice(1) });
    const drawn = this.#drawCurves(context, x, y, bottom);
    if (hasPruned) {
      this.#drawBars(x, base);
    }
    host.legend([
      { mark: "ramp", text: "worse to better" }, ...(hasPruned ? [{ mark: "pruned", text: "pruned" } as const] : []),
      ...(study.best(objective) === null ? [] : [{ mark: "best-line", text: "best" } as const]),
    ]);
    host.note(drawn < this.#curves.length ? `${group(drawn)} of ${count(this.#curves.length, "curve")} are drawn: the best, and an even sample of the others.` : null);
    surface.describe(`Intermediate values of ${count(this.#curves.length, "trial")} by ${step}, up to ${last}` +
      (hasPruned ? `; ${count(study.countOf("P"), "trial")} were pruned.` : "."));
  }

  #drawCurves(context: CanvasRenderingContext2D, x: Axis, y: Axis, bottom: number): number {
    const { store } = this;
    const { study, objective } = store;
    const colours = palette();
    const ranks = study.ranks(objective);
    const goodness = this.#goodness();
    const sample = sampleCurves(this.#curves, mostCurves, ranks);
    // Bad ones first, so that good ones lie on top.
    const depth = (c: Curve) => (!store.isSelected(c.trial) ? -2 : ranks[c.trial]! < 0 ? -1 : 1e6 - ranks[c.trial]!);
    sample.sort((a, b) => depth(a) - depth(b));
    const rings = new MarkPath(3);
    this.#points.clear();
    context.save();
    context.beginPath();
    context.rect(margin.left - 4, margin.top - 6, x.to - margin.left + 12, bottom - margin.top + 8);
    context.clip();
    for (const curve of sample) {
      const isSelected = store.isSelected(curve.trial);
      const isRanked = ranks[curve.trial]! >= 0;
      const share = isRanked ? goodness(curve.trial) : 0;
      context.strokeStyle = !isSelected ? colours.out : isRanked ? rampColour(colours, 0.12 + 0.88 * share) : colours.pruned;
      context.globalAlpha = !isSelected ? 0.7 : isRanked ? 0.35 + 0.45 * share : 0.45;
      context.lineWidth = isRanked ? 1.2 : 1;
      this.#trace(context, curve, x, y, isSelected);
      context.stroke();
      if (isSelected && study.state(curve.trial) === "P") {
        rings.disc(x.place(curve.steps.at(-1)!), y.place(curve.values.at(-1)!));
      }
    }
    context.globalAlpha = 1;
    rings.stroke(context, colours.pruned, 1.2, 0.8);
    const best = study.best(objective);
    const bestCurve = best === null || !store.isSelected(best) ? undefined : this.#byTrial.get(best);
    if (bestCurve !== undefined) {
      context.strokeStyle = colours.best;
      context.lineWidth = 2.4;
      this.#trace(context, bestCurve, x, y, true);
      context.stroke();
    }
    context.restore();
    return sample.length;
  }

  #trace(context: CanvasRenderingContext2D, curve: Curve, x: Axis, y: Axis, isPointed: boolean): void {
    context.beginPath();
    curve.steps.forEach((step, i) => {
      const [px, py] = [x.place(step), unclamped(y, curve.values[i]!)];
      if (i === 0) {
        context.moveTo(px, py);
      } else {
        context.lineTo(px, py);
      }
      if (isPointed) {
        this.#points.add(px, py, curve.trial);
      }
    });
    if (curve.steps.length === 1) {
      context.arc(x.place(curve.steps[0]!), unclamped(y, curve.values[0]!), 1.5, 0, 2 * Math.PI);
    }
  }

  #goodness(): (trial: number) => number {
    const { study, objective } = this.store;
    const axis = new Axis(objectiveDomain(this.store), 0, 1000);
    const values = study.metric(objective);
    const isUp = study.sign(objective) > 0;
    return trial => {
      const along = axis.share(axis.place(values[trial]!));
      return isUp ? along : 1 - along;
    };
  }

  /** How many selected trials were pruned at each step. */
  #drawBars(x: Axis, base: number): void {
    const { study } = this.store;
    const byStep = new Map<number, number>();
    for (const { trial, steps } of this.#curves) {
      if (study.state(trial) === "P" && this.store.isSelected(trial)) {
        byStep.set(steps.at(-1)!, (byStep.get(steps.at(-1)!) ?? 0) + 1);
      }
    }
    const most = Math.max(1, ...byStep.values());
    const { front, back } = this.#surface;
    const width = Math.max(2, Math.min(22, Math.abs(x.high - x.low) / Math.max(2, (x.domain.high - x.domain.low)) * 0.6));
    front.append(svg("text", { class: "axis-title", x: margin.left - 8, y: base - barHeight / 2 + 2, "text-anchor": "end" }, "pruned"),
      svg("text", { class: "axis-title", x: margin.left - 8, y: base - barHeight / 2 + 15, "text-anchor": "end" }, "here"));
    let labelled = -Infinity;
    for (const [step, n] of [...byStep].sort((a, b) => a[0] - b[0])) {
      const [at, tall] = [x.place(step), Math.max(1.5, ((barHeight - 14) * n) / most)];
      back.append(svg("rect", { class: "pruned-bar", x: at - width / 2, y: base - tall, width, height: tall }));
      if (at - labelled > 20) {
        front.append(svg("text", { class: "axis-title", x: at, y: base - tall - 3, "text-anchor": "middle" }, String(n)));
        labelled = at;
      }
    }
  }

  #highlight(): void {
    const { highlights } = this.#surface;
    const { hovered, opened } = this.store;
    highlights.replaceChildren();
    for (const trial of new Set([opened, hovered])) {
      const curve = trial === null ? undefined : this.#byTrial.get(trial);
      if (curve !== undefined && this.#x !== null && this.#y !== null) {
        const [x, y] = [this.#x, this.#y];
        const points = curve.steps.map((s, i) => `${x.place(s).toFixed(1)},${y.place(curve.values[i]!).toFixed(1)}`).join(" ");
        highlights.append(svg("polyline", { class: "highlight-halo", points }), svg("polyline", { class: "highlight-line", points }));
      }
    }
  }
}

/** Steps are whole numbers. */
function stepDomain(name: string, first: number, last: number): ReturnType<typeof numberDomain> {
  const domain = numberDomain(name, first, last);
  return { ...domain, ticks: about => domain.ticks(about).filter(t => Number.isInteger(t.value)) };
}

/** Where a value is that may lie outside of the axis; the clip cuts it, so that a line does not run along the border. */
function unclamped(axis: Axis, value: number): number {
  const { low, high, isLog } = axis.domain;
  const share = isLog ? Math.log(Math.max(value, Number.MIN_VALUE) / low) / Math.log(high / low) : (value - low) / (high - low);
  return axis.low + share * (axis.high - axis.low);
}

export const intermediate: ViewDefinition = {
  name: "intermediate",
  title: "Intermediate values",
  section: "parameters",
  order: 40,
  columns: 6,
  applies: study => Object.keys(study.data.trials.reports).length > 0 && study.objectives.length === 1,
  create: (host, store) => new Intermediate(host, store),
};
