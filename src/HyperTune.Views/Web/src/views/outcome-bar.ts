import { svg } from "../dom";
import { type State, stateInfo, states } from "../study/states";
import type { Study } from "../study/study";

/** The trials that have some of the parameters. */
export function trialsWith(study: Study, parameters: readonly number[]): readonly number[] {
  const columns = parameters.map(p => study.parameter(p));
  const found: number[] = [];
  for (let i = 0; i < study.count; i++) {
    if (columns.some(c => !Number.isNaN(c[i]!))) {
      found.push(i);
    }
  }
  return found;
}

/** How some trials ended, as shares of a bar that is as long as their share of all. */
export function outcomeBar(study: Study, trials: readonly number[]): SVGSVGElement {
  const counts = new Map<State, number>();
  for (const trial of trials) {
    counts.set(study.state(trial), (counts.get(study.state(trial)) ?? 0) + 1);
  }
  const shown = states.filter(s => counts.has(s.letter));
  const words = shown.map(s => `${counts.get(s.letter)} ${s.word}`).join(", ");
  const bar = svg("svg", { class: "outcome-bar", role: "img", "aria-label": words },
    svg("title", {}, words), svg("line", { class: "range-line", x1: "0%", x2: "100%", y1: 8, y2: 8 }));
  let at = 0;
  for (const { letter } of shown) {
    const share = (100 * counts.get(letter)!) / Math.max(1, study.count);
    bar.append(svg("rect", { class: `outcome colour-${stateInfo(letter).colour}`, x: `${at}%`, y: 3, width: `${share}%`, height: 10 }));
    at += share;
  }
  return bar;
}
