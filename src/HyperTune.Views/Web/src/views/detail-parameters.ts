import { html, name } from "../dom";
import type { Store } from "../state/store";
import type { Study } from "../study/study";
import { formatValue } from "../text/values";
import { entry } from "./detail-legend";
import { rangeStrip } from "./range-strip";

/** Each parameter of a trial in its range beside the ten best, and the names of those that it lacks. */
export function parameterList(store: Store, trial: number): readonly (HTMLElement | null)[] {
  const { study, objective } = store;
  const others = [...study.ranking(objective).slice(0, 10)].filter(t => t !== trial);
  const present: HTMLElement[] = [];
  const absent: string[] = [];
  study.parameters.forEach((parameter, p) => {
    const value = study.parameter(p)[trial]!;
    if (Number.isNaN(value)) {
      absent.push(parameter.name);
    } else {
      present.push(html("li", {},
        html("div", { class: "detail-parameter" }, name(parameter.name), name(formatValue(parameter, value), "is-strong")),
        rangeStrip(study, p, { main: trial, kind: "this", others, initial: null })));
    }
  });
  return [
    present.length === 0 ? null : html("section", {}, html("h4", {}, "Parameters"),
      html("p", { class: "muted detail-legend" }, entry("is-this", "◆", "this trial"), others.length > 0 ? entry("is-other", "●", `the best ${others.length}`) : null),
      html("ul", { class: "detail-parameters" }, ...present)),
    absent.length === 0 ? null : html("p", { class: "muted detail-absent" }, "Not in this config: ",
      ...absent.slice(0, 30).flatMap((a, i) => [i === 0 ? null : ", ", name(a)]), absent.length > 30 ? ` and ${absent.length - 30} more` : null),
  ];
}

/** A trial's config by the dotted names of its parameters. */
export function configText(study: Study, trial: number): string {
  const config: Record<string, number | string> = {};
  study.parameters.forEach((parameter, p) => {
    const value = study.parameter(p)[trial]!;
    if (!Number.isNaN(value)) {
      config[parameter.name] = parameter.kind === "choice" ? (parameter.labels[value] ?? value) : value;
    }
  });
  return JSON.stringify(config, null, 2);
}
