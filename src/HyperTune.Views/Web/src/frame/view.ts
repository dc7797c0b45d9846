import type { Change, Store } from "../state/store";
import type { Study } from "../study/study";

/** The parts of a page, in order; `panel` is the one beside the page, for the trial that is open. */
export type SectionName = "overview" | "hints" | "parameters" | "run" | "space" | "trials" | "studies" | "panel";

/** The mark of a legend; all but the lines are drawn as they are in plots. */
export type LegendMark =
  | "completed" | "pruned" | "failed" | "infeasible" | "best" | "default" | "enqueued" | "line" | "best-line" | "dashed-line" | "out-line" | "band" | "ramp" | "hatched" | "square";

export interface LegendEntry {
  readonly mark: LegendMark;
  readonly text: string;
}

/** What the frame gives to a view. */
export interface ViewHost {
  /** Where the view draws. */
  readonly body: HTMLElement;
  /** Right of the title, for what a view lets the reader choose. */
  readonly tools: HTMLElement;
  /** The parameters that the page is about, as indices; empty for all. */
  readonly focus: readonly number[];
  legend(entries: readonly LegendEntry[]): void;
  /** How to read it: one or two sentences below the title. */
  how(text: string): void;
  /** A remark below the view, for instance that only some trials are drawn; null for none. */
  note(text: string | null): void;
  /** Asks to be updated with the next frame. */
  invalidate(change: Change): void;
}

export interface View {
  /**
   * Draws. `changes` says what happened since the last time; the first time it holds everything. The frame calls it once a frame,
   * and only while the view is near the window.
   */
  update(changes: ReadonlySet<Change>): void;
  dispose?(): void;
}

/** Whether a view belongs on the page of a study: yes, no, or no with the reason, which is shown in its place. */
export type Applies = boolean | string;

export interface ViewDefinition {
  /** The name in `ReportData.views`. */
  readonly name: string;
  readonly title: string;
  readonly section: SectionName;
  /** The place within the section. */
  readonly order: number;
  /** Of 12. */
  readonly columns: number;
  applies(study: Study, store: Store): Applies;
  create(host: ViewHost, store: Store): View;
}

/** Whether nothing happened but pointing at and opening trials, for which marks and axes can stay. */
export function isHoverOnly(changes: ReadonlySet<Change>): boolean {
  return [...changes].every(c => c === "hover" || c === "open");
}
