import "../style/slices.css";
import { button, html } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { Change, Store } from "../state/store";
import { count } from "../text/numbers";
import { SliceCell } from "./slice-cell";

/** How many are shown at first. */
const first = 12;
/** How long the other cells wait while the hand moves in one. */
const restTime = 140;

/** One parameter at a time: small multiples by importance over the same objective axis. */
class Slices implements View {
  readonly #grid = html("div", { class: "slice-grid" });
  readonly #more: HTMLButtonElement;
  #cells: SliceCell[] = [];
  #isAll = false;
  #timer = 0;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("Completed trials, by importance. All charts share the axis of the objective. Drag across one to limit its parameter.");
    this.#more = button("", () => {
      this.#isAll = !this.#isAll;
      this.host.invalidate("data");
    });
    host.body.append(this.#grid);
    host.tools.append(this.#more);
  }

  update(changes: ReadonlySet<Change>): void {
    if (changes.has("data") || changes.has("objective")) {
      this.#arrange();
    }
    const ready = this.#cells.filter(c => c.isReady);
    if (!isHoverOnly(changes)) {
      const dragged = ready.find(c => c.isDragging);
      if (dragged !== undefined && !changes.has("size") && !changes.has("data")) {
        dragged.draw();
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => this.host.invalidate("size"), restTime);
      } else {
        window.clearTimeout(this.#timer);
        ready.forEach(c => c.draw());
      }
    }
    ready.forEach(c => c.highlight());
  }

  dispose(): void {
    window.clearTimeout(this.#timer);
    this.#cells.forEach(c => c.dispose());
  }

  /** Keeps the cells that stay, so that a focused handle or a drag is not lost when trials arrive. */
  #arrange(): void {
    const { study, objective } = this.store;
    const ranking = study.ranking(objective);
    // A parameter that no completed trial has, or that is fixed, would be an empty chart.
    const order = study.byImportance(objective).filter(p =>
      (this.host.focus.length === 0 || this.host.focus.includes(p)) && !study.isFixed(p) && ranking.some(t => !Number.isNaN(study.parameter(p)[t]!)));
    const shown = this.#isAll || order.length <= first ? order : order.slice(0, first);
    this.#more.hidden = order.length <= first;
    this.#more.textContent = this.#isAll ? `Show the first ${first}` : `Show all ${order.length}`;
    const old = new Map(this.#cells.map(c => [c.parameter, c]));
    this.#cells = shown.map(p => {
      const cell = old.get(p) ?? new SliceCell(this.store, p, this, () => this.host.invalidate("size"));
      old.delete(p);
      return cell;
    });
    old.forEach(c => c.dispose());
    this.#cells.forEach((cell, i) => {
      if (this.#grid.children[i] !== cell.element) {
        this.#grid.insertBefore(cell.element, this.#grid.children[i] ?? null);
      }
    });
    const hasDefaults = shown.some(p => study.parameters[p]!.initial !== null);
    this.host.legend([
      { mark: "completed", text: count(study.ranking(objective).length, "completed trial") },
      { mark: "best", text: "best" }, { mark: "line", text: "median nearby" },
      ...(hasDefaults ? [{ mark: "default", text: "default" } as const] : []),
    ]);
  }
}

export const slices: ViewDefinition = {
  name: "slices",
  title: "One parameter at a time",
  section: "parameters",
  order: 20,
  columns: 12,
  applies: (study, store) => study.parameters.length > 0 && study.ranking(store.objective).length > 0,
  create: (host, store) => new Slices(host, store),
};
