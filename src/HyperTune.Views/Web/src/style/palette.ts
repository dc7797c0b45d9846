import { interpolateRgb, piecewise } from "d3-interpolate";

/** The colours that canvases need; style sheets name them, so that there is one place for each theme. */
export interface Palette {
  readonly card: string;
  readonly ink: string;
  readonly muted: string;
  readonly axis: string;
  readonly completed: string;
  readonly best: string;
  readonly pruned: string;
  readonly failed: string;
  readonly enqueued: string;
  readonly out: string;
  /** From worse to better. */
  readonly ramp: readonly string[];
}

const names = ["card", "ink", "muted", "axis", "completed", "best", "pruned", "failed", "enqueued", "out"] as const;
const rampSteps = 24;

let current: Palette | null = null;

/** The colours of the theme of now. */
export function palette(): Palette {
  if (current === null) {
    const style = getComputedStyle(document.documentElement);
    const read = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const ramp = piecewise(interpolateRgb, [1, 2, 3, 4, 5].map(i => read(`ramp-${i}`)));
    current = {
      ...(Object.fromEntries(names.map(n => [n, read(n)])) as Record<(typeof names)[number], string>),
      ramp: Array.from({ length: rampSteps }, (_, i) => ramp(i / (rampSteps - 1))),
    };
  }
  return current;
}

/** Forgets the colours; they are read again when next asked for. */
export function forgetPalette(): void {
  current = null;
}

/** The colour of the ramp at a place from 0, the worst, to 1. */
export function rampColour(colours: Palette, share: number): string {
  return colours.ramp[Math.round(Math.min(1, Math.max(0, share)) * (rampSteps - 1))]!;
}
