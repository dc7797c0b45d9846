import type { ViewDefinition } from "../frame/view";
import { history } from "./history";
import { parallel } from "./parallel";
import { slices } from "./slices";

/** Views that are plots of values. */
export const charts: readonly ViewDefinition[] = [history, parallel, slices];
