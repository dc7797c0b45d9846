import type { ViewDefinition } from "../frame/view";
import { history } from "./history";

/** Views that are plots of values. */
export const charts: readonly ViewDefinition[] = [history];
