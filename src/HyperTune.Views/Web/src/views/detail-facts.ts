import { button, html, name } from "../dom";
import type { Store } from "../state/store";
import { formatDuration } from "../text/durations";
import { formatNumber, group } from "../text/numbers";

/** Where a trial's config came from, when it ran, and what else it ended with. */
export function facts(store: Store, trial: number): HTMLElement {
  const { study } = store;
  const { trials } = study.data;
  const list = html("dl", { class: "detail-facts" });
  const add = (term: string, ...text: (string | Node)[]) => list.append(html("dt", {}, name(term)), html("dd", {}, ...text));
  study.metrics.forEach((metric, m) => {
    const value = study.metric(m)[trial]!;
    if (m !== store.objective && !Number.isNaN(value)) {
      const rank = study.ranks(m)[trial]!;
      add(metric.name, formatNumber(value) + (metric.isObjective && rank >= 0 ? `, rank ${rank + 1}` : ""));
    }
  });
  const error = trials.error[trial] ?? null;
  if (error !== null) {
    add("Standard error", `±${formatNumber(error, 3)}`);
  }
  const origin = trials.origins[trials.origin[trial] ?? -1];
  if (origin !== undefined) {
    add("Config from", name(origin));
  }
  const parent = trials.parent[trial] ?? null;
  if (parent !== null) {
    add("Parent", button(`trial ${parent}`, () => store.open(parent), { class: "link" }));
  }
  const children = childrenOf(trials.parent, trial);
  if (children.length > 0) {
    add("Children", ...children.slice(0, 6).flatMap((c, i) => [i === 0 ? "" : ", ", button(String(c), () => store.open(c), { class: "link", "aria-label": `trial ${c}` })]),
      children.length > 6 ? ` and ${children.length - 6} more` : "");
  }
  const start = study.starts[trial]!;
  if (!Number.isNaN(start)) {
    const worker = trials.workers[trials.worker[trial] ?? -1];
    add("Started", `${formatDuration(start)} into the study`, ...(worker !== undefined && trials.areWorkersKnown ? [", on ", name(worker)] : []));
  }
  const duration = study.durations[trial]!;
  if (!Number.isNaN(duration)) {
    const steps = trials.reports[trial]?.steps.length ?? 0;
    add("Ran", formatDuration(duration) + (steps > 1 ? `, ${formatDuration(duration / steps)} per ${trials.stepName || "step"}` : ""));
  }
  const cost = trials.cost[trial] ?? null;
  if (cost !== null) {
    add("Cost", group(Number(cost.toPrecision(4))));
  }
  return list;
}

function childrenOf(parents: readonly (number | null)[], trial: number): readonly number[] {
  const found: number[] = [];
  parents.forEach((p, i) => {
    if (p === trial) {
      found.push(i);
    }
  });
  return found;
}
