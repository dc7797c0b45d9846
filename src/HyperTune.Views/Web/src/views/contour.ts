import "../style/contour.css";
import { html, svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { objectiveDomain, parameterDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { ringTrials } from "../plots/highlight";
import { MarkPath, diamond, markRadius } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { focusOf } from "../study/objective-scale";
import { spreadAcross, spreadUp } from "../study/statistics";
import { count, formatNumber } from "../text/numbers";
import { palette, rampColour } from "../style/palette";
import { fillField } from "./contour-fill";
import { type FieldPoint, localMean } from "./contour-field";
import { firstPair } from "./contour-pair";

const height = 388;
const margin = { left: 62, top: 26, right: 14, bottom: 44 };
const cells = 64;
/** The width of the kernel in shares of an axis. */
const width = 0.085;

/** The local mean of the objective over two parameters, drawn only where trials are. */
class Contour implements View {
  readonly #surface: Surface;
  readonly #across: HTMLSelectElement;
  readonly #up: HTMLSelectElement;
  readonly #points = new PointSet();
  #pair: readonly [number, number] = [0, 1];
  #isChosen = false;
  #at: (trial: number) => readonly [number, number] | null = () => null;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("Local mean of the objective. Hatched where no trials are near: nothing is known there.");
    this.#across = this.#select("Across", 0);
    this.#up = this.#select("Up", 1);
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y, t => store.isSelected(t)));
    attachWalker(this.#surface, store, "Two parameters", () => this.#points.trial.filter(t => store.isSelected(t)));
  }

  update(changes: ReadonlySet<Change>): void {
    if (changes.has("data") || changes.has("objective")) {
      if (!this.#isChosen) {
        this.#pair = firstPair(this.store.study, this.store.objective, this.host.focus);
      }
      this.#fillSelects();
    }
    if (!this.#surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    ringTrials(this.#surface, this.store, this.#at);
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #select(label: string, which: 0 | 1): HTMLSelectElement {
    const made = html("select", {});
    made.addEventListener("change", () => {
      const chosen = Number(made.value);
      const [a, b] = this.#pair;
      this.#isChosen = true;
      // Choosing the other axis' parameter swaps the two.
      this.#pair = which === 0 ? [chosen, chosen === b ? a : b] : [chosen === a ? b : a, chosen];
      this.host.invalidate("data");
    });
    this.host.tools.append(html("label", { class: "axis-select" }, label, made));
    return made;
  }

  #fillSelects(): void {
    const { study, objective } = this.store;
    [this.#across, this.#up].forEach((select, i) => {
      select.replaceChildren(...study.byImportance(objective).map(p => html("option", { value: p, selected: p === this.#pair[i] }, study.parameters[p]!.name)));
    });
  }

  #draw(): void {
    const { store, host } = this;
    const { study, objective } = store;
    const surface = this.#surface;
    const context = surface.begin();
    const [a, b] = this.#pair;
    const x = new Axis(parameterDomain(study, a), margin.left, surface.width - margin.right);
    const y = new Axis(parameterDomain(study, b), height - margin.bottom, margin.top);
    const [va, vb] = [study.parameter(a), study.parameter(b)];
    this.#at = trial => (Number.isNaN(va[trial]!) || Number.isNaN(vb[trial]!) || trial >= study.count
      ? null : [x.place(va[trial]!, spreadAcross(trial)), y.place(vb[trial]!, spreadUp(trial))]);
    const share = this.#goodness();
    const points = this.#collect(x, y, share);
    const field = localMean(points, cells, kernelWidth(x), kernelWidth(y));
    fillField(context, field, x, y, palette());
    drawBottomAxis(surface, x, height - margin.bottom, { title: x.domain.isLog ? `${x.domain.title}, log scale` : x.domain.title });
    drawLeftAxis(surface, y, margin.left, margin.left, { title: y.domain.isLog ? `${y.domain.title}, log scale` : y.domain.title });
    surface.front.append(svg("line", { class: "axis", x1: margin.left, x2: margin.left, y1: y.from, y2: y.to }));
    this.#drawTrials(context, share);
    host.legend([
      { mark: "ramp", text: this.#rampText() }, { mark: "best", text: "best" },
      ...(study.countOf("F") > 0 ? [{ mark: "failed", text: "failed" } as const] : []), { mark: "hatched", text: "no trials near" },
    ]);
    surface.describe(`Local mean of ${study.metrics[objective]!.name} over ${x.domain.title} and ${y.domain.title}, from ${count(points.length, "selected completed trial")}.`);
  }

  /** What the ends of the ramp stand for. */
  #rampText(): string {
    const { study, objective, scale } = this.store;
    const ranking = study.ranking(objective);
    const values = study.metric(objective);
    const focus = scale === "focus" ? focusOf(study, objective) : null;
    const [worst, best] = [values[ranking.at(-1) ?? 0]!, values[ranking[0] ?? 0]!];
    return `${study.metrics[objective]!.name}: ${formatNumber(focus ?? worst, 3)}${focus === null ? "" : " or worse"} to ${formatNumber(best, 3)}`;
  }

  /** How good trials are, from 0 to 1 along the axis of the objective, so that a long bad tail does not flatten the rest. */
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

  #collect(x: Axis, y: Axis, share: (trial: number) => number): FieldPoint[] {
    const { study, objective } = this.store;
    const [va, vb] = this.#pair.map(p => study.parameter(p));
    const points: FieldPoint[] = [];
    for (const trial of study.ranking(objective)) {
      if (this.store.isSelected(trial) && this.#at(trial) !== null) {
        points.push({ x: x.share(x.place(va![trial]!)), y: y.share(y.place(vb![trial]!)), value: share(trial) });
      }
    }
    return points;
  }

  #drawTrials(context: CanvasRenderingContext2D, share: (trial: number) => number): void {
    const { store } = this;
    const { study, objective } = store;
    const colours = palette();
    const radius = markRadius(study.count);
    const out = new MarkPath(radius * 0.8);
    const failed = new MarkPath(study.count > 2500 ? 2 : 4);
    const byColour = new Map<string, MarkPath>();
    const ranks = study.ranks(objective);
    this.#points.clear();
    for (let trial = 0; trial < study.count; trial++) {
      const at = this.#at(trial);
      if (at === null) {
        continue;
      }
      const isSelected = store.isSelected(trial);
      if (study.state(trial) === "F" && isSelected) {
        failed.cross(...at);
      } else if (ranks[trial]! < 0) {
        continue;
      } else if (!isSelected) {
        out.disc(...at);
      } else {
        const colour = rampColour(colours, share(trial));
        const path = byColour.get(colour) ?? new MarkPath(radius, study.count > 2500);
        path.disc(...at);
        byColour.set(colour, path);
      }
      this.#points.add(...at, trial);
    }
    // A rim keeps marks apart from a ground of the same ramp; many marks have none, and a fixed order from worse to better.
    out.fill(context, colours.out, 0.8);
    for (const [colour, path] of byColour) {
      path.stroke(context, colours.card, 1.6);
      path.fill(context, colour);
    }
    if (study.count <= 2500) {
      failed.stroke(context, colours.card, 3.4);
    }
    failed.stroke(context, colours.failed, study.count > 2500 ? 1 : 1.8);
    const best = study.best(objective);
    const at = best === null ? null : this.#at(best);
    if (at !== null) {
      this.#surface.front.append(svg("path", { class: "best-diamond", d: diamond(at[0], at[1], 6.5) }));
    }
  }
}

function kernelWidth(axis: Axis): number {
  const { slots } = axis.domain;
  return slots === null ? width : 0.42 / Math.max(slots.length, 1);
}

export const contour: ViewDefinition = {
  name: "contour",
  title: "Two parameters together",
  section: "parameters",
  order: 30,
  columns: 6,
  applies: (study, store) => study.parameters.length > 1 && study.ranking(store.objective).length > 0,
  create: (host, store) => new Contour(host, store),
};
