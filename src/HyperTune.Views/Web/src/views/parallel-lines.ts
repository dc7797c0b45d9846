import type { Axis } from "../plots/axis";
import type { Store } from "../state/store";
import { spreadUp } from "../study/statistics";

/** One trial's pixels along the axes of parallel coordinates. */
export class ParallelLines {
  /** Row by row: the y of a trial at each axis. */
  readonly #y: Float32Array;
  readonly x: readonly number[];

  constructor(store: Store, axes: readonly Axis[], x: readonly number[], values: readonly Float64Array[], objective: number) {
    const { study } = store;
    const ranks = study.ranks(objective);
    const n = Math.max(study.ranking(objective).length, 1);
    this.x = x;
    this.#y = new Float32Array(study.count * axes.length);
    // Lines that share a value fan out, the better ones above; trials without a rank lie lower.
    for (let trial = 0; trial < study.count; trial++) {
      const rank = ranks[trial]!;
      const spread = rank < 0 ? 0.4 * spreadUp(trial) : 1 - 0.95 * (rank / n);
      for (let a = 0; a < axes.length; a++) {
        this.#y[trial * axes.length + a] = axes[a]!.place(values[a]![trial]!, spread);
      }
    }
  }

  y(trial: number, axis: number): number {
    return this.#y[trial * this.x.length + axis]!;
  }

  /** Draws a trial into a path: curves that are flat at the axes, so that a line can be followed across. */
  trace(path: { moveTo(x: number, y: number): void; bezierCurveTo(a: number, b: number, c: number, d: number, e: number, f: number): void }, trial: number): void {
    const { x } = this;
    let [fromX, fromY] = [x[0]!, this.y(trial, 0)];
    path.moveTo(fromX, fromY);
    for (let a = 1; a < x.length; a++) {
      const toX = x[a]!;
      const toY = this.y(trial, a);
      const middle = (fromX + toX) / 2;
      path.bezierCurveTo(middle, fromY, middle, toY, toX, toY);
      [fromX, fromY] = [toX, toY];
    }
  }

  /** The same for SVG. */
  path(trial: number): string {
    let text = "";
    this.trace({
      moveTo: (x, y) => (text = `M${x.toFixed(1)},${y.toFixed(1)}`),
      bezierCurveTo: (a, b, c, d, e, f) => (text += `C${[a, b, c, d, e, f].map(v => v.toFixed(1)).join(" ")}`),
    }, trial);
    return text;
  }

  /** Which of some trials' lines passes nearest to a place, within a hand's precision. */
  nearest(trials: Iterable<number>, px: number, py: number): number | null {
    const { x } = this;
    const segment = x.findIndex((at, i) => i + 1 < x.length && px >= at && px <= x[i + 1]!);
    if (segment < 0) {
      return null;
    }
    const t = parameterOf((px - x[segment]!) / (x[segment + 1]! - x[segment]!));
    const share = t * t * (3 - 2 * t);
    let best: number | null = null;
    let least = 6;
    for (const trial of trials) {
      const from = this.y(trial, segment);
      const distance = Math.abs(from + (this.y(trial, segment + 1) - from) * share - py);
      // The later of equals lies on top.
      if (distance <= least) {
        least = distance;
        best = trial;
      }
    }
    return best;
  }
}

/** The parameter t of the curve where it has gone a share of its way across: the root of 1.5 t (1 - t) + t^3 = share. */
function parameterOf(share: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t ** 3 < share) {
      low = t;
    } else {
      high = t;
    }
  }
  return (low + high) / 2;
}

export interface LineSample {
  /** Trials that are not selected, those that are without a rank, and those with one from worst to best. */
  readonly out: readonly number[];
  readonly unranked: readonly number[];
  readonly ranked: readonly number[];
  readonly isAll: boolean;
}

/**
 * The lines to draw: all where they are few; else the best 300 that are selected and even samples of the rest. More than some 900
 * lines cannot be told apart, and take long.
 */
export function sampleLines(store: Store, objective: number): LineSample {
  const { study } = store;
  const ranked = [...study.ranking(objective)].filter(i => store.isSelected(i));
  const out: number[] = [];
  const unranked: number[] = [];
  const ranks = study.ranks(objective);
  for (let i = 0; i < study.count; i++) {
    if (!store.isSelected(i)) {
      out.push(i);
    } else if (ranks[i]! < 0) {
      unranked.push(i);
    }
  }
  if (study.count <= 900) {
    return { out, unranked, ranked: ranked.reverse(), isAll: true };
  }
  const kept = [...ranked.slice(0, 300), ...evenly(ranked.slice(300), 200)];
  return { out: evenly(out, 200), unranked: evenly(unranked, 150), ranked: kept.reverse(), isAll: false };
}

function evenly(values: readonly number[], most: number): number[] {
  return values.length <= most ? [...values] : Array.from({ length: most }, (_, i) => values[Math.floor((i * values.length) / most)]!);
}
