import "../style/range-strip.css";
import { svg } from "../dom";
import { Axis } from "../plots/axis";
import { parameterDomain } from "../plots/domain";
import { diamond, triangle } from "../plots/marks";
import { spreadAcross } from "../study/statistics";
import type { Study } from "../study/study";
import { formatValue } from "../text/values";

export interface StripMarks {
  /** The trial that the strip is about, and how it is drawn. */
  readonly main: number | null;
  readonly kind: "best" | "this";
  /** Trials to compare with. */
  readonly others: readonly number[];
  readonly initial: number | null;
}

/** A parameter's whole range as a line, with values on it. Places are percentages, so that it follows any width. */
export function rangeStrip(study: Study, parameter: number, marks: StripMarks): SVGSVGElement {
  const axis = new Axis(parameterDomain(study, parameter), 0, 100);
  const values = study.parameter(parameter);
  const strip = svg("svg", { class: "range-strip", role: "img", "aria-label": describe(study, parameter, marks) },
    svg("line", { class: "range-line", x1: "0%", x2: "100%", y1: 8, y2: 8 }));
  if (axis.domain.slots !== null && axis.domain.slots.length > 1) {
    axis.domain.slots.slice(1).forEach((_, i) => strip.append(
      svg("line", { class: "range-slot", x1: percent(axis.slot * (i + 1)), x2: percent(axis.slot * (i + 1)), y1: 5, y2: 11 })));
  } else {
    for (const end of ["0%", "100%"]) {
      strip.append(svg("line", { class: "range-line", x1: end, x2: end, y1: 5, y2: 11 }));
    }
  }
  marks.others.forEach((trial, i) => {
    const value = values[trial]!;
    if (!Number.isNaN(value)) {
      strip.append(svg("circle", { class: "range-other", cx: percent(axis.place(value, spreadAcross(i + 1))), cy: 8, r: 3 }));
    }
  });
  if (marks.initial !== null) {
    strip.append(at(axis.place(marks.initial), svg("path", { class: "default-triangle", d: triangle(0, 8) })));
  }
  const main = marks.main === null ? NaN : values[marks.main]!;
  if (!Number.isNaN(main)) {
    strip.append(at(axis.place(main), svg("path", { class: marks.kind === "best" ? "best-diamond" : "this-diamond", d: diamond(0, 8) })));
  }
  return strip;
}

function at(place: number, shape: SVGElement): SVGSVGElement {
  return svg("svg", { x: percent(place), overflow: "visible" }, shape);
}

function describe(study: Study, parameter: number, { main, others }: StripMarks): string {
  const data = study.parameters[parameter]!;
  const values = study.parameter(parameter);
  const present = others.filter(t => !Number.isNaN(values[t]!));
  const words = [data.range];
  if (main !== null && !Number.isNaN(values[main]!)) {
    words.push(`trial ${main} has ${formatValue(data, values[main]!)}`);
  }
  if (present.length > 0 && data.kind !== "choice") {
    const of = present.map(t => values[t]!);
    words.push(`the others ${formatValue(data, Math.min(...of))} to ${formatValue(data, Math.max(...of))}`);
  }
  return words.join("; ");
}

const percent = (place: number): string => `${Math.round(place * 100) / 100}%`;
