import "../style/pareto.css";
import { html, svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { Brush } from "../plots/brush";
import { metricDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { ringTrials } from "../plots/highlight";
import { type Mark, diamond, drawMarks } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { palette } from "../style/palette";
import { formatNumber } from "../text/numbers";
import { frontOfPair } from "./pareto-front";

const height = 360;
const margin = { left: 58, top: 24, bottom: 46, right: 14 };

/** Two objectives against each other: what one costs in the other. */
class Pareto implements View {
  readonly #surface: Surface;
  readonly #brushes: readonly [Brush, Brush];
  readonly #choices: readonly [HTMLSelectElement, HTMLSelectElement];
  readonly #points = new PointSet();
  #pair: [number, number];
  #at: (trial: number) => readonly [number, number] | null = () => null;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    const { study } = store;
    this.#pair = [study.objectives[0] ?? 0, study.objectives[1] ?? 1];
    host.how("No trial beats one of the front in every objective. Drag along an axis to limit it.");
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    const isIn = (trial: number) => store.isSelected(trial);
    const onClick = attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y, t => isIn(t) && this.#isOnFront(t)));
    const brush = (isVertical: boolean) => new Brush({ surface: this.#surface, store, owner: this, isVertical, label: isVertical ? "Objective upwards" : "Objective across", onClick });
    this.#brushes = [brush(false), brush(true)];
    attachWalker(this.#surface, store, "Front", () => this.#line().filter(isIn));
    this.#choices = [this.#choice("Across", 0), this.#choice("Up", 1)];
  }

  update(changes: ReadonlySet<Change>): void {
    const surface = this.#surface;
    if (!surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    ringTrials(surface, this.store, this.#at);
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #choice(label: string, at: 0 | 1): HTMLSelectElement {
    const { study } = this.store;
    const select = html("select", { "aria-label": `${label}: metric` }, ...study.metrics.map((m, i) => html("option", { value: i, selected: i === this.#pair[at] }, m.name)));
    select.addEventListener("change", () => {
      const chosen = Number(select.value);
      // The same metric on both axes shows nothing: the axes swap.
      if (chosen === this.#pair[1 - at]) {
        this.#pair = [this.#pair[1], this.#pair[0]];
      } else {
        this.#pair[at] = chosen;
      }
      this.#choices.forEach((c, i) => (c.value = String(this.#pair[i])));
      this.host.invalidate("objective");
    });
    if (study.metrics.length > 2) {
      this.host.tools.append(html("label", { class: "choice" }, `${label} `, select));
    }
    return select;
  }

  #isOnFront(trial: number): boolean {
    return this.store.study.data.front.includes(trial);
  }

  #line(): readonly number[] {
    return frontOfPair(this.store.study, this.store.study.data.front, ...this.#pair);
  }

  #draw(): void {
    const { store, host } = this;
    const { study } = store;
    const surface = this.#surface;
    const context = surface.begin();
    const [a, b] = this.#pair;
    const right = surface.width - margin.right;
    const bottom = height - margin.bottom;
    const x = new Axis(metricDomain(study, a), margin.left, right);
    const y = new Axis(metricDomain(study, b), bottom, margin.top);
    const [across, up] = [study.metric(a), study.metric(b)];
    this.#at = trial => (Number.isNaN(across[trial]!) || Number.isNaN(up[trial]!) ? null : [x.place(across[trial]!), y.place(up[trial]!)]);
    drawLeftAxis(surface, y, margin.left, right, { title: `${study.metrics[b]!.name} ${goodWay(study.sign(b), true)}` });
    drawBottomAxis(surface, x, bottom, { title: `${study.metrics[a]!.name} ${goodWay(study.sign(a), false)}`, grid: margin.top });
    drawMarks(context, palette(), this.#marks(), study.count);
    const line = this.#line();
    this.#drawLine(line, x, y);
    this.#brushes[0].place(x, [bottom, bottom + 22]);
    this.#brushes[1].place(y, [0, margin.left]);
    const has = (letter: "I" | "P") => study.countOf(letter) > 0;
    host.legend([
      { mark: "best", text: `the front, ${study.data.front.length}` }, { mark: "completed", text: "beaten by another" },
      ...(has("I") ? [{ mark: "infeasible", text: "breaks a constraint" } as const] : []),
      ...(has("P") ? [{ mark: "pruned", text: "pruned" } as const] : []),
    ]);
    const hidden = study.data.front.filter(t => !line.includes(t)).length;
    host.note(hidden > 0 && study.objectives.length > 2 ? `${hidden} of the front are beaten in these two and lead in another objective.` : null);
    surface.describe(`${study.metrics[a]!.name} against ${study.metrics[b]!.name}: ${study.data.front.length} trials on the front`
      + (line.length === 0 ? "." : `, from ${this.#words(line[0]!)} to ${this.#words(line.at(-1)!)}.`));
  }

  *#marks(): Iterable<Mark> {
    const { study } = this.store;
    this.#points.clear();
    for (let trial = 0; trial < study.count; trial++) {
      const at = this.#at(trial);
      if (at !== null) {
        this.#points.add(at[0], at[1], trial);
        yield { x: at[0], y: at[1], state: study.state(trial), isSelected: this.store.isSelected(trial) };
      }
    }
  }

  /** Steps: a point between two of the front would have to be worse than both in something. */
  #drawLine(line: readonly number[], x: Axis, y: Axis): void {
    const { front } = this.#surface;
    const corners = line.map(t => this.#at(t)!);
    if (corners.length > 1) {
      front.append(svg("path", { class: "front-line", d: corners.map(([cx, cy], i) => (i === 0 ? `M${cx},${cy}` : `V${cy}H${cx}`)).join("") }));
    }
    const { study } = this.store;
    for (const trial of study.data.front.slice(0, 400)) {
      const at = this.#at(trial);
      if (at !== null) {
        const kind = this.store.isSelected(trial) ? "best-diamond" : "out-diamond";
        front.append(svg("path", { class: kind, d: diamond(at[0], at[1], trial === study.data.best ? 7 : 4.5) }));
      }
    }
    const best = study.data.best;
    const at = best === null ? null : this.#at(best);
    if (at !== null) {
      const isLeft = at[0] > (x.low + x.high) * 0.7;
      front.append(svg("text", { class: "line-label best-label", x: at[0] + (isLeft ? -10 : 10), y: Math.max(y.to + 8, at[1] - 8), "text-anchor": isLeft ? "end" : "start" }, `trial ${best}`));
    }
  }

  #words(trial: number): string {
    const { study } = this.store;
    return this.#pair.map(m => `${study.metrics[m]!.name} ${formatNumber(study.metric(m)[trial]!)}`).join(" with ");
  }
}

function goodWay(sign: 1 | -1, isVertical: boolean): string {
  return (sign > 0) === isVertical ? (isVertical ? "(better upwards)" : "(better to the left)") : isVertical ? "(better downwards)" : "(better to the right)";
}

export const pareto: ViewDefinition = {
  name: "pareto",
  title: "Pareto front",
  section: "overview",
  order: 5,
  columns: 8,
  applies: study => study.objectives.length < 2 ? false : study.data.front.length > 0 ? true : "No trial has completed with all objectives.",
  create: (host, store) => new Pareto(host, store),
};
