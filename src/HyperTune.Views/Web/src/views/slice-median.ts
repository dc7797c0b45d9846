import type { Axis } from "../plots/axis";
import { median } from "../study/statistics";

/** A stretch of the line of medians: pixels across from and to, and the pixel of the median. */
export interface MedianStretch {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

const positions = 26;
/** Fewer than that many near trials have no median worth drawing. */
const leastNear = 5;
const leastInSlot = 3;

/** The median of the trials near each place along an axis; nothing where there are too few. */
export function medianLine(x: Axis, across: readonly number[], up: readonly number[]): MedianStretch[] {
  const made: MedianStretch[] = [];
  const { slots } = x.domain;
  const width = Math.abs(x.high - x.low);
  if (slots !== null) {
    for (const value of slots) {
      const at = x.place(value);
      const near = up.filter((_, i) => Math.abs(across[i]! - at) <= x.slot / 2);
      if (near.length >= leastInSlot) {
        made.push({ from: at - x.slot * 0.38, to: at + x.slot * 0.38, y: median(near) });
      }
    }
    return made;
  }
  const order = across.map((_, i) => i).sort((a, b) => across[a]! - across[b]!);
  const step = width / positions;
  const first = Math.min(x.low, x.high);
  let [begin, end] = [0, 0];
  for (let k = 0; k < positions; k++) {
    const from = first + k * step;
    const [low, high] = [from + step / 2 - width * 0.06, from + step / 2 + width * 0.06];
    while (begin < order.length && across[order[begin]!]! < low) {
      begin++;
    }
    while (end < order.length && across[order[end]!]! <= high) {
      end++;
    }
    // Many near ones are thinned: the median of a few hundred is as good.
    const every = Math.max(1, Math.floor((end - begin) / 400));
    const near: number[] = [];
    for (let i = begin; i < end; i += every) {
      near.push(up[order[i]!]!);
    }
    if (near.length >= leastNear) {
      made.push({ from, to: from + step, y: median(near) });
    }
  }
  return made;
}

/** The stretches as a line with steps, broken where there is none between. */
export function medianPath(stretches: readonly MedianStretch[]): string {
  let path = "";
  let last = NaN;
  for (const { from, to, y } of stretches) {
    path += Math.abs(from - last) < 0.5 ? `V${y.toFixed(1)}H${to.toFixed(1)}` : `M${from.toFixed(1)},${y.toFixed(1)}H${to.toFixed(1)}`;
    last = to;
  }
  return path;
}
