import { svg } from "../dom";
import "../style/timeline.css";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { numberDomain } from "../plots/domain";
import { drawBottomAxis } from "../plots/draw-axis";
import { attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { palette } from "../style/palette";
import { formatDuration } from "../text/durations";
import { count, formatPercent } from "../text/numbers";
import { type Lanes, type Stay, layLanes } from "./lanes";

const margin = { top: 6, bottom: 44, right: 48 };

/** Which worker did what when: whether some of them wait. */
class Timeline implements View {
  readonly #surface: Surface;
  #lanes: Lanes = { stays: [], names: [], busy: [], end: 0 };
  #axis: Axis | null = null;
  #laneHeight = 30;

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#surface = new Surface(host.body, 150, () => host.invalidate("size"));
    attachPointer(this.#surface, store, (x, y) => this.#find(x, y));
    attachWalker(this.#surface, store, "Timeline", () =>
      this.#lanes.stays.map(s => s.trial).filter(t => store.isSelected(t)).sort((a, b) => store.study.starts[a]! - store.study.starts[b]!));
  }

  update(changes: ReadonlySet<Change>): void {
    const { study } = this.store;
    if (!isHoverOnly(changes) && changes.has("data")) {
      this.#lanes = layLanes(study);
      const lanes = Math.max(1, this.#lanes.names.length);
      this.#laneHeight = Math.min(44, Math.max(lanes > 24 ? 6 : 14, Math.floor(190 / lanes)));
      this.#surface.height = this.#laneHeight * lanes + margin.top + margin.bottom;
      const order = study.data.trials.areWorkersKnown ? "" : " The storage does not know who ran a trial: lanes are packed from the times.";
      this.host.how(`A block is a trial, a gap is waiting. Pruned trials are pale with a hard end, failed ones carry a flag.${order}`);
    }
    if (!this.#surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    this.#mark();
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #draw(): void {
    const surface = this.#surface;
    const context = surface.begin();
    const { stays, names, busy, end } = this.#lanes;
    const longest = Math.max(4, ...names.map(n => [...n].length));
    const left = Math.min(150, Math.max(40, longest * 6.6 + 12));
    const axis = new Axis(numberDomain("Time", 0, end, false, true), left, surface.width - margin.right);
    this.#axis = axis;
    const bottom = this.#laneHeight * names.length + margin.top;
    drawBottomAxis(surface, axis, bottom + 2, { title: "Time since the start", grid: margin.top });
    const every = Math.max(1, Math.ceil(14 / this.#laneHeight));
    names.forEach((lane, i) => {
      if (i % every === 0) {
        const y = margin.top + (i + 0.5) * this.#laneHeight + 4;
        surface.front.append(
          svg("text", { class: "tick-label", x: left - 8, y, "text-anchor": "end" }, shortenMiddle(lane, left - 10)),
          svg("text", { class: "tick-label muted", x: surface.width, y, "text-anchor": "end" }, formatPercent(busy[i]!)));
      }
    });
    surface.front.append(svg("text", { class: "axis-title", x: surface.width, y: bottom + 18, "text-anchor": "end" }, "busy"));
    this.#drawStays(context, stays);
    this.#legend();
    const least = busy.length === 0 ? -1 : busy.indexOf(Math.min(...busy));
    surface.describe(`Timeline of ${count(names.length, "worker")} over ${formatDuration(end)}.`
      + (least >= 0 ? ` The least busy, ${names[least]}, worked ${formatPercent(busy[least]!)} of the time.` : ""));
  }

  #drawStays(context: CanvasRenderingContext2D, stays: readonly Stay[]): void {
    const { store } = this;
    const colours = palette();
    const best = store.study.best(store.objective);
    for (const stay of stays) {
      const { x, y, width, height } = this.#box(stay);
      const state = store.study.state(stay.trial);
      const isIn = store.isSelected(stay.trial);
      context.globalAlpha = !isIn ? 1 : state === "P" ? 0.4 : stay.isRunning ? 0.5 : 0.92;
      context.fillStyle = !isIn ? colours.out
        : stay.trial === best ? colours.best
          : state === "P" ? colours.pruned
            : state === "F" ? colours.failed
              : state === "C" || state === "R" ? colours.completed : colours.muted;
      context.fillRect(x, y, width, height);
      context.globalAlpha = 1;
      if (isIn && state === "P" && width > 2.5) {
        context.fillRect(x + width - 1.5, y, 1.5, height);
      } else if (isIn && state === "F") {
        context.fillRect(x - 0.75, y - 3, 1.5, height + 3);
        context.fillRect(x, y - 3, 6, 4);
      }
    }
  }

  #box({ lane, from, to }: Stay): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const axis = this.#axis!;
    const air = this.#laneHeight >= 14 ? this.#laneHeight * 0.16 : 1;
    const [x, right] = [axis.place(from), axis.place(to)];
    const gap = right - x > 3 ? 0.7 : 0;
    return { x, y: margin.top + lane * this.#laneHeight + air, width: Math.max(0.7, right - x - gap), height: this.#laneHeight - 2 * air };
  }

  #find(x: number, y: number): number | null {
    const axis = this.#axis;
    const lane = Math.floor((y - margin.top) / this.#laneHeight);
    if (axis === null || lane < 0 || lane >= this.#lanes.names.length || x < axis.low - 2 || x > axis.high + 2) {
      return null;
    }
    let best: number | null = null;
    let least = 4;
    for (const stay of this.#lanes.stays) {
      if (stay.lane === lane) {
        const box = this.#box(stay);
        const distance = Math.max(0, box.x - x, x - box.x - box.width);
        if (distance < least) {
          least = distance;
          best = stay.trial;
        }
      }
    }
    return best;
  }

  #mark(): void {
    const { store } = this;
    const shown = new Set([store.opened, store.hovered]);
    this.#surface.highlights.replaceChildren(...this.#lanes.stays.filter(s => shown.has(s.trial)).map(stay => {
      const { x, y, width, height } = this.#box(stay);
      return svg("rect", { class: "stay-ring", x: x - 1.5, y: y - 1.5, width: width + 3, height: height + 3, rx: 2 });
    }));
  }

  #legend(): void {
    const { study } = this.store;
    this.host.legend([
      { mark: "completed", text: "completed" },
      ...(study.countOf("P") > 0 ? [{ mark: "pruned", text: "pruned" } as const] : []),
      ...(study.countOf("F") > 0 ? [{ mark: "failed", text: "failed" } as const] : []),
      ...(study.best(this.store.objective) !== null ? [{ mark: "best", text: "best" } as const] : []),
    ]);
  }
}

/** Names of workers often differ at their ends only. */
function shortenMiddle(text: string, width: number): string {
  const most = Math.max(5, Math.floor(width / 6.4));
  const letters = [...text];
  const first = Math.floor(most / 3);
  return letters.length <= most ? text : `${letters.slice(0, first).join("")}…${letters.slice(first + 1 - most).join("")}`;
}

export const timeline: ViewDefinition = {
  name: "timeline",
  title: "Timeline of workers",
  section: "run",
  order: 10,
  columns: 7,
  applies: study => study.starts.some(s => !Number.isNaN(s)) && study.data.trials.workers.length > 0,
  create: (host, store) => new Timeline(host, store),
};
