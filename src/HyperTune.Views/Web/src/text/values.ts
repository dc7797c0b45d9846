import type { ParameterData } from "../data";
import { formatDuration } from "./durations";
import { formatNumber } from "./numbers";

/** A parameter's value, as in its column: the label of a choice, a duration, a number. */
export function formatValue(parameter: ParameterData, value: number): string {
  if (Number.isNaN(value)) {
    return "absent";
  }
  if (parameter.kind === "choice") {
    return parameter.labels[value] ?? `#${value}`;
  }
  return parameter.unit === "s" ? formatDuration(value) : formatNumber(value) + (parameter.unit ? ` ${parameter.unit}` : "");
}
