import type { MetricData, ParameterData, StudyData, StudyPatch } from "../data";
import { applyPatch } from "./patch";
import type { State } from "./states";

/** Typed access to a study's columns. Everything derived is made when first asked for and forgotten when a patch arrives. */
export class Study {
  #data: StudyData;
  #memory = new Map<string, unknown>();
  /** Rises with every patch. */
  version = 0;

  constructor(data: StudyData) {
    this.#data = data;
  }

  get data(): StudyData {
    return this.#data;
  }

  get count(): number {
    return this.#data.trials.count;
  }

  get parameters(): readonly ParameterData[] {
    return this.#data.parameters;
  }

  get metrics(): readonly MetricData[] {
    return this.#data.metrics;
  }

  /** The metrics that are objectives, as indices. */
  get objectives(): readonly number[] {
    return this.#remember("objectives", () => this.metrics.flatMap((m, i) => (m.isObjective ? [i] : [])));
  }

  state(trial: number): State {
    return this.#data.trials.state[trial] as State;
  }

  /** How many trials there are of a state. */
  countOf(state: State): number {
    return this.#remember(`count ${state}`, () => this.#data.trials.state.split(state).length - 1);
  }

  /** A parameter's values by trial, NaN where it is absent. */
  parameter(index: number): Float64Array {
    return this.#remember(`p${index}`, () => column(this.#data.trials.parameters[index], this.count));
  }

  /** A metric's values by trial, NaN where there is none. */
  metric(index: number): Float64Array {
    return this.#remember(`m${index}`, () => column(this.#data.trials.metrics[index], this.count));
  }

  get starts(): Float64Array {
    return this.#remember("starts", () => column(this.#data.trials.start, this.count));
  }

  get durations(): Float64Array {
    return this.#remember("durations", () => column(this.#data.trials.duration, this.count));
  }

  /** 1 where more is better, -1 where less is; metrics without a direction count as minimised. */
  sign(metric: number): 1 | -1 {
    return this.metrics[metric]?.direction === "maximize" ? 1 : -1;
  }

  /** Completed trials that have a value of the metric, best first; of equal ones the first trial leads. */
  ranking(metric: number): Int32Array {
    return this.#remember(`ranking ${metric}`, () => {
      const values = this.metric(metric);
      const sign = this.sign(metric);
      const order: number[] = [];
      for (let i = 0; i < this.count; i++) {
        if (this.state(i) === "C" && !Number.isNaN(values[i]!)) {
          order.push(i);
        }
      }
      order.sort((a, b) => sign * (values[b]! - values[a]!) || a - b);
      return Int32Array.from(order);
    });
  }

  /** The place in the ranking by trial, from 0; -1 for trials that are not in it. */
  ranks(metric: number): Int32Array {
    return this.#remember(`ranks ${metric}`, () => {
      const ranks = new Int32Array(this.count).fill(-1);
      this.ranking(metric).forEach((trial, rank) => (ranks[trial] = rank));
      return ranks;
    });
  }

  /** The trial to point at for a metric: with one objective the study's choice, else the best of the metric. */
  best(metric: number): number | null {
    const chosen = this.#data.best;
    return this.objectives.length === 1 && metric === this.objectives[0] && chosen !== null ? chosen : (this.ranking(metric)[0] ?? null);
  }

  /** Whether a config came from the caller rather than from the strategy. */
  isEnqueued(trial: number): boolean {
    const { origins, origin } = this.#data.trials;
    return (origins[origin[trial] ?? -1] ?? "").startsWith("enqueued");
  }

  /** Parameters from the most important down for a metric; those without an importance follow as declared. */
  byImportance(metric: number): readonly number[] {
    return this.#remember(`importance ${metric}`, () => {
      const first = (this.importance(metric)?.rows ?? []).map(r => r.parameter).filter(p => p < this.parameters.length);
      const known = new Set(first);
      return [...known, ...this.parameters.map((_, i) => i).filter(i => !known.has(i))];
    });
  }

  /** Whether a parameter can have but one value, so that there is nothing to see of it. */
  isFixed(index: number): boolean {
    const { kind, low, high, labels } = this.parameters[index]!;
    return kind === "choice" ? labels.length < 2 : low === high;
  }

  importance(metric: number): StudyData["importance"][number] | undefined {
    return this.#data.importance.find(i => i.of === this.metrics[metric]?.name);
  }

  /** Takes in what changed. */
  apply(patch: StudyPatch): void {
    this.#data = applyPatch(this.#data, patch);
    this.#memory.clear();
    this.version++;
  }

  #remember<T>(key: string, make: () => T): T {
    let value = this.#memory.get(key) as T | undefined;
    if (value === undefined) {
      value = make();
      this.#memory.set(key, value);
    }
    return value;
  }
}

function column(values: readonly (number | null)[] | undefined, count: number): Float64Array {
  const made = new Float64Array(count).fill(NaN);
  values?.forEach((value, i) => {
    if (value !== null && value !== undefined && i < count) {
      made[i] = value;
    }
  });
  return made;
}
