import { svg } from "../dom";
import { type State, stateInfo } from "../study/states";

/** A state's mark as a small picture. */
export function stateMark(state: State): SVGSVGElement {
  const { mark, colour } = stateInfo(state);
  const made = svg("svg", { class: `state-mark colour-${colour} is-${mark}`, width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" });
  switch (mark) {
    case "cross": made.append(svg("path", { d: "M2.5,2.5L9.5,9.5M2.5,9.5L9.5,2.5" })); break;
    case "plus": made.append(svg("path", { d: "M6,1.5V10.5M1.5,6H10.5" })); break;
    case "dash": made.append(svg("path", { d: "M2,6H10" })); break;
    default: made.append(svg("circle", { cx: 6, cy: 6, r: mark === "disc" ? 4 : mark === "dot" ? 2.2 : 3.6 }));
  }
  return made;
}
