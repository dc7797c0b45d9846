import { html, name } from "../dom";
import type { Change, Store } from "../state/store";
import { stateInfo, states } from "../study/states";
import { median } from "../study/statistics";
import type { Study } from "../study/study";
import { formatDuration } from "../text/durations";
import { count, formatNumber, formatPercent, group } from "../text/numbers";
import type { Part } from "./masthead";

/** The study in five numbers. */
export class KeyNumbers implements Part {
  readonly element = html("section", { class: "card key-numbers", "aria-label": "Key numbers" });

  constructor(private readonly store: Store) {}

  update(changes: ReadonlySet<Change>): void {
    if (!changes.has("data")) {
      return;
    }
    const { study } = this.store;
    const cells = [...bestCells(study), trialsCell(study), timeCell(study), pruningCell(study)].filter(c => c !== null);
    this.element.replaceChildren(...cells);
    this.element.hidden = study.count === 0;
  }
}

function cell(label: string, value: string, words: string | null, kind = "", extra: Node | null = null): HTMLElement {
  return html("div", { class: `key-number ${kind}` },
    html("p", { class: "key-label" }, name(label)), html("p", { class: "key-value" }, value), extra,
    words === null ? null : html("p", { class: "key-words" }, name(words)));
}

function bestCells(study: Study): HTMLElement[] {
  if (study.objectives.length > 1) {
    const bests = study.objectives.slice(0, 3).map(m => {
      const best = study.ranking(m)[0];
      return best === undefined ? null : cell(`Best ${study.metrics[m]!.name}`, formatNumber(study.metric(m)[best]!), `trial ${best}`, "is-best");
    });
    return [cell("Front", count(study.data.front.length, "trial"), "that no other one beats"), ...bests.filter(b => b !== null)];
  }
  const metric = study.objectives[0];
  const best = metric === undefined ? null : study.best(metric);
  if (metric === undefined || best === null) {
    return [];
  }
  const value = study.metric(metric)[best]!;
  const { defaults, expected, noise } = study.data;
  const initial = defaults === null || defaults === best ? NaN : study.metric(metric)[defaults]!;
  const made = [cell("Best observed", formatNumber(value),
    Number.isNaN(initial) ? `trial ${best}` : against(study.sign(metric) * (value - initial), initial), "is-best")];
  if (expected !== null) {
    made.push(cell("Expected on a repeat", formatNumber(expected), noise === null ? null : `a repeat differs by about ±${formatNumber(noise, 2)}`));
  }
  return made;
}

function against(gain: number, initial: number): string {
  return gain === 0 ? "as good as the defaults" : `${formatNumber(Math.abs(gain))} ${gain > 0 ? "better" : "worse"} than the defaults, ${formatNumber(initial)}`;
}

function trialsCell(study: Study): HTMLElement {
  const present = states.filter(s => study.countOf(s.letter) > 0);
  const bar = html("div", { class: "state-bar", "aria-hidden": "true" }, ...present.map(s => {
    const part = html("span", { class: `state-${s.letter}` });
    part.style.setProperty("flex-grow", String(study.countOf(s.letter)));
    return part;
  }));
  return cell("Trials", group(study.count), present.map(s => `${group(study.countOf(s.letter))} ${s.word}`).join(", "), "", bar);
}

function timeCell(study: Study): HTMLElement | null {
  const { starts, durations } = study;
  let [end, busy] = [0, 0];
  const done: number[] = [];
  for (let i = 0; i < study.count; i++) {
    const last = starts[i]! + (durations[i]! || 0);
    end = Math.max(end, Number.isNaN(last) ? 0 : last);
    busy += durations[i]! || 0;
    if (study.state(i) === stateInfo("C").letter && durations[i]! > 0) {
      done.push(durations[i]!);
    }
  }
  if (end <= 0) {
    return null;
  }
  const lanes = study.data.trials.workers.length;
  const words = [
    lanes > 1 ? `${lanes} workers` : "1 worker",
    ...(lanes > 0 ? [`${formatPercent(Math.min(1, busy / (end * Math.max(lanes, 1))))} busy`] : []),
    ...(done.length > 0 ? [`${formatDuration(median(done))} a trial`] : []),
  ];
  return cell("Time", formatDuration(end), words.join(", "));
}

/** What completed trials take more than pruned ones, as a share of the work that there would have been. */
function pruningCell(study: Study): HTMLElement | null {
  const { pruning } = study.data;
  if (study.countOf("P") === 0 || study.countOf("C") === 0) {
    return null;
  }
  const durations = [...study.durations];
  const usual = median(durations.filter((d, i) => study.state(i) === "C" && d >= 0));
  const spent = durations.reduce((sum, d) => sum + (d || 0), 0);
  const saved = durations.reduce((sum, d, i) => sum + (study.state(i) === "P" ? Math.max(0, usual - (d || 0)) : 0), 0);
  return saved > 0 ? cell("Time saved by pruning", formatPercent(saved / (saved + spent)), pruning ?? `about ${formatDuration(saved)} of work not done`) : null;
}
