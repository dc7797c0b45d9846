import { html, name, svg } from "../dom";
import { Axis } from "../plots/axis";
import { Brush } from "../plots/brush";
import { objectiveDomain, parameterDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { ringTrials } from "../plots/highlight";
import { type Mark, diamond, drawMarks, triangle } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Store } from "../state/store";
import { spreadAcross, spreadUp } from "../study/statistics";
import { formatPercent } from "../text/numbers";
import { palette } from "../style/palette";
import { medianLine, medianPath } from "./slice-median";

const height = 168;
const margin = { left: 46, top: 12, right: 10, bottom: 24 };

/** The objective over one parameter. */
export class SliceCell {
  readonly element: HTMLElement;
  readonly #surface: Surface;
  readonly #brush: Brush;
  readonly #points = new PointSet();
  readonly #title = html("h4", { class: "slice-title" });
  #at: (trial: number) => readonly [number, number] | null = () => null;

  constructor(private readonly store: Store, readonly parameter: number, owner: object, onResize: () => void) {
    // Other views lead to a parameter's slice by this id.
    this.element = html("div", { class: "slice", id: `slice-${parameter}` }, this.#title);
    this.#surface = new Surface(this.element, height, onResize);
    const label = store.study.parameters[parameter]!.name;
    const isIn = (trial: number) => store.isSelected(trial);
    const onClick = attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y, isIn));
    this.#brush = new Brush({ surface: this.#surface, store, owner, isVertical: false, label, onClick });
    attachWalker(this.#surface, store, label, () => this.#order());
  }

  get isDragging(): boolean {
    return this.#brush.isDragging;
  }

  get isReady(): boolean {
    return this.#surface.isReady;
  }

  draw(): void {
    const { store, parameter } = this;
    const { study, objective } = store;
    const surface = this.#surface;
    const context = surface.begin();
    const right = surface.width - margin.right;
    const bottom = height - margin.bottom;
    const x = new Axis(parameterDomain(study, parameter), margin.left + 6, right - 4);
    const y = new Axis(objectiveDomain(store), bottom - 6, margin.top);
    const values = study.parameter(parameter);
    const results = study.metric(objective);
    const ranks = study.ranks(objective);
    this.#at = trial => {
      const isDrawn = ranks[trial] !== undefined && ranks[trial]! >= 0 && !Number.isNaN(values[trial]!);
      return isDrawn ? [x.place(values[trial]!, spreadAcross(trial)), y.place(results[trial]!, spreadUp(trial))] : null;
    };
    drawLeftAxis(surface, y, margin.left, right);
    drawBottomAxis(surface, x, bottom);
    drawMarks(context, palette(), this.#marks(), study.ranking(objective).length);
    this.#drawMedian(x);
    this.#drawSpecial(x, bottom);
    this.#drawTitle();
    this.#brush.place(x, [margin.top - 8, bottom]);
    surface.describe(this.#summary());
  }

  highlight(): void {
    ringTrials(this.#surface, this.store, this.#at);
  }

  dispose(): void {
    this.#surface.dispose();
    this.element.remove();
  }

  *#marks(): Iterable<Mark> {
    const { study, objective } = this.store;
    this.#points.clear();
    for (const trial of study.ranking(objective)) {
      const at = this.#at(trial);
      if (at !== null) {
        this.#points.add(at[0], at[1], trial);
        yield { x: at[0], y: at[1], state: "C", isSelected: this.store.isSelected(trial) };
      }
    }
  }

  #drawMedian(x: Axis): void {
    const across: number[] = [];
    const up: number[] = [];
    const { x: px, y: py, trial } = this.#points;
    for (let i = 0; i < trial.length; i++) {
      if (this.store.isSelected(trial[i]!)) {
        across.push(px[i]!);
        up.push(py[i]!);
      }
    }
    const path = medianPath(medianLine(x, across, up));
    this.#surface.front.append(svg("path", { class: "median-halo", d: path }), svg("path", { class: "median-line", d: path }));
  }

  #drawSpecial(x: Axis, bottom: number): void {
    const { study, objective } = this.store;
    const initial = study.parameters[this.parameter]!.initial;
    if (initial !== null) {
      this.#surface.front.append(svg("path", { class: "default-triangle", d: triangle(x.place(initial), bottom - 5) }));
    }
    const best = study.best(objective);
    const at = best === null ? null : this.#at(best);
    if (at !== null) {
      this.#surface.front.append(svg("path", { class: "best-diamond", d: diamond(at[0], at[1]) }));
    }
  }

  #drawTitle(): void {
    const { study, objective } = this.store;
    const data = study.parameters[this.parameter]!;
    const row = study.importance(objective)?.rows.find(r => r.parameter === this.parameter);
    const words = [...(row === undefined ? [] : [`${formatPercent(row.share)} importance`]), ...(data.condition === "" ? [] : [`if ${data.condition}`])];
    this.#title.replaceChildren(html("span", { class: "slice-name", title: data.name }, name(data.name)), html("span", { class: "slice-words", title: words.join(", ") }, name(words.at(-1) ?? "")));
  }

  #order(): number[] {
    const { x, trial } = this.#points;
    return trial.map((_, i) => i).filter(i => this.store.isSelected(trial[i]!)).sort((a, b) => x[a]! - x[b]!).map(i => trial[i]!);
  }

  #summary(): string {
    const { study, objective } = this.store;
    const data = study.parameters[this.parameter]!;
    const selected = this.#points.trial.filter(i => this.store.isSelected(i)).length;
    const best = study.best(objective);
    const value = best === null ? NaN : study.parameter(this.parameter)[best]!;
    return `${study.metrics[objective]!.name} over ${data.name}, ${data.range}: ${selected} trials` +
      (best === null ? "." : `; the best has ${parameterDomain(study, this.parameter).format(value)}.`);
  }
}
