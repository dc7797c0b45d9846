import "../style/pairwise.css";
import { svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { parameterDomain } from "../plots/domain";
import { shorten } from "../plots/draw-axis";
import { MarkPath, manyTrials, markRadius } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { palette, rampColour } from "../style/palette";
import { focusOf } from "../study/objective-scale";
import { spreadAcross, spreadUp } from "../study/statistics";
import { formatNumber } from "../text/numbers";

const cellHeight = 150;
const gap = 14;
const gapAcross = 26;
const margin = { left: 84, top: 4, bottom: 40 };
const shades = 8;

interface Cell {
  readonly x: Axis;
  readonly y: Axis;
  readonly across: Float64Array;
  readonly up: Float64Array;
}

/** The most important parameters in pairs: whether good values of one depend on another. */
class Pairwise implements View {
  readonly #surface: Surface;
  readonly #points = new PointSet();
  #cells: readonly Cell[] = [];

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("Completed trials; darker is better. A slanted dark cloud says that two parameters must be chosen together.");
    this.#surface = new Surface(host.body, 4 * (cellHeight + gap) + margin.top + margin.bottom, () => host.invalidate("size"));
    const isIn = (trial: number) => store.isSelected(trial);
    attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y, isIn));
    attachWalker(this.#surface, store, "Pairs", () => [...store.study.ranking(store.objective)].filter(isIn));
  }

  update(changes: ReadonlySet<Change>): void {
    if (!this.#surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    this.#mark();
  }

  dispose(): void {
    this.#surface.dispose();
  }

  get #chosen(): readonly number[] {
    const { study, objective } = this.store;
    const { focus } = this.host;
    const all = focus.length >= 2 ? focus : study.byImportance(objective).filter(p => [...study.ranking(objective)].some(t => !Number.isNaN(study.parameter(p)[t]!)));
    return all.slice(0, this.#surface.width < 700 ? 4 : 5);
  }

  #draw(): void {
    const { store } = this;
    const { study } = store;
    const surface = this.#surface;
    const chosen = this.#chosen;
    const n = chosen.length - 1;
    surface.height = margin.top + n * (cellHeight + gap) + margin.bottom;
    const context = surface.begin();
    const width = (surface.width - margin.left - 14 - (n - 1) * gapAcross) / n;
    const cells: Cell[] = [];
    for (let row = 1; row <= n; row++) {
      const top = margin.top + (row - 1) * (cellHeight + gap);
      const y = new Axis(parameterDomain(study, chosen[row]!), top + cellHeight, top);
      for (let column = 0; column < row; column++) {
        const left = margin.left + column * (width + gapAcross);
        const x = new Axis(parameterDomain(study, chosen[column]!), left, left + width);
        cells.push({ x, y, across: study.parameter(chosen[column]!), up: study.parameter(chosen[row]!) });
        surface.back.append(svg("rect", { class: "pair-frame", x: left - 4, y: top - 4, width: width + 8, height: cellHeight + 8, rx: 3 }));
        if (row === n) {
          this.#label(x, left, top + cellHeight, width);
        }
      }
      this.#labelRow(y, top);
    }
    this.#cells = cells;
    this.#drawMarks(context);
    this.host.legend([{ mark: "ramp", text: "worse to better" }]);
    const best = study.best(store.objective);
    surface.describe(`Pairs of ${chosen.map(p => study.parameters[p]!.name).join(", ")}, ${study.ranking(store.objective).length} completed trials`
      + (best === null ? "." : `; the best has ${study.metrics[store.objective]!.name} ${formatNumber(study.metric(store.objective)[best]!)}.`));
  }

  #label(x: Axis, left: number, bottom: number, width: number): void {
    const ticks = x.ticks(x.domain.slots === null ? 50 : Math.min(x.slot, 50));
    // Slots of a narrow cell have no room for a label each.
    const every = x.domain.slots === null ? 1 : Math.max(1, Math.ceil(34 / x.slot));
    for (const tick of ticks.filter((_, i) => i % every === 0)) {
      this.#surface.front.append(svg("text", { class: "tick-label", x: tick.at, y: bottom + 18, "text-anchor": "middle" }, shorten(tick.text, Math.max(40, x.slot))));
    }
    this.#surface.front.append(svg("text", { class: "axis-title", x: left + width / 2, y: bottom + 36, "text-anchor": "middle" }, shorten(x.domain.title, width)));
  }

  #labelRow(y: Axis, top: number): void {
    for (const tick of y.ticks(y.domain.slots === null ? 24 : Math.min(y.slot, 24))) {
      this.#surface.front.append(svg("text", { class: "tick-label", x: margin.left - 8, y: tick.at + 4, "text-anchor": "end" }, shorten(tick.text, margin.left - 22)));
    }
    this.#surface.front.append(svg("text", {
      class: "axis-title", x: 10, y: top + cellHeight / 2, "text-anchor": "middle", transform: `rotate(-90 10 ${top + cellHeight / 2})`,
    }, shorten(y.domain.title, cellHeight)));
  }

  /** From worst to best, so that good ones lie on top; a path a shade keeps many trials quick. */
  #drawMarks(context: CanvasRenderingContext2D): void {
    const { store } = this;
    const { study, objective } = store;
    const colours = palette();
    const ranking = study.ranking(objective);
    const values = study.metric(objective);
    const best = values[ranking[0] ?? -1] ?? NaN;
    const edge = focusOf(study, objective) ?? values[ranking.at(-1) ?? -1] ?? NaN;
    const radius = markRadius(study.count) * 0.9;
    const make = () => new MarkPath(radius, study.count >= manyTrials);
    const out = make();
    const paths = Array.from({ length: shades }, make);
    this.#points.clear();
    for (const trial of ranking) {
      const share = best === edge ? 1 : Math.max(0, (values[trial]! - edge) / (best - edge));
      const path = store.isSelected(trial) ? paths[Math.min(shades - 1, Math.floor(share * shades))]! : out;
      for (const { x, y, across, up } of this.#cells) {
        const [a, b] = [x.place(across[trial]!, spreadAcross(trial)), y.place(up[trial]!, spreadUp(trial))];
        if (!Number.isNaN(a) && !Number.isNaN(b)) {
          path.disc(a, b);
          this.#points.add(a, b, trial);
        }
      }
    }
    out.fill(context, colours.out);
    paths.forEach((path, i) => path.fill(context, rampColour(colours, (i + 0.5) / shades), 0.9));
  }

  /** A trial is ringed in every cell. */
  #mark(): void {
    const { opened, hovered } = this.store;
    this.#surface.highlights.replaceChildren();
    for (const [trial, kind] of [[opened, "ring is-open"], [hovered, "ring"]] as const) {
      for (const { x, y, across, up } of trial === null ? [] : this.#cells) {
        const [a, b] = [x.place(across[trial!]!, spreadAcross(trial!)), y.place(up[trial!]!, spreadUp(trial!))];
        if (!Number.isNaN(a) && !Number.isNaN(b)) {
          this.#surface.highlights.append(svg("circle", { class: kind, cx: a, cy: b, r: 5 }));
        }
      }
    }
  }
}

export const pairwise: ViewDefinition = {
  name: "pairwise",
  title: "Parameters in pairs",
  section: "parameters",
  order: 50,
  columns: 12,
  applies: (study, store) => study.parameters.length > 1 && study.ranking(store.objective).length >= 8,
  create: (host, store) => new Pairwise(host, store),
};
