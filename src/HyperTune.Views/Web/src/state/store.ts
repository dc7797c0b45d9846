import type { ReportData, StudyPatch } from "../data";
import type { State } from "../study/states";
import { quantile } from "../study/statistics";
import { type ObjectiveScale, usualScale } from "../study/objective-scale";
import type { Study } from "../study/study";
import { type Filter, type Group, type Limit, type LimitKey, type Selection, isEmpty, noFilter, select } from "./filter";

/** What a view may have to react to. `size` is a view's own. */
export type Change = "data" | "selection" | "hover" | "open" | "objective" | "theme" | "size";

/** `owner` is the view in which something is being dragged: it is drawn at once, the others when the hand rests. */
export type Listener = (change: Change, owner: object | null) => void;

/** The state of the page for one study: the filter, what is selected by it, what is pointed at and what is open. */
export class Store {
  readonly study: Study;
  readonly report: ReportData;
  /** All studies of the page, this one first. */
  readonly studies: readonly Study[];
  #filter: Filter = noFilter;
  #selection: Selection | null = null;
  #hovered: number | null = null;
  #opened: number | null = null;
  #objective: number;
  #scale: ObjectiveScale | null = null;
  #listeners = new Set<Listener>();

  constructor(study: Study, report: ReportData, studies: readonly Study[] = [study]) {
    this.study = study;
    this.report = report;
    this.studies = studies;
    // A page of chosen parameters may be of a chosen objective as well.
    this.#objective = study.objectives.find(m => report.focus?.includes(study.metrics[m]!.name)) ?? study.objectives[0] ?? 0;
  }

  get filter(): Filter {
    return this.#filter;
  }

  get isFiltered(): boolean {
    return !isEmpty(this.#filter);
  }

  get selection(): Selection {
    return (this.#selection ??= select(this.study, this.#filter));
  }

  /** Whether the filter leaves a trial in. */
  isSelected(trial: number): boolean {
    return this.selection.mask[trial] === 1;
  }

  get hovered(): number | null {
    return this.#hovered;
  }

  get opened(): number | null {
    return this.#opened;
  }

  /** The metric that views show: with several objectives the reader chooses. */
  get objective(): number {
    return this.#objective;
  }

  /** The scale of the objective: what the reader chose, else what suits the values. */
  get scale(): ObjectiveScale {
    return this.#scale ?? usualScale(this.study, this.#objective);
  }

  get chosenScale(): ObjectiveScale | null {
    return this.#scale;
  }

  /** Values of the objective of the completed trials that are in: how many, the best, the middle. */
  summary(): { readonly count: number; readonly best: number; readonly median: number } {
    const values = this.study.metric(this.#objective);
    const kept = [...this.study.ranking(this.#objective)].filter(i => this.isSelected(i)).map(i => values[i]!);
    return { count: kept.length, best: kept[0] ?? NaN, median: quantile(kept, 0.5) };
  }

  setLimit(key: LimitKey, limit: Limit | null, owner: object | null = null): void {
    const limits = new Map(this.#filter.limits);
    if (limit === null) {
      limits.delete(key);
    } else {
      limits.set(key, limit);
    }
    this.setFilter({ ...this.#filter, limits }, owner);
  }

  toggleState(state: State): void {
    const hidden = new Set(this.#filter.hidden);
    if (!hidden.delete(state)) {
      hidden.add(state);
    }
    this.setFilter({ ...this.#filter, hidden });
  }

  setText(text: string): void {
    this.setFilter({ ...this.#filter, text });
  }

  /** Shows only some trials; null shows the others again. */
  setGroup(group: Group | null): void {
    this.setFilter({ ...this.#filter, group });
  }

  clearFilter(): void {
    this.setFilter(noFilter);
  }

  setFilter(filter: Filter, owner: object | null = null): void {
    this.#filter = filter;
    this.#selection = null;
    this.#tell("selection", owner);
  }

  hover(trial: number | null): void {
    if (trial !== this.#hovered) {
      this.#hovered = trial;
      this.#tell("hover");
    }
  }

  open(trial: number | null): void {
    if (trial !== this.#opened && (trial === null || (trial >= 0 && trial < this.study.count))) {
      this.#opened = trial;
      this.#tell("open");
    }
  }

  setObjective(metric: number): void {
    if (metric !== this.#objective) {
      this.#objective = metric;
      this.#tell("objective");
    }
  }

  /** Chooses a scale; null leaves it to the values. */
  setScale(scale: ObjectiveScale | null): void {
    if (scale !== this.#scale) {
      this.#scale = scale;
      this.#tell("objective");
    }
  }

  /** Takes in what changed in a running study. The filter stays. */
  apply(patch: StudyPatch): void {
    this.study.apply(patch);
    this.#selection = null;
    this.#tell("data");
  }

  /** Says that the colours changed. */
  retheme(): void {
    this.#tell("theme");
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: Change, owner: object | null = null): void {
    for (const listener of [...this.#listeners]) {
      listener(change, owner);
    }
  }
}
