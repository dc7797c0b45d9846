import { formatNumber } from "../text/numbers";
import { stateInfo } from "./states";
import type { Study } from "./study";

/** A trial in a few words, for tooltips and screen readers: `Trial 102: completed, accuracy 0.983, rank 2 of 147`. */
export function describeTrial(study: Study, trial: number, metric: number): string {
  const value = study.metric(metric)[trial]!;
  const rank = study.ranks(metric)[trial]!;
  const words = [stateInfo(study.state(trial)).word];
  if (!Number.isNaN(value)) {
    words.push(`${study.metrics[metric]?.name ?? "value"} ${formatNumber(value)}`);
  }
  if (rank >= 0) {
    words.push(`rank ${rank + 1} of ${study.ranking(metric).length}`);
  }
  return `Trial ${trial}: ${words.join(", ")}`;
}
