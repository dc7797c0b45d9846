// What a page is given. Written by ReportDocument of HyperTune.Views, and kept up to date by the patches of a dashboard.

/** A whole page. */
export interface ReportData {
  readonly version: 1;
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** Who made it, for instance `HyperTune 0.1.0`. */
  readonly tool: string;
  /** The first is the one that is shown, the others are compared with it. */
  readonly studies: readonly StudyData[];
  /** The views to show, by their names (see `views/index.ts`); all where it is missing. */
  readonly views?: readonly string[];
  /** For views of chosen parameters, their names; and of a chosen objective, its name. */
  readonly focus?: readonly string[];
}

export interface StudyData {
  readonly name: string;
  /** The config type's name; empty where no type declared the space. */
  readonly space: string;
  readonly fingerprint: string;
  /** One line below the title, in parts: goal, strategy, seed, when, budget. */
  readonly facts: readonly string[];
  /** The study in words, a sentence each. */
  readonly summary: readonly string[];
  /** What trials end with; at least one that is an objective. */
  readonly metrics: readonly MetricData[];
  readonly parameters: readonly ParameterData[];
  readonly trials: TrialData;
  /** The trial whose config to use; with several objectives one of the front; null where none completed. */
  readonly best: number | null;
  /** Why that one. */
  readonly bestReason: string | null;
  /** The trials that no other one beats, several objectives only. */
  readonly front: readonly number[];
  /** The best config, ready to be pasted: C#, JSON, Args and so on. */
  readonly code: readonly CodeData[];
  /** The trial that has the defaults of the config type, if any. */
  readonly defaults: number | null;
  /** The standard deviation of a repeat, in the objective's unit; null where it is not known. */
  readonly noise: number | null;
  /** What a repeat of the best is expected to give. */
  readonly expected: number | null;
  /** By objective; the last one is of the front where there are several. */
  readonly importance: readonly ImportanceData[];
  readonly hints: readonly HintData[];
  /** How the dominated volume grew, one number a trial; several objectives with a known or derived reference only. */
  readonly hypervolume: { readonly reference: readonly number[]; readonly isGiven: boolean; readonly values: readonly number[] } | null;
  /** What the pruner saved, in words. */
  readonly pruning: string | null;
  /** What people noted. */
  readonly notes: readonly (readonly [name: string, text: string])[];
}

export interface MetricData {
  readonly name: string;
  readonly direction: "minimize" | "maximize" | "none";
  readonly isObjective: boolean;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ParameterData {
  /** The dotted path: `Optimizer.Adam.Beta1`, `Hidden[0].Units`. */
  readonly name: string;
  /** `number` and `integer` have low and high; of `choice` a column holds indices into labels. */
  readonly kind: "number" | "integer" | "choice";
  readonly scale: "linear" | "log";
  readonly low: number;
  readonly high: number;
  readonly step: number | null;
  readonly labels: readonly string[];
  /** The unit of what is shown, if known: `s` for durations. */
  readonly unit: string | null;
  /** The range in words, as the compiler shows it. */
  readonly range: string;
  /** The value of the default config, as in a column; null where it has none. */
  readonly initial: number | null;
  /** When it exists, in words; empty for always. */
  readonly condition: string;
}

/** Columns: one entry a trial, in the order of their numbers, from 0. Null where there is nothing. */
export interface TrialData {
  count: number;
  /** A letter each: Completed, Pruned, Failed, Running, Waiting, X cancelled, E excluded, I infeasible, O outside of the search space of now. */
  state: string;
  /** By metric; of a pruned trial the last report of the objective. */
  metrics: (number | null)[][];
  /** By parameter. */
  parameters: (number | null)[][];
  /** Seconds since `begin`. */
  start: (number | null)[];
  /** Seconds. */
  duration: (number | null)[];
  /** Unix milliseconds of the first start; null where nothing started. */
  begin: number | null;
  /** A lane of the timeline, an index into `workers`. */
  worker: (number | null)[];
  workers: readonly string[];
  /** Whether the storage knows the workers; otherwise lanes are packed from times. */
  areWorkersKnown: boolean;
  /** An index into `origins`: strategy, enqueued, imported ... What begins with `enqueued` came from the caller and is marked so. */
  origin: number[];
  origins: readonly string[];
  parent: (number | null)[];
  /** Standard errors of the objective. */
  error: (number | null)[];
  cost: (number | null)[];
  /** An index into `failures`. */
  failure: (number | null)[];
  failures: readonly string[];
  /** Intermediate values of those trials that have any, by trial number. */
  reports: Record<number, ReportsData>;
  /** Where the study reports folds or repeats rather than epochs: what a step is called, for instance `fold`. */
  stepName: string;
  /** The names of the artifacts, of those trials that have any. */
  artifacts: Record<number, readonly ArtifactData[]>;
}

export interface ReportsData {
  readonly steps: readonly number[];
  readonly values: readonly (number | null)[];
}

export interface ArtifactData {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** `image/png`, `text/csv`, ... */
  readonly type: string;
}

export interface CodeData {
  readonly label: string;
  readonly text: string;
}

export interface ImportanceData {
  /** The objective's name, or `front`. */
  readonly of: string;
  /** Descending; empty where there is none. */
  readonly rows: readonly { readonly parameter: number; readonly share: number; readonly low: number; readonly high: number }[];
  /** What was measured from what; or why there is none. */
  readonly explanation: string;
}

export interface HintData {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** The change as code; null where there is none. */
  readonly change: string | null;
  readonly parameter: number | null;
  /** The trials that it rests on. */
  readonly trials: readonly number[];
}

/** What changed in a study since the last patch; sent as server-sent events by the dashboard. */
export interface StudyPatch {
  /** How many trials there are now. */
  readonly count: number;
  /** The trials that are new or changed, in ascending order, and their columns. */
  readonly rows: { readonly index: readonly number[] } & Omit<TrialData, "count" | "areWorkersKnown" | "begin" | "stepName">;
  readonly begin: number | null;
  /** What else changed: summary, best, importance, hints and the like; whole members of StudyData. */
  readonly rest: Partial<Omit<StudyData, "trials">>;
}
