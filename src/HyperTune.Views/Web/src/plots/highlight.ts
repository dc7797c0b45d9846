import { svg } from "../dom";
import type { Store } from "../state/store";
import type { Surface } from "./surface";

/** Rings the trial that is open and the one that is pointed at. Cheap: neither canvas nor axes are touched. */
export function ringTrials(surface: Surface, store: Store, place: (trial: number) => readonly [number, number] | null): void {
  surface.highlights.replaceChildren();
  for (const [trial, kind] of [[store.opened, "ring is-open"], [store.hovered, "ring"]] as const) {
    const at = trial === null ? null : place(trial);
    if (at !== null && Number.isFinite(at[0]) && Number.isFinite(at[1])) {
      surface.highlights.append(svg("circle", { class: kind, cx: at[0], cy: at[1], r: 6.5 }));
    }
  }
}
