import type { ViewDefinition } from "../frame/view";
import { detail } from "./detail";
import { failures } from "./failures";
import { hints } from "./hints";
import { importance } from "./importance";
import { spaceTree } from "./space-tree";
import { table } from "./table";
import { timeline } from "./timeline";

/** Views of what is known of trials, parameters and studies beside plots of values. */
export const records: readonly ViewDefinition[] = [importance, hints, timeline, failures, spaceTree, table, detail];
