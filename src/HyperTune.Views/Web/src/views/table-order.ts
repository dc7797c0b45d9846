import type { Store } from "../state/store";
import type { Column } from "./table-columns";
import { parseField } from "./table-filter";

export interface Sorting {
  readonly key: string;
  readonly isDescending: boolean;
}

export interface Ordered {
  /** The trials to show, in their order. */
  readonly trials: Int32Array;
  /** What is wrong with a column's field, by the column's key. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The trials that page and fields leave in, sorted. By a metric, completed trials come before those whose value is a last report. */
export function order(store: Store, columns: readonly Column[], fields: ReadonlyMap<string, string>, sorting: Sorting): Ordered {
  const { study } = store;
  const errors = new Map<string, string>();
  let kept: number[] = [];
  for (let i = 0; i < study.count; i++) {
    if (store.isSelected(i)) {
      kept.push(i);
    }
  }
  for (const column of columns) {
    const test = parseField(fields.get(column.key) ?? "", column.isNumeric);
    if (typeof test === "string") {
      errors.set(column.key, test);
    } else if (test !== null) {
      kept = kept.filter(i => test(column.value(i), column.text(i)));
    }
  }
  const column = columns.find(c => c.key === sorting.key);
  if (column === undefined) {
    return { trials: Int32Array.from(kept), errors };
  }
  const values = new Float64Array(study.count).fill(NaN);
  kept.forEach(i => (values[i] = column.value(i)));
  const way = sorting.isDescending ? -1 : 1;
  const isByValue = column.key.startsWith("m");
  const place = (i: number) => (isByValue && study.state(i) !== "C" ? 1 : 0) + (Number.isNaN(values[i]!) ? 2 : 0);
  kept.sort((a, b) => place(a) - place(b) || (Number.isNaN(values[a]!) ? 0 : way * (values[a]! - values[b]!)) || a - b);
  return { trials: Int32Array.from(kept), errors };
}
