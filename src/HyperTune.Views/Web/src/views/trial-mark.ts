import { svg } from "../dom";
import { stateMark } from "../frame/state-mark";
import { diamond } from "../plots/marks";
import type { State } from "../study/states";

/** A trial's mark for a line of text: the diamond of the best, or that of its state. */
export function trialMark(state: State, isBest = false): SVGSVGElement {
  return isBest
    ? svg("svg", { class: "state-mark colour-best", width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" }, svg("path", { d: diamond(6, 6) }))
    : stateMark(state);
}
