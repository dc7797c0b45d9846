import type { Store } from "../state/store";

/** What a page adds to the panel of a trial, for instance notes where they can be written. */
export interface DetailExtra {
  /** Whether it shows the trial's artifacts, so that the panel need not list them. */
  readonly showsArtifacts?: boolean;
  create(store: Store, trial: number): HTMLElement;
  /** The trial is the same and its data changed. */
  update?(store: Store, trial: number): void;
}

/** Filled by the page before it shows a study. */
export const detailExtras: DetailExtra[] = [];
