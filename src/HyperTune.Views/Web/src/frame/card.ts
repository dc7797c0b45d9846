import { html, set, svg } from "../dom";
import type { Change, Store } from "../state/store";
import { diamond, triangle } from "../plots/marks";
import type { LegendEntry, LegendMark, View, ViewDefinition, ViewHost } from "./view";

/** How long the other views wait while the hand moves in one. */
const restTime = 140;

const everything: readonly Change[] = ["data", "selection", "hover", "open", "objective", "theme", "size"];

/** Frames a view, and calls it when something changed and it can be seen. */
export class Card implements ViewHost {
  readonly element: HTMLElement;
  readonly body = html("div", { class: "card-body" });
  readonly tools = html("div", { class: "card-tools" });
  readonly focus: readonly number[];
  readonly #how = html("p", { class: "how" });
  readonly #legend = html("ul", { class: "legend" });
  readonly #note = html("p", { class: "note", hidden: true });
  readonly #view: View;
  readonly #stop: () => void;
  readonly #watcher: IntersectionObserver;
  #pending = new Set<Change>(everything);
  #isVisible = false;
  #frame = 0;
  #timer = 0;

  constructor(definition: ViewDefinition, store: Store, focus: readonly number[]) {
    this.focus = focus;
    const id = `view-${definition.name}`;
    this.element = html("article", { class: `card columns-${definition.columns}`, id, "aria-labelledby": `${id}-title` },
      html("header", {}, html("h3", { id: `${id}-title` }, definition.title), this.tools, this.#legend),
      this.#how, this.body, this.#note);
    this.#how.hidden = true;
    this.#view = definition.create(this, store);
    // Until it is drawn, which waits until it is seen, a plot has at least its name.
    for (const canvas of this.body.querySelectorAll("canvas:not([aria-label])")) {
      set(canvas, { "aria-label": definition.title });
    }
    this.#stop = store.subscribe((change, owner) => this.#onChange(change, owner !== null && owner !== this.#view));
    this.#watcher = new IntersectionObserver(entries => {
      this.#isVisible = entries.at(-1)?.isIntersecting ?? false;
      this.#schedule();
    }, { rootMargin: "240px" });
    this.#watcher.observe(this.element);
  }

  legend(entries: readonly LegendEntry[]): void {
    this.#legend.replaceChildren(...entries.map(e => html("li", {}, legendMark(e.mark), e.text)));
  }

  how(text: string): void {
    this.#how.textContent = text;
    this.#how.hidden = false;
  }

  note(text: string | null): void {
    this.#note.textContent = text;
    this.#note.hidden = text === null;
  }

  invalidate(change: Change): void {
    this.#pending.add(change);
    this.#schedule();
  }

  /** Draws now what is due, seen or not: for print. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    window.clearTimeout(this.#timer);
    this.#frame = this.#timer = 0;
    if (this.#pending.size > 0) {
      const changes = this.#pending;
      this.#pending = new Set();
      this.#view.update(changes);
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    window.clearTimeout(this.#timer);
    this.#stop();
    this.#watcher.disconnect();
    this.#view.dispose?.();
    this.element.remove();
  }

  #onChange(change: Change, mayWait: boolean): void {
    this.#pending.add(change);
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    if (mayWait) {
      this.#timer = window.setTimeout(() => this.#schedule(), restTime);
    } else {
      this.#schedule();
    }
  }

  #schedule(): void {
    if (this.#isVisible && this.#frame === 0 && this.#pending.size > 0) {
      this.#frame = requestAnimationFrame(() => this.flush());
    }
  }
}

/** A card that says why a view is not there. */
export function reasonCard(definition: ViewDefinition, reason: string): HTMLElement {
  return html("article", { class: `card columns-${definition.columns} is-empty`, id: `view-${definition.name}` },
    html("header", {}, html("h3", {}, definition.title)), html("p", { class: "how" }, reason));
}

/** A legend's mark, as it is drawn in plots. */
export function legendMark(mark: LegendMark): SVGSVGElement {
  const wide = mark === "ramp" ? 72 : mark.includes("line") || mark === "band" ? 18 : 12;
  const made = svg("svg", { class: `legend-mark mark-${mark}`, width: wide, height: 12, viewBox: `0 0 ${wide} 12`, "aria-hidden": "true" });
  switch (mark) {
    case "completed": made.append(svg("circle", { cx: 6, cy: 6, r: 4 })); break;
    case "pruned": made.append(svg("circle", { cx: 6, cy: 6, r: 3.5 })); break;
    case "infeasible": made.append(svg("path", { d: "M6,1.5V10.5M1.5,6H10.5" })); break;
    case "failed": made.append(svg("path", { d: "M2.5,2.5L9.5,9.5M2.5,9.5L9.5,2.5" })); break;
    case "best": made.append(svg("path", { d: diamond(6, 6) })); break;
    case "default": made.append(svg("path", { d: triangle(6, 6) })); break;
    case "enqueued": made.append(svg("rect", { x: 2, y: 2, width: 8, height: 8 })); break;
    case "square": case "hatched": made.append(svg("rect", { x: 1, y: 1, width: 10, height: 10 })); break;
    case "band": made.append(svg("rect", { x: 0, y: 1, width: wide, height: 10 })); break;
    case "ramp":
      [1, 2, 3, 4, 5].forEach((step, i) => made.append(svg("rect", { class: `ramp-${step}`, x: i * (wide / 5), y: 2, width: wide / 5, height: 8 })));
      break;
    default: made.append(svg("line", { x1: 0, x2: wide, y1: 6, y2: 6 }));
  }
  return made;
}
