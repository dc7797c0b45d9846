import type { Study } from "../study/study";

/** Fewer completed trials than that at which both exist tell nothing of a pair. */
const leastTrials = 20;

/** The pair to begin with: the two most important parameters that enough trials have together, else the first two. */
export function firstPair(study: Study, metric: number, focus: readonly number[]): readonly [number, number] {
  const order = focus.length >= 2 ? focus : [...focus, ...study.byImportance(metric).filter(p => !study.isFixed(p) && !focus.includes(p))];
  const ranking = study.ranking(metric);
  const candidates = order.slice(0, 6);
  for (const [i, a] of candidates.slice(0, focus.length === 1 ? 1 : candidates.length).entries()) {
    for (const b of candidates.slice(i + 1)) {
      const [va, vb] = [study.parameter(a), study.parameter(b)];
      const both = ranking.filter(t => !Number.isNaN(va[t]!) && !Number.isNaN(vb[t]!)).length;
      if (focus.length >= 2 || both >= Math.max(leastTrials, ranking.length / 2)) {
        return [a, b];
      }
    }
  }
  return [order[0] ?? 0, order[1] ?? 1];
}
