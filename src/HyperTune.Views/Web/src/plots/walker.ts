import { html, set } from "../dom";
import type { Store } from "../state/store";
import { describeTrial } from "../study/describe";
import type { Surface } from "./surface";

/**
 * Lets the keyboard walk the selected trials of a plot: left and right go to the next, Home and End to the ends, Enter opens.
 * It is a slider and not an image, since screen readers keep the arrow keys from images, and speak a slider's text by themselves.
 */
export function attachWalker(surface: Surface, store: Store, label: string, order: () => readonly number[]): void {
  const walker = html("div", { class: "walker", role: "slider", tabindex: 0, "aria-label": `${label}: walk the selected trials`, "aria-valuemin": 1 });
  let at = -1;
  const show = (trials: readonly number[], to: number) => {
    at = Math.max(0, Math.min(trials.length - 1, to));
    const trial = trials[at];
    set(walker, {
      "aria-valuemax": Math.max(trials.length, 1),
      "aria-valuenow": at + 1,
      "aria-valuetext": trial === undefined ? "no trial is selected" : describeTrial(store.study, trial, store.objective),
    });
    store.hover(trial ?? null);
  };
  set(walker, { "aria-valuenow": 1, "aria-valuemax": Math.max(store.study.count, 1) });
  walker.addEventListener("focus", () => {
    if (walker.matches(":focus-visible")) {
      const trials = order();
      const opened = store.opened === null ? -1 : trials.indexOf(store.opened);
      show(trials, opened >= 0 ? opened : Math.max(at, 0));
    }
  });
  walker.addEventListener("blur", () => store.hover(null));
  walker.addEventListener("keydown", event => {
    const trials = order();
    const to: Record<string, number> = {
      ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1,
      PageUp: at + 10, PageDown: at - 10, Home: 0, End: trials.length - 1,
    };
    if (event.key === "Enter" && trials[at] !== undefined) {
      store.open(trials[at]!);
    } else if (to[event.key] !== undefined) {
      show(trials, to[event.key]!);
    } else {
      return;
    }
    event.preventDefault();
  });
  surface.handles.before(walker);
}
