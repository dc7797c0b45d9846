import "../style/pareto.css";
import { svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { numberDomain, trialDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { Surface } from "../plots/surface";
import type { Change, Store } from "../state/store";
import { formatNumber } from "../text/numbers";

const height = 360;
const margin = { left: 52, top: 24, bottom: 46, right: 14 };

/** How the volume that the front dominates grew: whether more trials still widen it. */
class Hypervolume implements View {
  readonly #surface: Surface;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("The part of the objectives' space that the front beats. A flat end: more trials find little.");
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
  }

  update(changes: ReadonlySet<Change>): void {
    const surface = this.#surface;
    const { study } = this.store;
    const { hypervolume } = study.data;
    if (isHoverOnly(changes) || !surface.isReady || hypervolume === null) {
      return;
    }
    surface.begin();
    const { values, reference, isGiven } = hypervolume;
    const bottom = height - margin.bottom;
    const right = surface.width - margin.right;
    const most = values.reduce((a, b) => Math.max(a, b), 0);
    const x = new Axis(trialDomain(study), margin.left, right);
    const y = new Axis(numberDomain("Hypervolume", 0, most * 1.05 || 1), bottom, margin.top);
    drawLeftAxis(surface, y, margin.left, right, { title: "Hypervolume" });
    drawBottomAxis(surface, x, bottom, { title: "Trial" });
    const path = steps(values, x, y);
    if (path !== "") {
      surface.back.append(svg("path", { class: "hypervolume-area", d: `${path}V${bottom}H${x.place(0)}Z` }));
      surface.front.append(svg("path", { class: "hypervolume-line", d: path }));
    }
    const point = reference.map((r, i) => `${study.metrics[study.objectives[i] ?? -1]?.name ?? "objective"} ${formatNumber(r)}`).join(", ");
    this.host.note(`Up to the ${isGiven ? "given reference" : "reference derived from the trials"}: ${point}.`);
    const last = values.at(-1) ?? 0;
    const since = values.findIndex(v => v >= last * 0.99);
    surface.describe(`Hypervolume by trial, ${formatNumber(last)} at the end; 99 % of it since trial ${since}.`);
  }

  dispose(): void {
    this.#surface.dispose();
  }
}

/** Only where it grows: a study may have many trials that change nothing. */
function steps(values: readonly number[], x: Axis, y: Axis): string {
  let path = "";
  let last = NaN;
  values.forEach((value, trial) => {
    if (value !== last) {
      const [px, py] = [x.place(trial).toFixed(1), y.place(value).toFixed(1)];
      path += path === "" ? `M${px},${py}` : `H${px}V${py}`;
      last = value;
    }
  });
  return path === "" ? "" : `${path}H${x.place(values.length - 1).toFixed(1)}`;
}

export const hypervolume: ViewDefinition = {
  name: "hypervolume",
  title: "Growth of the front",
  section: "overview",
  order: 6,
  columns: 4,
  applies: study => study.data.hypervolume !== null && study.data.hypervolume.values.some(v => v > 0),
  create: (host, store) => new Hypervolume(host, store),
};
