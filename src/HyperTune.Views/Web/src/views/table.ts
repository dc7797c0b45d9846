import "../style/table.css";
import { html, set } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import type { Change, Store } from "../state/store";
import { count, group } from "../text/numbers";
import { reserve } from "./reserve";
import { type Column, makeColumns } from "./table-columns";
import { TableHead } from "./table-head";
import { type Sorting, order } from "./table-order";
import { TableRows, rowHeight } from "./table-rows";

const mostHeight = 20 * rowHeight + 76;
const printed = { rows: 60, columns: 10 };

/** All trials, sorted and filtered. */
class Table implements View {
  readonly #scroller = html("div", { class: "table-scroll" });
  readonly #columnGroup = html("colgroup");
  readonly #table: HTMLTableElement;
  readonly #head: TableHead;
  readonly #rows: TableRows;
  readonly #fields = new Map<string, string>();
  readonly #release: () => void;
  #columns: readonly Column[] = [];
  #sorting: Sorting | null = null;
  #frame = 0;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#rows = new TableRows(store, this.#scroller, () => this.#head.element.offsetHeight, mostHeight);
    this.#head = new TableHead({
      onSort: column => this.#sort(column),
      onField: (key, text) => {
        this.#fields.set(key, text);
        this.#scroller.scrollTop = 0;
        this.#fill();
      },
    });
    this.#table = html("table", { class: "trials", "aria-label": "Trials" }, this.#columnGroup, this.#head.element, this.#rows.element);
    this.#scroller.append(this.#table);
    this.#scroller.style.setProperty("max-height", `${mostHeight}px`);
    host.body.append(this.#scroller);
    this.#release = reserve(host.body, Math.min(mostHeight, store.study.count * rowHeight + 76));
    this.#scroller.addEventListener("scroll", () => {
      if (this.#frame === 0) {
        this.#frame = requestAnimationFrame(() => {
          this.#frame = 0;
          this.#rows.draw(this.#most);
          this.#rows.mark();
        });
      }
    }, { passive: true });
  }

  update(changes: ReadonlySet<Change>): void {
    if (!isHoverOnly(changes)) {
      if (changes.has("data") || changes.has("objective") || changes.has("size")) {
        this.#makeColumns();
      }
      this.#fill();
      this.#release();
    }
    this.#rows.mark();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
  }

  get #most(): number | null {
    return isPrinting() ? printed.rows : null;
  }

  #makeColumns(): void {
    const all = makeColumns(this.store);
    this.#columns = isPrinting() ? all.slice(0, printed.columns) : all;
    this.#rows.columns = this.#columns;
    this.#head.draw(this.#columns, this.#fields);
    this.#columnGroup.replaceChildren(...this.#columns.map(c => {
      const made = html("col");
      made.style.setProperty("width", `${c.width}px`);
      return made;
    }));
    this.#table.style.setProperty("width", `${this.#columns.reduce((sum, c) => sum + c.width, 0)}px`);
  }

  #fill(): void {
    const { store } = this;
    const sorting = this.#sorting ?? this.#firstSorting();
    const { trials, errors } = order(store, this.#columns, this.#fields, sorting);
    this.#rows.trials = trials;
    this.#rows.active = Math.min(this.#rows.active, Math.max(0, trials.length - 1));
    this.#head.show(sorting, errors);
    this.#rows.draw(this.#most);
    set(this.#table, { "aria-rowcount": trials.length + 2 });
    const of = this.#columns.find(c => c.key === sorting.key)?.title ?? "Trial";
    const shown = trials.length === store.study.count ? count(trials.length, "trial") : `${group(trials.length)} of ${count(store.study.count, "trial")}`;
    this.host.how(`${shown}, by ${of}. Headers sort; the fields below them take text, >0.01, 16..64 or absent.`);
    this.host.note(isPrinting() && trials.length > printed.rows ? `The first ${printed.rows} are printed.` : null);
  }

  #firstSorting(): Sorting {
    const { study, objective } = this.store;
    return study.ranking(objective).length === 0
      ? { key: "trial", isDescending: false }
      : { key: `m${objective}`, isDescending: study.sign(objective) > 0 };
  }

  #sort(column: Column): void {
    const before = this.#sorting ?? this.#firstSorting();
    this.#sorting = { key: column.key, isDescending: before.key === column.key ? !before.isDescending : column.isDescending };
    this.#scroller.scrollTop = 0;
    this.#rows.active = 0;
    this.#fill();
    this.#rows.mark();
  }
}

function isPrinting(): boolean {
  return document.documentElement.classList.contains("is-printing");
}

export const table: ViewDefinition = {
  name: "table",
  title: "All trials",
  section: "trials",
  order: 10,
  columns: 12,
  applies: study => study.count > 0,
  create: (host, store) => new Table(host, store),
};
