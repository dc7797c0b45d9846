import type { ReportsData } from "../data";
import type { Store } from "../state/store";
import { extent, quantile } from "../study/statistics";

export interface Curve {
  readonly trial: number;
  readonly steps: readonly number[];
  readonly values: readonly number[];
}

/** The intermediate values of trials, without the steps that have none. */
export function curvesOf(store: Store): Curve[] {
  const { study } = store;
  return Object.entries(study.data.trials.reports).flatMap(([key, reports]) => {
    const trial = Number(key);
    const curve = clean(trial, reports);
    return trial < study.count && curve.steps.length > 0 ? [curve] : [];
  });
}

function clean(trial: number, { steps, values }: ReportsData): Curve {
  const kept = values.flatMap((v, i) => (v === null || steps[i] === undefined ? [] : [i]));
  return { trial, steps: kept.map(i => steps[i]!), values: kept.map(i => values[i]!) };
}

/**
 * The range of values to show: what happens among good trials, down to the lower quartile of where pruned ones ended. First steps of all
 * trials are far worse, and would flatten the rest.
 */
export function valueRange(store: Store, curves: readonly Curve[]): readonly [number, number] {
  const { study, objective } = store;
  const isUp = study.sign(objective) > 0;
  const all = extent(curves.flatMap(c => c.values)) ?? [0, 1];
  if (store.scale !== "focus") {
    return all;
  }
  const ends = (state: string) => curves.filter(c => study.state(c.trial) === state).map(c => c.values.at(-1)!).sort((a, b) => a - b);
  const [pruned, completed] = [ends("P"), ends("C")];
  const cut = pruned.length >= 4 ? quantile(pruned, isUp ? 0.25 : 0.75) : completed.length >= 8 ? quantile(completed, isUp ? 0.1 : 0.9) : null;
  if (cut === null) {
    return all;
  }
  return isUp ? [Math.min(cut, all[1]), all[1]] : [all[0], Math.max(cut, all[0])];
}

/** At most so many curves: those that ended best, and an even sample of the others. */
export function sampleCurves(curves: readonly Curve[], most: number, ranks: Int32Array): Curve[] {
  if (curves.length <= most) {
    return [...curves];
  }
  const order = [...curves].sort((a, b) => (ranks[a.trial]! < 0 ? 1e9 : ranks[a.trial]!) - (ranks[b.trial]! < 0 ? 1e9 : ranks[b.trial]!));
  const best = order.slice(0, Math.floor(most / 2));
  const rest = order.slice(best.length);
  return [...best, ...Array.from({ length: most - best.length }, (_, i) => rest[Math.floor((i * rest.length) / (most - best.length))]!)];
}
