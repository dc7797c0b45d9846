import type { StudyData, StudyPatch, TrialData } from "../data";

/** One patch that does what several do, so that a page redraws once for all of them. Later rows and members win. */
export function mergePatches(patches: readonly StudyPatch[]): StudyPatch {
  const last = patches.at(-1)!;
  if (patches.length === 1) {
    return last;
  }
  const sources = new Map<number, readonly [StudyPatch, number]>();
  patches.forEach(patch => patch.rows.index.forEach((trial, at) => sources.set(trial, [patch, at])));
  const order = [...sources].sort((a, b) => a[0] - b[0]);
  const column = <T>(read: (rows: StudyPatch["rows"]) => readonly T[] | undefined): T[] =>
    order.map(([, [patch, at]]) => read(patch.rows)?.[at] as T);
  const widest = (read: (rows: StudyPatch["rows"]) => readonly unknown[]) => Math.max(...patches.map(p => read(p.rows).length));
  return {
    count: last.count,
    begin: last.begin,
    rest: Object.assign({}, ...patches.map(p => p.rest)) as StudyPatch["rest"],
    rows: {
      index: order.map(([trial]) => trial),
      state: order.map(([, [patch, at]]) => patch.rows.state[at]).join(""),
      metrics: Array.from({ length: widest(r => r.metrics) }, (_, m) => column(r => r.metrics[m])),
      parameters: Array.from({ length: widest(r => r.parameters) }, (_, p) => column(r => r.parameters[p])),
      start: column(r => r.start),
      duration: column(r => r.duration),
      worker: column(r => r.worker),
      workers: last.rows.workers,
      origin: column(r => r.origin),
      origins: last.rows.origins,
      parent: column(r => r.parent),
      error: column(r => r.error),
      cost: column(r => r.cost),
      failure: column(r => r.failure),
      failures: last.rows.failures,
      reports: Object.assign({}, ...patches.map(p => p.rows.reports)) as TrialData["reports"],
      artifacts: Object.assign({}, ...patches.map(p => p.rows.artifacts)) as TrialData["artifacts"],
    },
  };
}

/** A study that was read anew as a patch of all of it, so that the page and what is open on it stay. */
export function patchOfAll({ trials, ...rest }: StudyData): StudyPatch {
  return { count: trials.count, begin: trials.begin, rest, rows: { ...trials, index: Array.from({ length: trials.count }, (_, i) => i) } };
}

/** Whether what is there can become the other study by a patch: the same space and goal, and no trial less. */
export function canPatch(before: StudyData, after: StudyData): boolean {
  const names = (of: readonly { readonly name: string }[]) => JSON.stringify(of.map(x => x.name));
  return after.trials.count >= before.trials.count && before.name === after.name
    && names(before.parameters) === names(after.parameters) && names(before.metrics) === names(after.metrics);
}
