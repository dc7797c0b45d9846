import { hideTooltip, showTooltip } from "../frame/tooltip";
import type { Store } from "../state/store";
import { describeTrial } from "../study/describe";
import type { Surface } from "./surface";

/** Finds the trial at a place of the plot, if any. */
export type Find = (x: number, y: number) => number | null;

/** Marks the trial below the pointer in all views, and opens it on a click. Returns what a brush on the same plot calls for a click. */
export function attachPointer(surface: Surface, store: Store, find: Find): (event: PointerEvent) => boolean {
  const { element } = surface;
  element.addEventListener("pointermove", event => {
    if (event.buttons !== 0) {
      hideTooltip();
      return;
    }
    const trial = find(...surface.point(event));
    element.classList.toggle("is-hit", trial !== null);
    store.hover(trial);
    if (trial === null) {
      hideTooltip();
    } else {
      showTooltip(describeTrial(store.study, trial, store.objective), event.clientX, event.clientY);
    }
  });
  element.addEventListener("pointerleave", () => {
    store.hover(null);
    hideTooltip();
  });
  const open = (event: PointerEvent | MouseEvent): boolean => {
    const trial = find(...surface.point(event));
    if (trial !== null) {
      hideTooltip();
      store.open(trial);
    }
    return trial !== null;
  };
  // Clicks on handles are the brush's, which asks back.
  element.addEventListener("click", event => {
    if (!surface.handles.contains(event.target as Node)) {
      open(event);
    }
  });
  return open;
}

/** Points with the trials that they stand for; filled by a view while it draws. */
export class PointSet {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly trial: number[] = [];

  clear(): void {
    this.x.length = this.y.length = this.trial.length = 0;
  }

  add(x: number, y: number, trial: number): void {
    this.x.push(x);
    this.y.push(y);
    this.trial.push(trial);
  }

  /** The nearest point's trial, within a hand's precision; what the filter keeps is preferred. */
  readonly nearest = (x: number, y: number, isPreferred: (trial: number) => boolean = () => true): number | null => {
    let best = -1;
    let least = 12 * 12;
    for (let i = 0; i < this.x.length; i++) {
      const distance = (this.x[i]! - x) ** 2 + (this.y[i]! - y) ** 2 + (isPreferred(this.trial[i]!) ? 0 : 36);
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best < 0 ? null : this.trial[best]!;
  };
}
