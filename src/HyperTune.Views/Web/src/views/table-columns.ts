import type { Store } from "../state/store";
import { extent } from "../study/statistics";
import { stateInfo } from "../study/states";
import type { Study } from "../study/study";
import { formatDuration } from "../text/durations";
import { formatNumber } from "../text/numbers";
import { formatValue } from "../text/values";

export interface Column {
  readonly key: string;
  /** The dotted path before the last part; empty for none. */
  readonly prefix: string;
  readonly title: string;
  readonly isNumeric: boolean;
  /** Pixels. */
  readonly width: number;
  /** What it is sorted by; NaN sorts last. */
  value(trial: number): number;
  text(trial: number): string;
  /** How far a bar beside the value reaches, from 0 to 1; null for no bars. */
  readonly bar: ((trial: number) => number) | null;
  /** Whether the greatest is shown first when the header is first clicked. */
  readonly isDescending: boolean;
}

/** Trial, state, metrics, duration, steps, and the parameters from the most important down. */
export function makeColumns(store: Store): readonly Column[] {
  const { study } = store;
  const made: Column[] = [
    { key: "trial", prefix: "", title: "Trial", isNumeric: true, width: 66, value: i => i, text: i => String(i), bar: null, isDescending: false },
    { key: "state", prefix: "", title: "State", isNumeric: false, width: 108, value: i => study.data.trials.state.charCodeAt(i), text: i => stateText(study, i), bar: null, isDescending: false },
    ...study.metrics.map((_, m) => metricColumn(study, m)),
  ];
  if (study.durations.some(d => !Number.isNaN(d))) {
    made.push({
      key: "duration", prefix: "", title: "Ran", isNumeric: true, width: 92, value: i => study.durations[i]!,
      text: i => formatDuration(study.durations[i]!), bar: null, isDescending: true,
    });
  }
  if (Object.keys(study.data.trials.reports).length > 0) {
    const steps = (i: number) => study.data.trials.reports[i]?.steps.length ?? NaN;
    const word = study.data.trials.stepName;
    made.push({
      key: "steps", prefix: "", title: word === "" ? "Steps" : `${word[0]!.toUpperCase()}${word.slice(1)}s`, isNumeric: true, width: 82,
      value: steps, text: i => String(steps(i)), bar: null, isDescending: true,
    });
  }
  for (const p of study.byImportance(store.objective)) {
    made.push(parameterColumn(study, p));
  }
  return made;
}

function metricColumn(study: Study, m: number): Column {
  const metric = study.metrics[m]!;
  const values = study.metric(m);
  const sign = study.sign(m);
  const ranking = study.ranking(m);
  // Bars reach from the worst of the better nine tenths: long bad tails would make all others alike.
  const worst = values[ranking[Math.floor(0.9 * (ranking.length - 1))] ?? -1] ?? NaN;
  const best = values[ranking[0] ?? -1] ?? NaN;
  return {
    key: `m${m}`, prefix: "", title: metric.name, isNumeric: true, width: Math.min(200, Math.max(132, 8 * metric.name.length + 40)),
    value: i => values[i]!, text: i => formatNumber(values[i]!),
    bar: metric.isObjective && best !== worst ? i => Math.min(1, Math.max(0.02, (values[i]! - worst) / (best - worst))) : null,
    isDescending: sign > 0,
  };
}

function parameterColumn(study: Study, p: number): Column {
  const parameter = study.parameters[p]!;
  const values = study.parameter(p);
  const at = parameter.name.lastIndexOf(".");
  const [prefix, title] = at < 0 ? ["", parameter.name] : [parameter.name.slice(0, at), parameter.name.slice(at + 1)];
  const isNumeric = parameter.kind !== "choice" || parameter.labels.every(l => l.trim() !== "" && !Number.isNaN(Number(l)));
  const longest = parameter.kind === "choice" ? Math.max(0, ...parameter.labels.map(l => l.length)) : extent(values) === null ? 6 : 9;
  return {
    key: `p${p}`, prefix, title, isNumeric, width: Math.min(200, Math.max(82, 7.5 * Math.max(longest, title.length + 1, prefix.length) + 24)),
    value: parameter.kind === "choice" && isNumeric ? i => Number(parameter.labels[values[i]!] ?? NaN) : i => values[i]!,
    text: i => formatValue(parameter, values[i]!), bar: null, isDescending: false,
  };
}

export function stateText(study: Study, trial: number): string {
  const { word } = stateInfo(study.state(trial));
  return word[0]!.toUpperCase() + word.slice(1);
}
