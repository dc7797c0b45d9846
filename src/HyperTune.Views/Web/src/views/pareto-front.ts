import type { Study } from "../study/study";

/**
 * Of some trials those that no other one beats in a pair of metrics, by the first metric from its better end: the corners of the
 * line of the front.
 */
export function frontOfPair(study: Study, trials: readonly number[], a: number, b: number): readonly number[] {
  const [first, second] = [study.metric(a), study.metric(b)];
  const [signA, signB] = [study.sign(a), study.sign(b)];
  const sorted = trials
    .filter(t => !Number.isNaN(first[t]!) && !Number.isNaN(second[t]!))
    .sort((s, t) => signA * (first[t]! - first[s]!) || signB * (second[t]! - second[s]!) || s - t);
  const front: number[] = [];
  let best = -Infinity;
  for (const trial of sorted) {
    if (signB * second[trial]! > best) {
      best = signB * second[trial]!;
      front.push(trial);
    }
  }
  return front;
}
