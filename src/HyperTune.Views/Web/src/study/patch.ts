import type { StudyData, StudyPatch, TrialData } from "../data";

const plain = ["start", "duration", "worker", "origin", "parent", "error", "cost", "failure"] as const;

/** Writes a patch into the columns. The columns are changed in place: they may be long, and nobody else keeps them. */
export function applyPatch(data: StudyData, patch: StudyPatch): StudyData {
  const { rows } = patch;
  const trials: TrialData = { ...data.trials };
  const states = [...trials.state];
  const metricCount = (patch.rest.metrics ?? data.metrics).length;
  const parameterCount = (patch.rest.parameters ?? data.parameters).length;
  while (trials.metrics.length < metricCount) {
    trials.metrics.push([]);
  }
  while (trials.parameters.length < parameterCount) {
    trials.parameters.push([]);
  }
  rows.index.forEach((trial, at) => {
    states[trial] = rows.state[at] ?? "W";
    trials.metrics.forEach((column, m) => put(column, trial, rows.metrics[m]?.[at] ?? null));
    trials.parameters.forEach((column, p) => put(column, trial, rows.parameters[p]?.[at] ?? null));
    for (const name of plain) {
      put(trials[name] as (number | null)[], trial, rows[name][at] ?? (name === "origin" ? 0 : null));
    }
  });
  for (let i = 0; i < patch.count; i++) {
    states[i] ??= "W";
  }
  trials.state = states.slice(0, patch.count).join("");
  trials.count = patch.count;
  trials.begin = patch.begin;
  trials.workers = rows.workers;
  trials.origins = rows.origins;
  trials.failures = rows.failures;
  trials.reports = { ...trials.reports, ...rows.reports };
  trials.artifacts = { ...trials.artifacts, ...rows.artifacts };
  return { ...data, ...patch.rest, trials };
}

function put(column: (number | null)[], at: number, value: number | null): void {
  while (column.length < at) {
    column.push(null);
  }
  column[at] = value;
}
