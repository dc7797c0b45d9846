import type { ViewDefinition } from "../frame/view";
import { detail } from "./detail";
import { distributions } from "./distributions";
import { failures } from "./failures";
import { folds } from "./folds";
import { hints } from "./hints";
import { hypervolume } from "./hypervolume";
import { importance } from "./importance";
import { pairwise } from "./pairwise";
import { pareto } from "./pareto";
import { spaceTree } from "./space-tree";
import { table } from "./table";
import { timeline } from "./timeline";

/** Views of what is known of trials, parameters and studies beside plots of values. */
export const records: readonly ViewDefinition[] = [
  pareto, hypervolume, importance, hints, pairwise, folds, timeline, failures, spaceTree, table, distributions, detail,
];
