import type { ViewDefinition } from "../frame/view";
import { contour } from "./contour";
import { history } from "./history";
import { intermediate } from "./intermediate";
import { parallel } from "./parallel";
import { slices } from "./slices";

/** Views that are plots of values. */
export const charts: readonly ViewDefinition[] = [history, parallel, slices, contour, intermediate];
