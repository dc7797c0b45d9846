import type { ViewDefinition } from "../frame/view";

/** Views of what is known of trials, parameters and studies beside plots of values. */
export const records: readonly ViewDefinition[] = [];
