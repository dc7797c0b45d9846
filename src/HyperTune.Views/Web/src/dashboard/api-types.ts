// What the dashboard's server answers and is told.

import type { StudyData, StudyPatch } from "../data";

export interface Listing {
  /** Whether nothing may be changed from the page. */
  readonly readOnly: boolean;
  readonly journal: string;
  readonly studies: readonly ListedStudy[];
}

export interface ListedStudy {
  readonly name: string;
  readonly goal: string;
  /** How many trials there are of each kind, in words. */
  readonly counts: string;
  readonly best: string;
  readonly trials: number;
  readonly running: number;
}

/** A study and how far its events are in it. */
export type SequencedStudy = StudyData & { readonly sequence: number };
export type SequencedPatch = StudyPatch & { readonly sequence: number };

/** What a form of a study asks for. */
export interface StudyForm {
  readonly parameters: readonly FormParameter[];
  readonly metrics: readonly FormMetric[];
}

export interface FormParameter {
  readonly name: string;
  readonly kind: "number" | "integer" | "choice";
  readonly low: number;
  readonly high: number;
  readonly step: number | null;
  readonly labels: readonly string[];
  readonly unit: string | null;
  readonly range: string;
  /** When it exists, in words; empty for always. */
  readonly condition: string;
  /** When it exists, where that depends on a choice alone. */
  readonly when: { readonly parameter: string; readonly values: readonly string[] } | null;
  readonly initial: number | string | null;
}

export interface FormMetric {
  readonly name: string;
  readonly direction: "minimize" | "maximize" | "none";
  readonly isObjective: boolean;
  readonly low: number | null;
  readonly high: number | null;
}

export type FieldErrors = readonly { readonly parameter: string | null; readonly message: string }[];
