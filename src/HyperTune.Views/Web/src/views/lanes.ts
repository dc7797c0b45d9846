import type { Study } from "../study/study";

/** A trial's stay on a lane. */
export interface Stay {
  readonly trial: number;
  readonly lane: number;
  /** Seconds since the study began. */
  readonly from: number;
  readonly to: number;
  readonly isRunning: boolean;
}

export interface Lanes {
  readonly stays: readonly Stay[];
  readonly names: readonly string[];
  /** By lane: the share of the time between the first start and the last end in which it worked. */
  readonly busy: readonly number[];
  /** When the last one ended, or is still running. */
  readonly end: number;
}

/** Lays trials on the lanes of their workers. */
export function layLanes(study: Study): Lanes {
  const { worker, workers, begin } = study.data.trials;
  const { starts, durations } = study;
  const isRunning = (i: number) => study.state(i) === "R";
  let end = 0;
  for (let i = 0; i < study.count; i++) {
    const until = starts[i]! + (Number.isNaN(durations[i]!) ? 0 : durations[i]!);
    if (until > end) {
      end = until;
    }
  }
  // A running trial runs until now; a clock that differs from the worker's must not stretch the axis to nothing.
  if (begin !== null && study.countOf("R") > 0) {
    const now = (Date.now() - begin) / 1000;
    if (now > end && now < end * 3 + 600) {
      end = now;
    }
  }
  const stays: Stay[] = [];
  const used = workers.map(() => 0);
  for (let i = 0; i < study.count; i++) {
    const lane = worker[i];
    const from = starts[i]!;
    const length = isRunning(i) ? end - from : durations[i]!;
    if (lane !== null && lane !== undefined && lane < workers.length && length >= 0) {
      stays.push({ trial: i, lane, from, to: from + length, isRunning: isRunning(i) });
      used[lane]! += length;
    }
  }
  return { stays, names: workers, busy: used.map(u => (end > 0 ? Math.min(1, u / end) : 0)), end };
}
