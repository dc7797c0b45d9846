import { svg } from "../dom";
import type { Axis } from "./axis";
import { shorten } from "./draw-axis";
import type { Surface } from "./surface";

/** An upright axis of parallel coordinates, its title in two lines: where the parameter belongs, and its own name. */
export function drawParallelAxis(surface: Surface, axis: Axis, x: number, gap: number, isObjective: boolean): void {
  const { front } = surface;
  const [above, below] = splitTitle(axis.domain.title);
  const room = gap - 6;
  const title = svg("g", { class: isObjective ? "parallel-title is-objective" : "parallel-title" },
    svg("title", {}, axis.domain.title),
    svg("text", { class: "muted", x, y: 16, "text-anchor": "middle" }, shorten(above, room)),
    svg("text", { x, y: 32, "text-anchor": "middle" }, shorten(below, room * 0.88)));
  front.append(title, svg("line", { class: "axis", x1: x, x2: x, y1: axis.edge(-Infinity), y2: axis.edge(Infinity) }));
  if (axis.absent !== null) {
    front.append(svg("line", { class: "axis absent-stub", x1: x, x2: x, y1: axis.absent === axis.from ? axis.edge(-Infinity) : axis.edge(Infinity), y2: axis.absent }));
  }
  for (const tick of axis.ticks(axis.domain.slots === null ? 30 : Math.max(14, Math.min(24, axis.slot)))) {
    const side = isObjective ? -1 : 1;
    if (axis.domain.slots === null && tick.kind === "value") {
      front.append(svg("line", { class: "tick", x1: x - 3, x2: x + 3, y1: tick.at, y2: tick.at }));
    }
    front.append(svg("text", {
      class: `tick-label with-halo${tick.kind === "value" ? "" : " muted"}`, x: x + side * 7, y: tick.at + 4, "text-anchor": isObjective ? "end" : "start",
    }, shorten(tick.text, isObjective ? 50 : gap - 12)));
  }
}

/** Splits at the last dot, else before the last word of a long name. */
function splitTitle(title: string): readonly [string, string] {
  const dot = title.lastIndexOf(".");
  if (dot > 0 && dot < title.length - 1) {
    return [title.slice(0, dot), title.slice(dot + 1)];
  }
  const word = title.length > 9 ? Math.max(title.lastIndexOf(" "), title.search(/(?<=[a-z\d])[A-Z][^A-Z]*$/)) : -1;
  return word > 0 ? [title.slice(0, word), title.slice(word).trim()] : ["", title];
}
