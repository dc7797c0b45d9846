import "../style/folds.css";
import { svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { numberDomain } from "../plots/domain";
import { drawBottomAxis } from "../plots/draw-axis";
import { MarkPath, diamond } from "../plots/marks";
import { attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { palette } from "../style/palette";
import { extent } from "../study/statistics";
import { formatChange, formatNumber } from "../text/numbers";
import { type FoldRow, foldRows, instanceMeans } from "./fold-rows";

const mostRows = 16;
const rowHeight = 22;
const margin = { left: 72, top: 6, bottom: 46, right: 120 };

/** The scores of the best trials on each fold or repeat: whether they differ by more than the folds do. */
class Folds implements View {
  readonly #surface: Surface;
  #rows: readonly FoldRow[] = [];

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    host.how("Dots are the scores on each instance, the diamond is their mean, the whisker its standard error. Trials whose whiskers overlap are hard to tell apart.");
    this.#surface = new Surface(host.body, 200, () => host.invalidate("size"));
    attachPointer(this.#surface, store, (_, y) => this.#rows[Math.floor((y - margin.top) / rowHeight)]?.trial ?? null);
    attachWalker(this.#surface, store, "Folds", () => this.#rows.map(r => r.trial));
  }

  update(changes: ReadonlySet<Change>): void {
    if (!isHoverOnly(changes) || changes.has("open")) {
      this.#rows = foldRows(this.store, mostRows);
      this.#surface.height = Math.max(1, this.#rows.length) * rowHeight + margin.top + margin.bottom;
      if (this.#surface.isReady) {
        this.#draw();
      }
    }
    this.#mark();
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #draw(): void {
    const surface = this.#surface;
    const context = surface.begin();
    const rows = this.#rows;
    const seen = extent(rows.flatMap(r => r.scores.map(s => s.value)));
    if (seen === null) {
      surface.describe("No scores are selected.");
      return;
    }
    const { study, objective } = this.store;
    const air = (seen[1] - seen[0] || Math.abs(seen[0]) || 1) * 0.04;
    const x = new Axis(numberDomain("Score", seen[0] - air, seen[1] + air), margin.left, surface.width - margin.right);
    const bottom = margin.top + rows.length * rowHeight;
    drawBottomAxis(surface, x, bottom, { title: study.metrics[objective]!.name, grid: margin.top });
    const dots = new MarkPath(3);
    rows.forEach((row, i) => {
      const y = margin.top + (i + 0.5) * rowHeight;
      surface.back.append(svg("line", { class: "grid-line", x1: x.low, x2: x.high, y1: y, y2: y }));
      row.scores.forEach(s => dots.disc(x.place(s.value), y));
      this.#drawMean(row, y, x, row.trial === study.best(objective));
    });
    dots.fill(context, palette().completed, 0.4);
    this.host.legend([{ mark: "completed", text: "an instance" }, { mark: "best", text: "mean of the best" }, { mark: "line", text: "standard error" }]);
    this.#note(rows);
    surface.describe(rows.slice(0, 5).map(r => `Trial ${r.trial}: ${this.#words(r)}`).join("; "));
  }

  #drawMean(row: FoldRow, y: number, x: Axis, isBest: boolean): void {
    const { front, width } = this.#surface;
    front.append(svg("text", { class: "tick-label", x: margin.left - 8, y: y + 4, "text-anchor": "end" }, `trial ${row.trial}`));
    if (row.error !== null) {
      front.append(svg("line", { class: "whisker", x1: x.place(row.mean - row.error), x2: x.place(row.mean + row.error), y1: y, y2: y }));
    }
    front.append(
      svg("path", { class: isBest ? "best-diamond" : "mean-diamond", d: diamond(x.place(row.mean), y, 5) }),
      svg("text", { class: "tick-label muted", x: width, y: y + 4, "text-anchor": "end" }, this.#words(row)));
  }

  #words({ mean, error, scores }: FoldRow): string {
    return `${formatNumber(mean)}${error === null ? "" : ` ± ${formatNumber(error, 2)}`} (${scores.length})`;
  }

  #note(rows: readonly FoldRow[]): void {
    const sign = this.store.study.sign(this.store.objective);
    const means = [...instanceMeans(rows)].sort((a, b) => sign * (a.mean - b.mean));
    const [hardest, easiest] = [means[0], means.at(-1)];
    this.host.note(hardest === undefined || easiest === undefined || hardest === easiest ? null
      : `In these trials instance ${hardest.instance} is the hardest (${formatChange(round(hardest.mean))} beside a trial's mean), instance ${easiest.instance} the easiest (${formatChange(round(easiest.mean))}). In brackets: on how many it was measured.`);
  }

  #mark(): void {
    const { opened, hovered } = this.store;
    this.#surface.highlights.replaceChildren(...this.#rows.flatMap((row, i) => (row.trial === opened || row.trial === hovered
      ? [svg("rect", { class: "row-ring", x: 1, y: margin.top + i * rowHeight + 1, width: Math.max(0, this.#surface.width - 2), height: rowHeight - 2, rx: 4 })] : [])));
  }
}

const round = (value: number): number => Number(value.toPrecision(2));

export const folds: ViewDefinition = {
  name: "folds",
  title: "Folds and repeats",
  section: "parameters",
  order: 45,
  columns: 12,
  applies: study => study.data.trials.stepName === "instance" && Object.keys(study.data.trials.reports).length > 0,
  create: (host, store) => new Folds(host, store),
};
