import { html, set } from "../dom";
import type { Limit } from "../state/filter";
import type { Store } from "../state/store";
import type { Axis } from "./axis";
import { describeLimit } from "./describe-limit";
import type { Surface } from "./surface";

export interface BrushOptions {
  readonly surface: Surface;
  readonly store: Store;
  /** The view: it is redrawn while the hand moves, the others when it rests. */
  readonly owner: object;
  readonly isVertical: boolean;
  /** What is limited, for screen readers. */
  readonly label: string;
  /** A click that is no drag; returns whether there was something to open. */
  readonly onClick: (event: PointerEvent) => boolean;
  /** Whether a click on the box releases it even where there is something to open, as on an axis that all lines cross. */
  readonly isReleasedFirst?: boolean;
}

type Grip = "new" | "move" | "low" | "high";

/**
 * Limits the trials along an axis. Drag to make a box, drag the box to move it, drag an end to resize it, click it to release it;
 * or focus an end and use the keys.
 */
export class Brush {
  readonly #options: BrushOptions;
  readonly #zone = html("div", { class: "brush-zone" });
  readonly #box = html("div", { class: "brush-box" });
  readonly #ends: readonly [HTMLElement, HTMLElement];
  #axis: Axis | null = null;
  #across: readonly [number, number] = [0, 0];
  #drag: { grip: Grip; at: number; span: readonly [number, number]; moved: boolean } | null = null;

  constructor(options: BrushOptions) {
    this.#options = options;
    const end = (which: "low" | "high") => {
      const made = html("div", {
        class: "brush-end", role: "slider", tabindex: 0,
        "aria-orientation": options.isVertical ? "vertical" : "horizontal", "aria-valuemin": 0, "aria-valuemax": 100,
        "aria-label": `${options.label}, ${which === "low" ? "lower" : "upper"} limit`,
      });
      made.addEventListener("keydown", event => this.#onKey(event, which));
      return made;
    };
    this.#ends = [end("low"), end("high")];
    const kind = options.isVertical ? "vertical" : "horizontal";
    for (const part of [this.#zone, this.#box, ...this.#ends]) {
      part.classList.add(kind);
    }
    options.surface.handles.append(this.#zone, this.#box, ...this.#ends);
    this.#zone.addEventListener("pointerdown", event => this.#start(event, "new"));
    this.#box.addEventListener("pointerdown", event => this.#start(event, "move"));
    this.#ends.forEach((e, i) => e.addEventListener("pointerdown", event => this.#start(event, i === 0 ? "low" : "high")));
  }

  /** Lays the brush along an axis; `across` are the pixels that it covers the other way. Shows the limit that there is. */
  place(axis: Axis, across: readonly [number, number]): void {
    this.#axis = axis;
    this.#across = across;
    this.#put(this.#zone, Math.min(axis.from, axis.to) - 4, Math.max(axis.from, axis.to) + 4);
    this.refresh();
  }

  /** Shows the limit of now. */
  refresh(): void {
    const axis = this.#axis;
    if (axis === null) {
      return;
    }
    const limit = this.#limit;
    const [a, b] = this.#span();
    this.#box.hidden = limit === null;
    if (limit !== null) {
      this.#put(this.#box, Math.min(a, b), Math.max(a, b));
    }
    [a, b].forEach((pixel, i) => {
      const end = this.#ends[i]!;
      end.classList.toggle("is-set", limit !== null);
      this.#put(end, pixel - 3.5, pixel + 3.5);
      set(end, {
        "aria-valuenow": Math.round(100 * axis.share(pixel)),
        "aria-valuetext": limit === null ? "no limit" : describeLimit(axis.domain, limit),
      });
    });
  }

  /** Whether the hand is at it. */
  get isDragging(): boolean {
    return this.#drag?.moved ?? false;
  }

  dispose(): void {
    for (const part of [this.#zone, this.#box, ...this.#ends]) {
      part.remove();
    }
  }

  get #limit(): Limit | null {
    const key = this.#axis?.domain.key;
    return (key && this.#options.store.filter.limits.get(key)) || null;
  }

  #span(): readonly [number, number] {
    const limit = this.#limit;
    return limit === null ? [this.#axis!.from, this.#axis!.to] : this.#axis!.span(limit);
  }

  #put(part: HTMLElement, from: number, to: number): void {
    const [left, top, width, height] = this.#options.isVertical
      ? [this.#across[0], from, this.#across[1] - this.#across[0], to - from]
      : [from, this.#across[0], to - from, this.#across[1] - this.#across[0]];
    part.style.setProperty("left", `${left}px`);
    part.style.setProperty("top", `${top}px`);
    part.style.setProperty("width", `${width}px`);
    part.style.setProperty("height", `${height}px`);
  }

  #start(event: PointerEvent, grip: Grip): void {
    if (event.button !== 0 || this.#axis === null) {
      return;
    }
    event.stopPropagation();
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    this.#drag = { grip, at: this.#pixel(event), span: this.#span(), moved: false };
    const onMove = (e: PointerEvent) => this.#move(e);
    target.addEventListener("pointermove", onMove);
    const stop = (e: PointerEvent) => {
      target.removeEventListener("pointermove", onMove);
      const drag = this.#drag;
      this.#drag = null;
      if (drag !== null && e.type === "pointerup") {
        if (drag.moved) {
          // Told once more without an owner, so that the views that waited are drawn.
          this.#set(this.#limit, null);
        } else if (drag.grip === "move" && (this.#options.isReleasedFirst || !this.#click(e))) {
          this.#set(null, null);
        } else if (drag.grip === "new") {
          this.#click(e);
        }
      }
    };
    target.addEventListener("pointerup", stop, { once: true });
    target.addEventListener("pointercancel", stop, { once: true });
  }

  #click(event: PointerEvent): boolean {
    return this.#options.onClick(event);
  }

  #move(event: PointerEvent): void {
    const drag = this.#drag;
    const axis = this.#axis;
    if (drag === null || axis === null) {
      return;
    }
    const at = this.#pixel(event);
    if (!drag.moved && Math.abs(at - drag.at) < 4) {
      return;
    }
    drag.moved = true;
    const [least, most] = [Math.min(axis.from, axis.to), Math.max(axis.from, axis.to)];
    const clamp = (pixel: number) => Math.min(most, Math.max(least, pixel));
    const [a, b] = drag.span;
    if (drag.grip === "move") {
      const by = Math.max(least - Math.min(a, b), Math.min(most - Math.max(a, b), at - drag.at));
      this.#set(axis.limit(a + by, b + by), this.#options.owner);
    } else {
      const [fixed, moving] = drag.grip === "new" ? [drag.at, at] : drag.grip === "low" ? [b, at] : [a, at];
      this.#set(axis.limit(clamp(fixed), clamp(moving)), this.#options.owner);
    }
  }

  #onKey(event: KeyboardEvent, which: "low" | "high"): void {
    const axis = this.#axis;
    if (axis === null) {
      return;
    }
    const way = Math.sign(axis.to - axis.from);
    const step = axis.domain.slots === null ? Math.abs(axis.high - axis.low) * 0.02 : axis.slot;
    const steps: Record<string, number> = {
      ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5, Home: -1e6, End: 1e6,
    };
    let [a, b] = this.#span();
    const by = steps[event.key];
    if (by !== undefined) {
      const move = (pixel: number, from: number, to: number) =>
        Math.min(Math.max(from, to), Math.max(Math.min(from, to), pixel + way * by * step));
      if (which === "low") {
        a = move(a, axis.from, b);
      } else {
        b = move(b, a, axis.to);
      }
      // A box that ends at the border of two slots must not take in the next one.
      const inset = axis.domain.slots === null ? 0 : Math.min(2, axis.slot / 4) * way;
      this.#set(axis.limit(a + inset, b - inset), null);
    } else if (event.key === "Escape" || event.key === "Delete" || event.key === "Backspace") {
      if (this.#limit === null) {
        return;
      }
      this.#set(null, null);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #set(limit: Limit | null, owner: object | null): void {
    const key = this.#axis?.domain.key;
    if (key) {
      this.#options.store.setLimit(key, limit !== null && this.#isWhole(limit) ? null : limit, owner);
    }
  }

  /** A limit that leaves everything in is none. */
  #isWhole(limit: Limit): boolean {
    const { low, high, hasAbsent, worse } = this.#axis!.domain;
    return (limit.low <= low && limit.high >= high) && (limit.absent || !hasAbsent || this.#axis!.absent === null)
      && (worse === null || (worse === "low" ? limit.low === -Infinity : limit.high === Infinity));
  }

  #pixel(event: PointerEvent): number {
    const [x, y] = this.#options.surface.point(event);
    return this.#options.isVertical ? y : x;
  }
}
