import { html, name } from "../dom";
import type { Store } from "../state/store";
import { describeTrial } from "../study/describe";
import type { Column } from "./table-columns";
import { trialMark } from "./trial-mark";

/** The height of a row, in pixels; the style sheet has the same. */
export const rowHeight = 26;

const spare = 6;

/** The body of the table: only the rows that are seen are there, with room above and below for the others. */
export class TableRows {
  readonly element = html("tbody");
  trials: Int32Array = new Int32Array(0);
  columns: readonly Column[] = [];
  /** The row that the keyboard is on. */
  active = 0;

  constructor(
    private readonly store: Store,
    private readonly scroller: HTMLElement,
    private readonly headHeight: () => number,
    private readonly mostHeight: number,
  ) {
    this.element.addEventListener("keydown", event => this.#onKey(event));
    this.element.addEventListener("pointerover", event => store.hover(trialOf(event)));
    this.element.addEventListener("pointerleave", () => store.hover(null));
    this.element.addEventListener("click", event => {
      const trial = trialOf(event);
      if (trial !== null && window.getSelection()?.isCollapsed !== false) {
        this.active = this.trials.indexOf(trial);
        store.open(trial);
      }
    });
  }

  /** Draws the rows that are seen, or the first ones for paper. */
  draw(most: number | null = null): void {
    const { scroller, trials } = this;
    const first = most === null ? Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - spare) : 0;
    const last = Math.min(trials.length, most ?? first + Math.ceil(this.mostHeight / rowHeight) + 2 * spare);
    const hadFocus = this.element.contains(document.activeElement);
    if (hadFocus && last > first) {
      // A focused row that is scrolled away would take the focus with it.
      this.active = Math.max(first, Math.min(last - 1, this.active));
    }
    const rows: HTMLElement[] = [this.#room(first)];
    for (let at = first; at < last; at++) {
      rows.push(this.#row(at));
    }
    rows.push(this.#room(most === null ? trials.length - last : 0));
    this.element.replaceChildren(...rows);
    if (hadFocus) {
      this.#focus();
    }
  }

  /** Marks the rows of the trials that are open and pointed at. */
  mark(): void {
    for (const row of this.element.querySelectorAll<HTMLElement>("tr[data-trial]")) {
      const trial = Number(row.dataset["trial"]);
      row.classList.toggle("is-open", trial === this.store.opened);
      row.classList.toggle("is-hovered", trial === this.store.hovered);
    }
  }

  #room(rows: number): HTMLElement {
    const made = html("tr", { class: "room", "aria-hidden": "true", hidden: rows <= 0 }, html("td", { colspan: this.columns.length }));
    made.style.setProperty("height", `${Math.max(0, rows) * rowHeight}px`);
    return made;
  }

  #row(at: number): HTMLElement {
    const { store, columns } = this;
    const trial = this.trials[at]!;
    const isFront = store.study.data.front.includes(trial);
    const isBest = isFront || trial === store.study.best(store.objective);
    return html("tr", { "data-trial": trial, "aria-rowindex": at + 3, class: isBest ? "is-best" : false }, ...columns.map(column => {
      if (column.key === "trial") {
        return html("th", { scope: "row", class: "number" }, html("button", {
          type: "button", class: "link", tabindex: at === this.active ? 0 : -1, "aria-label": describeTrial(store.study, trial, store.objective),
        }, String(trial)));
      }
      if (column.key === "state") {
        return html("td", {}, trialMark(store.study.state(trial), isBest), isFront ? "Front" : isBest ? "Best" : column.text(trial));
      }
      const isAbsent = Number.isNaN(column.value(trial));
      return html("td", { class: `${column.isNumeric ? "number" : ""}${isAbsent ? " is-absent" : ""}` },
        isAbsent ? "·" : column.bar === null ? name(column.text(trial)) : valueWithBar(column.text(trial), store.study.state(trial) === "C" ? column.bar(trial) : 0));
    }));
  }

  #onKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - this.headHeight()) / rowHeight) - 1);
    const to: Record<string, number> = {
      ArrowDown: this.active + 1, ArrowUp: this.active - 1, PageDown: this.active + page, PageUp: this.active - page, Home: 0, End: this.trials.length - 1,
    };
    const next = to[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    this.active = Math.max(0, Math.min(this.trials.length - 1, next));
    const top = this.active * rowHeight;
    const room = this.scroller.clientHeight - this.headHeight() - rowHeight;
    if (top < this.scroller.scrollTop) {
      this.scroller.scrollTop = top;
    } else if (top > this.scroller.scrollTop + room) {
      this.scroller.scrollTop = top - room;
    }
    this.draw();
    this.#focus();
  }

  #focus(): void {
    this.element.querySelector<HTMLElement>('button[tabindex="0"]')?.focus({ preventScroll: true });
    this.store.hover(this.trials[this.active] ?? null);
  }
}

function valueWithBar(text: string, share: number): HTMLElement {
  const bar = html("span", { class: "value-bar", "aria-hidden": "true" });
  bar.style.setProperty("width", `${Math.round(share * 36)}px`);
  return html("span", { class: "value-with-bar" }, text, html("span", { class: "value-track" }, bar));
}

function trialOf(event: Event): number | null {
  const row = (event.target as HTMLElement).closest<HTMLElement>("tr[data-trial]");
  return row === null ? null : Number(row.dataset["trial"]);
}
