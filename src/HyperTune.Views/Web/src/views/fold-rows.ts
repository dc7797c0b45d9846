import type { Store } from "../state/store";

/** A trial's scores by instance. */
export interface FoldRow {
  readonly trial: number;
  readonly scores: readonly { readonly instance: number; readonly value: number }[];
  readonly mean: number;
  /** Of the mean; null where it is not known. */
  readonly error: number | null;
}

/** The best of the selected trials by their mean, and with them the one that is open. */
export function foldRows(store: Store, most: number): readonly FoldRow[] {
  const { study, objective, opened } = store;
  const { reports } = study.data.trials;
  const sign = study.sign(objective);
  const ranked = [...study.ranking(objective)].filter(t => store.isSelected(t) && reports[t] !== undefined);
  const chosen = ranked.slice(0, most);
  if (chosen.length === 0) {
    // While nothing has completed, those that are on their way.
    for (let t = 0; t < study.count && chosen.length < most; t++) {
      if (store.isSelected(t) && reports[t] !== undefined) {
        chosen.push(t);
      }
    }
  }
  if (opened !== null && reports[opened] !== undefined && !chosen.includes(opened)) {
    chosen.splice(Math.min(chosen.length, most - 1), 1, opened);
  }
  return chosen.map(t => row(store, t)).filter(r => r.scores.length > 0).sort((a, b) => sign * (b.mean - a.mean));
}

function row({ study }: Store, trial: number): FoldRow {
  const { steps, values } = study.data.trials.reports[trial]!;
  const scores = steps.flatMap((instance, i) => {
    const value = values[i] ?? NaN;
    return Number.isFinite(value) ? [{ instance, value }] : [];
  });
  const n = scores.length;
  const mean = scores.reduce((sum, s) => sum + s.value, 0) / n;
  const variance = n < 2 ? NaN : scores.reduce((sum, s) => sum + (s.value - mean) ** 2, 0) / (n - 1);
  const known = study.data.trials.error[trial] ?? null;
  return { trial, scores, mean, error: known ?? (n < 2 ? null : Math.sqrt(variance / n)) };
}

/** The instances, each with the mean over the trials that were measured on it, hardest last. */
export function instanceMeans(rows: readonly FoldRow[]): readonly { readonly instance: number; readonly mean: number }[] {
  const sums = new Map<number, { sum: number; n: number }>();
  for (const { scores, mean } of rows) {
    for (const { instance, value } of scores) {
      const known = sums.get(instance) ?? { sum: 0, n: 0 };
      sums.set(instance, { sum: known.sum + value - mean, n: known.n + 1 });
    }
  }
  return [...sums].map(([instance, { sum, n }]) => ({ instance, mean: sum / n }));
}
