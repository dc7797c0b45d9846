import type { Study } from "../study/study";
import { formatValue } from "../text/values";

export interface FailureGroup {
  /** What stands before the message, for instance the exception's type; empty for none. */
  readonly kind: string;
  /** The message of the first of them. */
  readonly message: string;
  readonly trials: readonly number[];
}

/** Something that all trials of a group have, and few of those that completed. */
export interface Common {
  readonly parameter: string;
  /** `of at least 0.0949`. */
  readonly words: string;
  /** The share of completed trials that have it as well. */
  readonly completed: number;
}

const number = /[-+]?\d+(?:[.,]\d+)*(?:e[-+]?\d+)?/giu;
const kindOf = /^([\p{L}\p{N}_.+`]*(?:Exception|Error|Failure)):\s*/u;

/** Failed trials by their message without numbers, the largest group first. */
export function groupFailures(study: Study): readonly FailureGroup[] {
  const { failure, failures } = study.data.trials;
  const groups = new Map<string, { message: string; trials: number[] }>();
  for (let trial = 0; trial < study.count; trial++) {
    if (study.state(trial) !== "F") {
      continue;
    }
    const message = failures[failure[trial] ?? -1] ?? "No message";
    const key = message.replace(number, "#");
    const known = groups.get(key);
    if (known === undefined) {
      groups.set(key, { message, trials: [trial] });
    } else {
      known.trials.push(trial);
    }
  }
  return [...groups.values()]
    .sort((a, b) => b.trials.length - a.trials.length)
    .map(({ message, trials }) => {
      const kind = kindOf.exec(message);
      return { kind: kind?.[1] ?? "", message: kind === null ? message : message.slice(kind[0].length), trials };
    });
}

/**
 * What all of some trials share. That k trials share what a share s of all has happens by chance with s^k, and there are two sides
 * of each parameter to look at: told is only what chance would give to one group in five at most, of two trials to one in twenty.
 */
export function findCommon(study: Study, trials: readonly number[]): readonly Common[] {
  const completed: number[] = [];
  for (let i = 0; i < study.count; i++) {
    if (study.state(i) === "C") {
      completed.push(i);
    }
  }
  if (trials.length < 2 || completed.length < 8) {
    return [];
  }
  const found: Common[] = [];
  study.parameters.forEach((parameter, p) => {
    const values = study.parameter(p);
    const own = trials.map(t => values[t]!);
    if (own.some(v => Number.isNaN(v))) {
      return;
    }
    const low = Math.min(...own);
    const high = Math.max(...own);
    const share = (has: (value: number) => boolean) => completed.filter(i => has(values[i]!)).length / completed.length;
    const write = (value: number) => formatValue(parameter, value);
    const candidates = low === high || parameter.kind === "choice"
      ? (low === high ? [{ words: `of ${write(low)}`, completed: share(v => v === low) }] : [])
      : [
        { words: `of at least ${write(low)}`, completed: share(v => v >= low) },
        { words: `of at most ${write(high)}`, completed: share(v => v <= high) },
      ];
    for (const { words, completed: also } of candidates) {
      if (also ** trials.length * 2 * study.parameters.length < (trials.length < 3 ? 0.05 : 0.2)) {
        found.push({ parameter: parameter.name, words, completed: also });
      }
    }
  });
  return found.sort((a, b) => a.completed - b.completed).slice(0, 2);
}
