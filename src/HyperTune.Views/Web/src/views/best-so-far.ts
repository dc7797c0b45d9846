import { svg } from "../dom";
import type { Axis } from "../plots/axis";
import { shorten } from "../plots/draw-axis";
import type { Surface } from "../plots/surface";
import type { Store } from "../state/store";
import { formatNumber, group } from "../text/numbers";

/**
 * Draws the best so far as steps, the band in which values cannot be told from the best, and the line of the defaults.
 * `labelled` is where labels begin; null where there is no room for them.
 */
export function drawBestSoFar(surface: Surface, store: Store, x: Axis, y: Axis, labelled: number | null): { readonly hasBest: boolean; readonly hasDefaults: boolean } {
  const { study, objective } = store;
  const values = study.metric(objective);
  const best = study.ranking(objective)[0];
  if (best === undefined) {
    return { hasBest: false, hasDefaults: false };
  }
  const bestValue = values[best]!;
  const { noise, defaults } = study.data;
  const labels: { y: number; lines: readonly string[]; kind: string }[] = [
    { y: y.place(bestValue), lines: [formatNumber(bestValue), `best, trial ${best}`], kind: "best-label" },
  ];
  if (y.worse !== null) {
    const edge = y.domain.worse === "low" ? y.domain.low : y.domain.high;
    const worse = study.ranking(objective).filter(t => (y.domain.worse === "low" ? values[t]! < edge : values[t]! > edge)).length;
    labels.push({ y: y.worse, lines: [`${group(worse)} completed`, `worse than ${formatNumber(edge, 3)}`], kind: "muted" });
  }
  const isFirst = objective === study.objectives[0];
  if (isFirst && noise !== null && noise > 0) {
    const edge = bestValue - study.sign(objective) * noise;
    const [a, b] = [y.place(bestValue), y.place(edge, study.sign(objective) > 0 ? 0 : 1)];
    surface.back.prepend(svg("rect", { class: "noise-band", x: x.low, y: Math.min(a, b), width: x.high - x.low, height: Math.abs(b - a) }));
    labels.push({ y: (a + b) / 2, lines: ["within noise", "of the best"], kind: "muted" });
  }
  const initial = defaults === null ? NaN : values[defaults]!;
  if (!Number.isNaN(initial)) {
    const at = y.place(initial);
    surface.back.append(svg("line", { class: "defaults-line", x1: x.low, x2: x.high, y1: at, y2: at }));
    labels.push({ y: at, lines: [`defaults ${formatNumber(initial)}`], kind: "enqueued-label" });
  }
  surface.front.append(svg("path", { class: "best-line", d: steps(store, x, y) }));
  if (labelled !== null) {
    placeLabels(surface, labels, labelled + 8);
  }
  return { hasBest: true, hasDefaults: !Number.isNaN(initial) };
}

function steps(store: Store, x: Axis, y: Axis): string {
  const { study, objective } = store;
  const values = study.metric(objective);
  const sign = study.sign(objective);
  let best = NaN;
  let path = "";
  for (let trial = 0; trial < study.count; trial++) {
    const value = values[trial]!;
    if (study.state(trial) === "C" && !Number.isNaN(value) && !(sign * value <= sign * best)) {
      path += path === "" ? `M${round(x.place(trial))},${round(y.place(value))}` : `H${round(x.place(trial))}V${round(y.place(value))}`;
      best = value;
    }
  }
  return `${path}H${round(x.high)}`;
}

const lineHeight = 14;

/** Puts labels beside their lines without overlap. Earlier ones keep their place, later ones give way towards the middle. */
function placeLabels(surface: Surface, labels: readonly { y: number; lines: readonly string[]; kind: string }[], x: number): void {
  const taken: { readonly top: number; readonly bottom: number }[] = [];
  for (const { y, lines, kind } of labels) {
    const tall = lines.length * lineHeight + 3;
    let top = y - lineHeight / 2;
    for (let tries = 0; tries < labels.length; tries++) {
      const near = taken.find(t => top < t.bottom && top + tall > t.top);
      if (near === undefined) {
        break;
      }
      top = near.top > surface.height / 2 ? near.top - tall : near.bottom;
    }
    taken.push({ top, bottom: top + tall });
    lines.forEach((line, i) => surface.front.append(svg("text", {
      class: `line-label ${kind}${i === 0 ? " is-first" : ""}`, x, y: top + 11 + i * lineHeight,
    }, shorten(line, surface.width - x))));
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
