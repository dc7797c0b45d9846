import { contours } from "d3-contour";
import type { Axis } from "../plots/axis";
import { type Palette, rampColour } from "../style/palette";
import { type Field, leastWeight } from "./contour-field";

const steps = 8;

/** Fills the steps of a field where trials are near, and hatches the rest: what was not tried gets no colour. */
export function fillField(context: CanvasRenderingContext2D, field: Field, x: Axis, y: Axis, colours: Palette): void {
  const { size, mean, weight } = field;
  const covered = outline(Array.from(weight), size, leastWeight, x, y);
  const [left, right] = [Math.min(x.low, x.high), Math.max(x.low, x.high)];
  const [top, bottom] = [Math.min(y.low, y.high), Math.max(y.low, y.high)];
  hatch(context, left, top, right, bottom, colours.axis);
  // Cells without a mean take a neighbour's, so that steps do not bend towards places that are hatched anyway.
  const filled = spreadOut(mean, size);
  if (filled === null) {
    return;
  }
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.clip(covered, "evenodd");
  context.fillStyle = rampColour(colours, 0);
  context.fillRect(left, top, right - left, bottom - top);
  for (let step = 1; step < steps; step++) {
    context.fillStyle = rampColour(colours, step / (steps - 1));
    context.fill(outline(filled, size, step / steps, x, y), "evenodd");
  }
  context.restore();
  context.strokeStyle = colours.axis;
  context.lineWidth = 0.6;
  context.stroke(covered);
}

/** The border of what is at least a threshold, in pixels. */
function outline(values: readonly number[], size: number, threshold: number, x: Axis, y: Axis): Path2D {
  const path = new Path2D();
  const shape = contours().size([size, size]).contour(values as number[], threshold);
  const place = ([a, b]: readonly number[]) => [x.low + (a! / size) * (x.high - x.low), y.low + (b! / size) * (y.high - y.low)] as const;
  for (const polygon of shape.coordinates) {
    for (const ring of polygon) {
      ring.forEach((point, i) => (i === 0 ? path.moveTo(...place(point)) : path.lineTo(...place(point))));
      path.closePath();
    }
  }
  return path;
}

/** Gives cells without a value the value of a neighbour, as often as it takes; null if there is none at all. */
function spreadOut(mean: Float64Array, size: number): number[] | null {
  const values = Array.from(mean);
  let open = values.flatMap((v, i) => (Number.isNaN(v) ? [i] : []));
  if (open.length === values.length) {
    return null;
  }
  while (open.length > 0) {
    const found = open.map(i => {
      const column = i % size;
      const near = [column > 0 ? i - 1 : -1, column < size - 1 ? i + 1 : -1, i - size, i + size].map(j => values[j] ?? NaN).filter(v => !Number.isNaN(v));
      return near.length === 0 ? NaN : near.reduce((a, b) => a + b) / near.length;
    });
    open.forEach((cell, k) => (values[cell] = found[k]!));
    open = open.filter((_, k) => Number.isNaN(found[k]!));
  }
  return values;
}

function hatch(context: CanvasRenderingContext2D, left: number, top: number, right: number, bottom: number, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.beginPath();
  for (let at = left - (bottom - top); at < right; at += 9) {
    context.moveTo(at, bottom);
    context.lineTo(at + bottom - top, top);
  }
  context.strokeStyle = colour;
  context.globalAlpha = 0.28;
  context.lineWidth = 0.7;
  context.stroke();
  context.restore();
}
