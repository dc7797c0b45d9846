import type { SectionName, ViewDefinition } from "../frame/view";
import { charts } from "./charts";
import { records } from "./records";

export interface SectionDefinition {
  readonly name: SectionName;
  readonly title: string;
  /** In the bar, where there is little room. */
  readonly short: string;
  readonly explanation: string;
}

/** The page's sections, in order: the answer stands above them, then evidence, what to do, details. */
export const sections: readonly SectionDefinition[] = [
  { name: "overview", title: "Overview", short: "Overview", explanation: "" },
  { name: "hints", title: "What to do next", short: "Hints", explanation: "Found in the trials above, each with the change that it suggests." },
  { name: "parameters", title: "Parameters", short: "Parameters", explanation: "Which values lead to good results. A limit drawn in one view holds in all of them." },
  { name: "run", title: "Run", short: "Run", explanation: "Where the time went, and what went wrong." },
  { name: "space", title: "Search space", short: "Space", explanation: "Where the good trials lie in the ranges, and which bounds hold them back." },
  { name: "trials", title: "Trials", short: "Trials", explanation: "" },
  { name: "studies", title: "Studies", short: "Studies", explanation: "This study beside the others." },
];

/** All views that there are, in the order of the page. */
export const views: readonly ViewDefinition[] = [...charts, ...records].sort((a, b) => a.order - b.order);
