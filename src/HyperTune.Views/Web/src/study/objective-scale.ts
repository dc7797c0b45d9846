import { extent } from "./statistics";
import type { Study } from "./study";

/** How the values of an objective are laid out: the best 80 % with the rest in a strip, all of them, or by their logarithm. */
export type ObjectiveScale = "focus" | "all" | "log";

/** Below that many completed trials there is no telling of a tail. */
const leastRanked = 9;

/** Where the best 80 % end; null where that does not help. Objectives have long bad tails that flatten everything else. */
export function focusOf(study: Study, metric: number): number | null {
  const ranking = study.ranking(metric);
  if (ranking.length < leastRanked) {
    return null;
  }
  const values = study.metric(metric);
  const at = (share: number) => values[ranking[Math.round(share * (ranking.length - 1))]!]!;
  const [best, edge, worst] = [at(0), at(0.8), at(1)];
  return Math.abs(worst - best) > 2.2 * Math.abs(edge - best) && edge !== best ? edge : null;
}

/** Whether a logarithmic scale shows more than a plain one: all completed values positive, over at least two decades. */
export function suitsLog(study: Study, metric: number): boolean {
  const seen = extent(Array.from(study.ranking(metric), i => study.metric(metric)[i]!));
  return seen !== null && seen[0] > 0 && seen[1] / seen[0] >= 100;
}

/** The scale to begin with. Where even the best 80 % span two decades, as losses that go to zero do, only a logarithm tells them apart. */
export function usualScale(study: Study, metric: number): ObjectiveScale {
  const focus = focusOf(study, metric);
  const best = study.metric(metric)[study.ranking(metric)[0] ?? -1] ?? NaN;
  return suitsLog(study, metric) && focus !== null && Math.max(focus, best) / Math.min(focus, best) >= 100 ? "log" : "focus";
}
