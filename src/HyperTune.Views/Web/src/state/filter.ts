import type { State } from "../study/states";
import type { Study } from "../study/study";
import { parseText } from "./grammar";

/** What a limit is on: a parameter, a metric, or the trial number. */
export type LimitKey = `p${number}` | `m${number}` | "trial";

/** Both ends belong to it. `absent` lets in trials that lack the parameter (or a value of the metric). */
export interface Limit {
  readonly low: number;
  readonly high: number;
  readonly absent: boolean;
}

/** Some trials under a name: those of a hint, of a group of failures, of a case. */
export interface Group {
  readonly label: string;
  readonly trials: readonly number[];
}

/** The one filter of a page; every view follows it. */
export interface Filter {
  readonly limits: ReadonlyMap<LimitKey, Limit>;
  readonly hidden: ReadonlySet<State>;
  readonly group: Group | null;
  readonly text: string;
}

export const noFilter: Filter = { limits: new Map(), hidden: new Set(), group: null, text: "" };

/** Whether the filter leaves everything in. */
export function isEmpty(filter: Filter): boolean {
  return filter.limits.size === 0 && filter.hidden.size === 0 && filter.group === null && filter.text.trim() === "";
}

export interface Selection {
  /** 1 for each trial that is in. */
  readonly mask: Uint8Array;
  readonly count: number;
  /** What is wrong with the filter's text; its good parts hold nevertheless. */
  readonly error: string | null;
}

/** Finds the trials that a filter leaves in. */
export function select(study: Study, filter: Filter): Selection {
  const mask = new Uint8Array(study.count).fill(1);
  for (const [key, limit] of filter.limits) {
    const values = valuesOf(study, key);
    for (let i = 0; i < mask.length; i++) {
      const value = values === null ? i : values[i]!;
      if (!(Number.isNaN(value) ? limit.absent : value >= limit.low && value <= limit.high)) {
        mask[i] = 0;
      }
    }
  }
  if (filter.hidden.size > 0) {
    for (let i = 0; i < mask.length; i++) {
      if (filter.hidden.has(study.state(i))) {
        mask[i] = 0;
      }
    }
  }
  if (filter.group !== null) {
    const kept = new Uint8Array(mask.length);
    for (const trial of filter.group.trials) {
      kept[trial] = mask[trial] ?? 0;
    }
    mask.set(kept);
  }
  const { tests, error } = parseText(filter.text, study);
  for (const test of tests) {
    for (let i = 0; i < mask.length; i++) {
      if (mask[i] === 1 && !test(i)) {
        mask[i] = 0;
      }
    }
  }
  return { mask, count: mask.reduce((sum, m) => sum + m, 0), error };
}

/** The column of a limit; null for the trial number, which is its own value. */
export function valuesOf(study: Study, key: LimitKey): Float64Array | null {
  if (key === "trial") {
    return null;
  }
  const index = Number(key.slice(1));
  return key.startsWith("p") ? study.parameter(index) : study.metric(index);
}
