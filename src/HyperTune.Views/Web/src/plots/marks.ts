import type { Palette } from "../style/palette";
import { type State, stateInfo } from "../study/states";

/** The radius of a mark: marks shrink when there are many. */
export function markRadius(n: number): number {
  return Math.max(1.1, 3.4 * Math.min(1, (600 / Math.max(n, 1)) ** 0.3));
}

/** From how many trials on marks become squares of half opacity, which are drawn much faster than arcs. */
export const manyTrials = 2500;

export type Context = CanvasRenderingContext2D;

/** Draws many marks of one colour in one path. */
export class MarkPath {
  #path = new Path2D();
  #isEmpty = true;
  /** Squares one by one, so that their opacity adds up and shows where many lie. */
  readonly #squares: number[] = [];
  readonly #radius: number;
  readonly #asSquares: boolean;

  constructor(radius: number, asSquares = false) {
    this.#radius = radius;
    this.#asSquares = asSquares;
  }

  disc(x: number, y: number): void {
    const r = this.#radius;
    if (this.#asSquares) {
      this.#squares.push(x - r, y - r);
    } else {
      this.#isEmpty = false;
      this.#path.moveTo(x + r, y);
      this.#path.arc(x, y, r, 0, 2 * Math.PI);
    }
  }

  cross(x: number, y: number): void {
    const r = this.#radius;
    this.#path.moveTo(x - r, y - r);
    this.#path.lineTo(x + r, y + r);
    this.#path.moveTo(x - r, y + r);
    this.#path.lineTo(x + r, y - r);
  }

  plus(x: number, y: number): void {
    const r = this.#radius * 1.2;
    this.#isEmpty = false;
    this.#path.moveTo(x - r, y);
    this.#path.lineTo(x + r, y);
    this.#path.moveTo(x, y - r);
    this.#path.lineTo(x, y + r);
  }

  dash(x: number, y: number): void {
    this.#path.moveTo(x - this.#radius, y);
    this.#path.lineTo(x + this.#radius, y);
  }

  fill(context: Context, colour: string, opacity = 1): void {
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    if (!this.#isEmpty) {
      context.fill(this.#path);
    }
    const side = 2 * this.#radius;
    for (let i = 0; i < this.#squares.length; i += 2) {
      context.fillRect(this.#squares[i]!, this.#squares[i + 1]!, side, side);
    }
    context.globalAlpha = 1;
  }

  stroke(context: Context, colour: string, width = 1.4, opacity = 1): void {
    context.globalAlpha = opacity;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke(this.#path);
    context.globalAlpha = 1;
  }
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly state: State;
  readonly isSelected: boolean;
}

/** Draws trials by their state: what is not selected recedes below, failures lie on top. */
export function drawMarks(context: Context, palette: Palette, marks: Iterable<Mark>, total: number): void {
  const radius = markRadius(total);
  const asSquares = total >= manyTrials;
  const out = new MarkPath(radius, asSquares);
  const byState = new Map<State, MarkPath>();
  for (const { x, y, state, isSelected } of marks) {
    if (!isSelected) {
      out.disc(x, y);
      continue;
    }
    const { mark } = stateInfo(state);
    let path = byState.get(state);
    if (path === undefined) {
      path = new MarkPath(radius * (mark === "ring" ? 0.9 : mark === "dot" ? 0.6 : 1), asSquares);
      byState.set(state, path);
    }
    if (mark === "cross") {
      path.cross(x, y);
    } else if (mark === "plus") {
      path.plus(x, y);
    } else if (mark === "dash") {
      path.dash(x, y);
    } else {
      path.disc(x, y);
    }
  }
  out.fill(context, palette.out);
  for (const state of ["O", "X", "W", "E", "P", "R", "C", "I", "F"] as const) {
    const path = byState.get(state);
    const { mark, colour } = stateInfo(state);
    if (asSquares && mark === "ring") {
      path?.fill(context, palette[colour], 0.35);
    } else if (mark === "disc" || mark === "dot") {
      path?.fill(context, palette[colour], asSquares ? 0.5 : 0.9);
    } else {
      path?.stroke(context, palette[colour], mark === "ring" ? 1.2 : 1.6, asSquares ? 0.6 : 1);
    }
  }
}

/** The diamond of the best. */
export function diamond(x: number, y: number, r = 5.5): string {
  return `M${x},${y - r}L${x + r},${y}L${x},${y + r}L${x - r},${y}Z`;
}

/** The triangle of the defaults. */
export function triangle(x: number, y: number, r = 4.5): string {
  return `M${x - r},${y - r * 0.8}L${x + r},${y - r * 0.8}L${x},${y + r}Z`;
}
