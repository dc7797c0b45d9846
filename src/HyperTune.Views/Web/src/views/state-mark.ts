import { svg } from "../dom";
import { diamond } from "../plots/marks";
import { stateInfo } from "../study/states";

/** The mark of a state as it is drawn in plots, for a line of text. */
export function stateMark(letter: string, isBest = false): SVGSVGElement {
  const { mark, colour } = stateInfo(letter);
  const made = svg("svg", { class: `state-mark colour-${isBest ? "best" : colour}`, width: 12, height: 12, viewBox: "0 0 12 12", "aria-hidden": "true" });
  if (isBest) {
    made.append(svg("path", { class: "is-filled", d: diamond(6, 6, 5) }));
    return made;
  }
  switch (mark) {
    case "disc": made.append(svg("circle", { class: "is-filled", cx: 6, cy: 6, r: 3.6 })); break;
    case "dot": made.append(svg("circle", { class: "is-filled is-half", cx: 6, cy: 6, r: 3.6 })); break;
    case "ring": made.append(svg("circle", { cx: 6, cy: 6, r: 3.4 })); break;
    case "cross": made.append(svg("path", { d: "M2.5,2.5L9.5,9.5M9.5,2.5L2.5,9.5" })); break;
    case "dash": made.append(svg("path", { d: "M2,6H10" })); break;
  }
  return made;
}
