import { scaleLinear } from "d3-scale";
import type { LimitKey } from "../state/filter";
import type { Store } from "../state/store";
import { focusOf, suitsLog } from "../study/objective-scale";
import { extent } from "../study/statistics";
import type { Study } from "../study/study";
import { formatDuration } from "../text/durations";
import { formatNumber, formatPower, formatTick } from "../text/numbers";
import { formatValue } from "../text/values";

// Where the focus of an objective's axis ends belongs to its domain for those who make one.
export { focusOf, suitsLog };

export interface DomainTick {
  readonly value: number;
  readonly text: string;
}

/** What an axis shows, apart from where it is drawn. */
export interface Domain {
  /** What a brush on it limits; null where it limits nothing. */
  readonly key: LimitKey | null;
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  /** What values are multiples of, counted from the low end; null where they may be anything. */
  readonly grain: number | null;
  /** The values of a discrete axis, ascending; each gets a slot of the same width. */
  readonly slots: readonly number[] | null;
  /** The side at which worse values lie crowded in a strip; null where all values have their place. */
  readonly worse: "low" | "high" | null;
  /** Whether some trials have no value. */
  readonly hasAbsent: boolean;
  ticks(about: number): readonly DomainTick[];
  format(value: number): string;
}

/** Up to how many values a discrete parameter gets slots. */
const mostSlots = 12;

export function parameterDomain(study: Study, index: number): Domain {
  const parameter = study.parameters[index]!;
  const values = study.parameter(index);
  const format = (value: number) => formatValue(parameter, value);
  const hasAbsent = values.some(v => Number.isNaN(v));
  const grain = parameter.step ?? (parameter.kind === "integer" ? 1 : null);
  const common = { key: `p${index}` as const, title: parameter.name, worse: null, hasAbsent, format, grain };
  if (parameter.kind === "choice") {
    return discrete(common, parameter.labels.map((_, i) => i));
  }
  // Trials from before the space was narrowed may lie outside of it.
  const seen = extent(values);
  const low = Math.min(parameter.low, seen?.[0] ?? parameter.low);
  const high = Math.max(parameter.high, seen?.[1] ?? parameter.high);
  const slots = discreteValues(grain, low, high, values);
  if (slots !== null || low === high) {
    return discrete(common, slots ?? [low]);
  }
  return continuous(common, low, high, parameter.scale === "log" && low > 0, parameter.unit === "s");
}

/** All possible values where they are few; the observed ones where a long grid is used at few points only, as powers of two. */
function discreteValues(stride: number | null, low: number, high: number, values: Float64Array): number[] | null {
  if (stride === null || stride <= 0) {
    return null;
  }
  const possible = Math.floor((high - low) / stride + 1e-9) + 1;
  if (possible <= mostSlots) {
    return Array.from({ length: possible }, (_, i) => Number((low + i * stride).toPrecision(12)));
  }
  const distinct = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value) && distinct.add(value).size > mostSlots) {
      return null;
    }
  }
  return distinct.size > 1 && values.length >= 10 * distinct.size ? [...distinct].sort((a, b) => a - b) : null;
}

/** The axis of the objective that the page shows, on the scale that the reader chose. */
export function objectiveDomain(store: Store): Domain {
  const focus = store.scale === "focus" ? focusOf(store.study, store.objective) : null;
  return metricDomain(store.study, store.objective, focus, store.scale === "log");
}

/** The axis of a metric; `focus` is the value from which on the worse ones go to the strip. */
export function metricDomain(study: Study, metric: number, focus: number | null = null, asLog = false): Domain {
  const values = study.metric(metric);
  const data = study.metrics[metric]!;
  const seen = extent(values) ?? [data.low ?? 0, data.high ?? 1];
  const common = {
    key: `m${metric}` as const, title: data.name, grain: null,
    hasAbsent: values.some(v => Number.isNaN(v)), format: (v: number) => formatNumber(v),
  };
  if (asLog && seen[0] > 0 && seen[1] > seen[0]) {
    return continuous({ ...common, worse: null }, seen[0] / 1.1, seen[1] * 1.1, true, false);
  }
  const isUp = study.sign(metric) > 0;
  let [low, high] = seen;
  if (focus !== null) {
    const best = isUp ? high : low;
    [low, high] = isUp ? [focus, best] : [best, focus];
  }
  const air = (high - low || Math.abs(high) || 1) * 0.05;
  // No air on the side of the strip, which begins where the focus ends.
  const worse = focus === null ? null : isUp ? "low" : "high";
  return continuous({ ...common, worse }, low - (worse === "low" ? 0 : air), high + (worse === "high" ? 0 : air), false, false);
}

export function trialDomain(study: Study): Domain {
  const high = Math.max(study.count - 1, 1);
  const common = { key: "trial" as const, title: "Trial", worse: null, hasAbsent: false, grain: 1, format: (v: number) => `trial ${Math.round(v)}` };
  const domain = continuous(common, -0.5, high + 0.5, false, false);
  return { ...domain, ticks: about => domain.ticks(about).filter(t => Number.isInteger(t.value) && t.value >= 0 && t.value <= high) };
}

/** A plain number axis, for steps, times and the like. */
export function numberDomain(title: string, low: number, high: number, isLog = false, isDuration = false): Domain {
  const common = { key: null, title, worse: null, hasAbsent: false, grain: null, format: isDuration ? formatDuration : (v: number) => formatNumber(v) };
  return continuous(common, low, high > low ? high : low + 1, isLog, isDuration);
}

type Common = Pick<Domain, "key" | "title" | "worse" | "hasAbsent" | "format" | "grain">;

/** Seconds that read well on a logarithmic axis. */
const roundDurations = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.1, 1, 10, 60, 600, 3600, 36000, 86400, 864000, 8640000];

function discrete(common: Common, slots: readonly number[]): Domain {
  return {
    ...common, slots, isLog: false, low: slots[0] ?? 0, high: slots.at(-1) ?? 0,
    ticks: () => slots.map(value => ({ value, text: common.format(value) })),
  };
}

function continuous(common: Common, low: number, high: number, isLog: boolean, isDuration: boolean): Domain {
  const ticks = (about: number): DomainTick[] => {
    if (isLog && isDuration) {
      const inside = roundDurations.filter(v => v >= low && v <= high);
      const every = Math.max(1, Math.ceil(inside.length / Math.max(about, 2)));
      return inside.filter((_, i) => i % every === 0).map(value => ({ value, text: formatDuration(value) }));
    }
    if (isLog && high / low >= 10) {
      const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
      const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(about, 2)));
      const powers = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => 10 ** (last - i * every));
      return powers.reverse().map(value => ({ value, text: formatPower(value) }));
    }
    const scale = scaleLinear().domain([low, high]);
    const write = scale.tickFormat(about);
    const span = Math.max(Math.abs(low), Math.abs(high));
    return scale.ticks(about).map(value => ({ value, text: isDuration ? formatDuration(value) : span >= 1e5 || span < 1e-3 ? formatTick(value) : common.grain === 1 && Number.isInteger(value) ? formatNumber(value) : write(value) }));
  };
  return { ...common, low, high, isLog, slots: null, ticks };
}
