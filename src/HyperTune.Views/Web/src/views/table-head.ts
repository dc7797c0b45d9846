import { html, name, set } from "../dom";
import type { Column } from "./table-columns";
import type { Sorting } from "./table-order";

export interface TableHeadOptions {
  onSort(column: Column): void;
  onField(key: string, text: string): void;
}

/** The table's headers, which sort, and below each a field that filters. */
export class TableHead {
  readonly element = html("thead");
  #drawn = "";
  #cells = new Map<string, { readonly header: HTMLElement; readonly field: HTMLInputElement }>();

  constructor(private readonly options: TableHeadOptions) {}

  /** Makes the cells anew where the columns are others; a field that is being typed in stays. */
  draw(columns: readonly Column[], fields: ReadonlyMap<string, string>): void {
    const drawn = columns.map(c => `${c.key} ${c.prefix} ${c.title} ${c.width}`).join("\n");
    if (drawn === this.#drawn) {
      return;
    }
    this.#drawn = drawn;
    this.#cells = new Map(columns.map(column => [column.key, this.#make(column, fields.get(column.key) ?? "")]));
    const cells = [...this.#cells.values()];
    this.element.replaceChildren(
      html("tr", { "aria-rowindex": 1 }, ...cells.map(c => c.header)),
      html("tr", { class: "fields", "aria-rowindex": 2 }, ...cells.map(c => html("td", {}, c.field))));
  }

  show(sorting: Sorting, errors: ReadonlyMap<string, string>): void {
    for (const [key, { header, field }] of this.#cells) {
      set(header, { "aria-sort": key !== sorting.key ? null : sorting.isDescending ? "descending" : "ascending" });
      const error = errors.get(key) ?? null;
      set(field, { "aria-invalid": error !== null ? "true" : null, title: error });
    }
  }

  #make(column: Column, text: string): { readonly header: HTMLElement; readonly field: HTMLInputElement } {
    const full = column.prefix === "" ? column.title : `${column.prefix}.${column.title}`;
    const sort = html("button", { type: "button", title: full },
      column.prefix === "" ? null : name(column.prefix, "header-prefix"), html("span", { class: "header-title" }, name(column.title)));
    sort.addEventListener("click", () => this.options.onSort(column));
    const field = html("input", {
      type: "text", value: text, placeholder: column.isNumeric ? "> <" : "text", "aria-label": `Filter ${full}`, autocomplete: "off", spellcheck: "false",
    });
    field.addEventListener("input", () => this.options.onField(column.key, field.value));
    field.addEventListener("keydown", event => {
      if (event.key === "Escape" && field.value !== "") {
        event.stopPropagation();
        field.value = "";
        this.options.onField(column.key, "");
      }
    });
    return { header: html("th", { scope: "col", class: column.isNumeric ? "number" : false }, sort), field };
  }
}
