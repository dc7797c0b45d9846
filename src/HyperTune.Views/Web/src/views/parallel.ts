import "../style/parallel.css";
import { button, html, name, svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { Brush } from "../plots/brush";
import { type Domain, objectiveDomain, parameterDomain } from "../plots/domain";
import { drawParallelAxis } from "../plots/draw-parallel-axis";
import { attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import { type LimitKey, valuesOf } from "../state/filter";
import type { Change, Store } from "../state/store";
import { count, group } from "../text/numbers";
import { palette, rampColour } from "../style/palette";
import { type LineSample, ParallelLines, sampleLines } from "./parallel-lines";

const height = 400;
const [top, bottom] = [50, height - 14];
/** Axes nearer than that cannot carry their numbers. */
const leastGap = 62;

/** All parameters at once: a line a trial, the objective first, then parameters by importance so that strong relations are adjacent. */
class Parallel implements View {
  readonly #surface: Surface;
  readonly #chips = html("div", { class: "axis-chips", role: "group", "aria-label": "Axes" });
  readonly #brushes = new Map<LimitKey, Brush>();
  /** What the reader switched on and off; everything else is by default. */
  readonly #chosen = new Map<number, boolean>();
  readonly #onClick: (event: PointerEvent) => boolean;
  #lines: ParallelLines | null = null;
  #sample: LineSample | null = null;
  #axes: readonly Axis[] = [];

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("One line a trial, the objective on the left, then parameters by importance. Lines that share a value fan out, the better above. " +
      "Drag along an axis to limit it; click the box to release it.");
    host.body.append(this.#chips);
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    this.#onClick = attachPointer(this.#surface, store, (x, y) => this.#find(x, y));
    attachWalker(this.#surface, store, "Parallel coordinates", () => [...(this.#sample?.ranked ?? [])].reverse());
  }

  update(changes: ReadonlySet<Change>): void {
    if (!this.#surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      const isLayout = ["data", "objective", "theme", "size"].some(c => changes.has(c as Change)) || this.#lines === null;
      if (isLayout) {
        this.#layOut();
      }
      this.#draw();
    }
    this.#highlight();
  }

  dispose(): void {
    this.#surface.dispose();
  }

  /** Axes, titles, handles: what does not change while a limit is dragged. */
  #layOut(): void {
    const { store } = this;
    const surface = this.#surface;
    surface.begin();
    const { parameters, most } = this.#shown();
    const domains: Domain[] = [objectiveDomain(store), ...parameters.map(p => parameterDomain(store.study, p))];
    const [left, right] = [58, surface.width - 58];
    const x = domains.map((_, i) => left + (domains.length === 1 ? 0 : (i * (right - left)) / (domains.length - 1)));
    // The better end of the objective is above, as the better lines are where many share a value.
    const isUp = store.study.sign(store.objective) > 0;
    this.#axes = domains.map((d, i) => (i > 0 || isUp ? new Axis(d, bottom, top, { absent: "low" }) : new Axis(d, top, bottom, { absent: "high" })));
    this.#lines = new ParallelLines(store, this.#axes, x, domains.map(d => valuesOf(store.study, d.key!)!), store.objective);
    const gap = x.length > 1 ? x[1]! - x[0]! : 120;
    this.#axes.forEach((axis, i) => drawParallelAxis(surface, axis, x[i]!, gap, i === 0));
    this.#placeBrushes(x);
    this.#drawChips(parameters, most);
    const hasRanked = store.study.ranking(store.objective).length > 0;
    this.host.legend([
      ...(hasRanked ? [{ mark: "ramp", text: "worse to better" } as const] : []),
      ...(store.study.ranking(store.objective).length < store.study.count ? [{ mark: "out-line", text: "pruned or without a value" } as const] : []),
      ...(hasRanked ? [{ mark: "best-line", text: "best" } as const] : []),
    ]);
    surface.describe(`Parallel coordinates of ${count(store.study.count, "trial")} over ${domains.map(d => d.title).join(", ")}.`);
  }

  #placeBrushes(x: readonly number[]): void {
    const keys = new Set(this.#axes.map(a => a.domain.key!));
    for (const [key, brush] of this.#brushes) {
      if (!keys.has(key)) {
        brush.dispose();
        this.#brushes.delete(key);
      }
    }
    this.#axes.forEach((axis, i) => {
      const key = axis.domain.key!;
      let brush = this.#brushes.get(key);
      if (brush === undefined) {
        brush = new Brush({
          surface: this.#surface, store: this.store, owner: this, isVertical: true, label: axis.domain.title, onClick: this.#onClick, isReleasedFirst: true,
        });
        this.#brushes.set(key, brush);
      }
      brush.place(axis, [x[i]! - 9, x[i]! + 9]);
    });
  }

  /** The axes that are shown: by default what always exists and the two conditional ones that matter most, as far as there is room. */
  #shown(): { readonly parameters: number[]; readonly most: number } {
    const { study, objective } = this.store;
    const most = Math.max(2, Math.floor((this.#surface.width - 116) / leastGap));
    const order = study.byImportance(objective);
    const byDefault = new Set<number>();
    if (this.host.focus.length > 0) {
      this.host.focus.forEach(p => byDefault.add(p));
    } else {
      let conditional = 0;
      for (const p of order) {
        if (!study.isFixed(p) && (study.parameters[p]!.condition === "" || conditional++ < 2)) {
          byDefault.add(p);
        }
      }
    }
    const wanted = order.filter(p => this.#chosen.get(p) ?? byDefault.has(p));
    // What the reader asked for goes before what is there by default.
    const kept = new Set([...wanted.filter(p => this.#chosen.has(p)), ...wanted.filter(p => !this.#chosen.has(p))].slice(0, most));
    return { parameters: order.filter(p => kept.has(p)), most };
  }

  #drawChips(parameters: readonly number[], most: number): void {
    const { study, objective } = this.store;
    const focused = document.activeElement;
    const at = focused === null ? -1 : [...this.#chips.children].indexOf(focused);
    const isFull = parameters.length >= most;
    this.#chips.replaceChildren(...study.byImportance(objective).map(p => {
      const isOn = parameters.includes(p);
      const made = button("", () => {
        this.#chosen.set(p, !isOn);
        this.host.invalidate("size");
      }, { "aria-pressed": String(isOn), disabled: !isOn && isFull, title: isOn ? "Take this axis away" : isFull ? "No room for more axes" : "Add this axis" });
      made.append(name(study.parameters[p]!.name));
      return made;
    }));
    (this.#chips.children[at] as HTMLElement | undefined)?.focus({ preventScroll: true });
  }

  #draw(): void {
    const { store } = this;
    const { study, objective } = store;
    const lines = this.#lines!;
    const colours = palette();
    const context = this.#surface.clearCanvas();
    const sample = sampleLines(store, objective);
    this.#sample = sample;
    const stroke = (trials: readonly number[], colour: string, width: number, opacity: number) => {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.globalAlpha = opacity;
      for (const trial of trials) {
        context.beginPath();
        lines.trace(context, trial);
        context.stroke();
      }
      context.globalAlpha = 1;
    };
    stroke(sample.out, colours.out, 1, 0.6);
    stroke(sample.unranked, colours.pruned, 1, 0.3);
    const axis = this.#axes[0]!;
    const values = study.metric(objective);
    const isUp = study.sign(objective) > 0;
    const isMany = sample.ranked.length > 250;
    for (const trial of sample.ranked) {
      const along = axis.share(axis.place(values[trial]!));
      const share = isUp ? along : 1 - along;
      stroke([trial], rampColour(colours, 0.12 + 0.88 * share), 1 + 0.4 * share, isMany ? 0.3 + 0.4 * share : 0.5 + 0.4 * share);
    }
    const best = study.best(objective);
    if (best !== null && store.isSelected(best)) {
      stroke([best], colours.best, 2.6, 1);
    }
    this.#brushes.forEach(b => b.refresh());
    const drawn = sample.out.length + sample.unranked.length + sample.ranked.length;
    this.host.note(sample.isAll ? null : `${group(drawn)} of ${count(study.count, "trial")} are drawn: the best of the selected ones, and an even sample of the others.`);
  }

  #find(x: number, y: number): number | null {
    const { ranked = [], unranked = [] } = this.#sample ?? {};
    return this.#lines?.nearest(ranked, x, y) ?? this.#lines?.nearest(unranked, x, y) ?? null;
  }

  #highlight(): void {
    const { store } = this;
    const { highlights } = this.#surface;
    const lines = this.#lines;
    highlights.replaceChildren();
    for (const trial of new Set([store.opened, store.hovered])) {
      if (trial !== null && lines !== null && trial < store.study.count) {
        highlights.append(
          svg("path", { class: "highlight-halo", d: lines.path(trial) }),
          svg("path", { class: "highlight-line", d: lines.path(trial) }),
          ...lines.x.map((x, a) => svg("circle", { class: "highlight-dot", cx: x, cy: lines.y(trial, a), r: 3.5 })));
      }
    }
  }
}

export const parallel: ViewDefinition = {
  name: "parallel",
  title: "All parameters at once",
  section: "parameters",
  order: 10,
  columns: 12,
  applies: study => study.parameters.length > 0 && study.objectives.length > 0 && study.count > 0,
  create: (host, store) => new Parallel(host, store),
};
