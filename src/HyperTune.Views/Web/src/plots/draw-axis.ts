import { svg } from "../dom";
import type { Axis, AxisTick } from "./axis";
import type { Surface } from "./surface";

/** Lays an axis' ticks out below a plot, shortening the labels of choices to their slot. Returns the ticks that are shown. */
export function drawBottomAxis(surface: Surface, axis: Axis, y: number, options: { readonly title?: string; readonly grid?: number } = {}): void {
  const { front, back } = surface;
  front.append(svg("line", { class: "axis", x1: Math.min(axis.from, axis.to), x2: Math.max(axis.from, axis.to), y1: y, y2: y }));
  const slots = axis.domain.slots;
  for (const tick of axis.ticks(slots === null || axis.slot < 26 ? 44 : axis.slot)) {
    if (options.grid !== undefined && slots === null) {
      back.append(svg("line", { class: "grid-line", x1: tick.at, x2: tick.at, y1: options.grid, y2: y }));
    }
    const text = slots === null ? tick.text : shorten(tick.text, axis.slot < 26 ? 44 : axis.slot);
    front.append(svg("line", { class: "tick", x1: tick.at, x2: tick.at, y1: y, y2: y + 4 }));
    front.append(label(text, tick.at, y + 16, "middle", tick));
  }
  if (options.title !== undefined) {
    front.append(svg("text", { class: "axis-title", x: (axis.from + axis.to) / 2, y: y + 34, "text-anchor": "middle" }, options.title));
  }
}

/** An axis at the left, with lines across the plot up to `right`. */
export function drawLeftAxis(surface: Surface, axis: Axis, x: number, right: number, options: { readonly title?: string } = {}): void {
  const { front, back } = surface;
  for (const tick of axis.ticks(axis.domain.slots === null ? 24 : Math.max(14, Math.min(axis.slot, 24)))) {
    if (tick.kind === "value" && axis.domain.slots === null) {
      back.append(svg("line", { class: "grid-line", x1: x, x2: right, y1: tick.at, y2: tick.at }));
    }
    front.append(label(shorten(tick.text, x - 8), x - 8, tick.at + 4, "end", tick));
  }
  if (axis.worse !== null) {
    drawStripEdge(surface, axis, x, right);
  }
  if (options.title !== undefined) {
    front.append(svg("text", { class: "axis-title", x: 0, y: 11 }, options.title));
  }
}

/** The line where the strip of worse values begins. */
function drawStripEdge(surface: Surface, axis: Axis, x: number, right: number): void {
  const y = axis.domain.worse === "low" ? axis.low + 2 : axis.high - 2;
  surface.back.append(svg("line", { class: "strip", x1: x, x2: right, y1: y, y2: y }));
}

function label(text: string, x: number, y: number, anchor: "middle" | "end", tick: AxisTick): SVGTextElement {
  return svg("text", { class: tick.kind === "value" ? "tick-label" : "tick-label muted", x, y, "text-anchor": anchor }, text);
}

/** Cuts a text to about a width in pixels, from measured averages of the interface's fonts. */
export function shorten(text: string, width: number): string {
  const most = Math.max(3, Math.floor(width / 6.2));
  const letters = [...text];
  return letters.length <= most ? text : letters.slice(0, most - 1).join("") + "…";
}
