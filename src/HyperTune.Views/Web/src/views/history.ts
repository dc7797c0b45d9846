import { svg } from "../dom";
import { type View, type ViewDefinition, type ViewHost, isHoverOnly } from "../frame/view";
import { Axis } from "../plots/axis";
import { Brush } from "../plots/brush";
import { objectiveDomain, trialDomain } from "../plots/domain";
import { drawBottomAxis, drawLeftAxis } from "../plots/draw-axis";
import { ringTrials } from "../plots/highlight";
import { type Mark, diamond, drawMarks } from "../plots/marks";
import { PointSet, attachPointer } from "../plots/pointer";
import { Surface } from "../plots/surface";
import { attachWalker } from "../plots/walker";
import type { Change, Store } from "../state/store";
import { spreadUp } from "../study/statistics";
import { count, formatNumber } from "../text/numbers";
import { palette } from "../style/palette";
import { drawBestSoFar } from "./best-so-far";

const height = 330;
const margin = { left: 52, top: 22, bottom: 42, foot: 16 };

/** Value by trial number, with the best so far: whether the search still finds better ones. */
class History implements View {
  readonly #surface: Surface;
  readonly #brush: Brush;
  readonly #points = new PointSet();
  #at: (trial: number) => readonly [number, number] = () => [NaN, NaN];

  constructor(private readonly host: ViewHost, private readonly store: Store) {
    this.#surface = new Surface(host.body, height, () => host.invalidate("size"));
    host.how("Each mark is a trial. Drag across to look at a part of the study in all views.");
    const { study } = store;
    const isIn = (trial: number) => store.isSelected(trial);
    const onClick = attachPointer(this.#surface, store, (x, y) => this.#points.nearest(x, y, isIn));
    this.#brush = new Brush({ surface: this.#surface, store, owner: this, isVertical: false, label: "Trial number", onClick });
    attachWalker(this.#surface, store, "History", () => Array.from({ length: study.count }, (_, i) => i).filter(isIn));
  }

  update(changes: ReadonlySet<Change>): void {
    const surface = this.#surface;
    if (!surface.isReady) {
      return;
    }
    if (!isHoverOnly(changes)) {
      this.#draw();
    }
    ringTrials(surface, this.store, this.#at);
  }

  dispose(): void {
    this.#surface.dispose();
  }

  #draw(): void {
    const { store, host } = this;
    const { study, objective } = store;
    const surface = this.#surface;
    const context = surface.begin();
    const isWide = surface.width > 520;
    const right = surface.width - (isWide ? 112 : 12);
    const bottom = height - margin.bottom;
    const x = new Axis(trialDomain(study), margin.left, right);
    const y = new Axis(objectiveDomain(store), bottom - margin.foot, margin.top);
    const values = study.metric(objective);
    // Trials without a value stand at the foot.
    this.#at = trial => [x.place(trial), Number.isNaN(values[trial]!) ? bottom - 7 : y.place(values[trial]!, spreadUp(trial))];

    drawLeftAxis(surface, y, margin.left, right, { title: study.metrics[objective]!.name });
    drawBottomAxis(surface, x, bottom, { title: "Trial, in the order of starting" });
    drawMarks(context, palette(), this.#marks(), study.count);
    this.#drawEnqueued();
    const labels = drawBestSoFar(surface, store, x, y, isWide ? right : null);
    host.legend(this.#legend(labels));
    this.#brush.place(x, [margin.top - 6, bottom]);
    surface.describe(this.#summary());
  }

  *#marks(): Iterable<Mark> {
    const { study } = this.store;
    this.#points.clear();
    for (let trial = 0; trial < study.count; trial++) {
      const [x, y] = this.#at(trial);
      this.#points.add(x, y, trial);
      yield { x, y, state: study.state(trial), isSelected: this.store.isSelected(trial) };
    }
  }

  #drawEnqueued(): void {
    const { study } = this.store;
    for (let trial = 0, drawn = 0; trial < study.count && drawn < 200; trial++) {
      if (study.isEnqueued(trial)) {
        const [x, y] = this.#at(trial);
        this.#surface.front.append(svg("rect", { class: "enqueued-square", x: x - 5.5, y: y - 5.5, width: 11, height: 11 }));
        drawn++;
      }
    }
    const best = study.best(this.store.objective);
    if (best !== null) {
      const [x, y] = this.#at(best);
      this.#surface.front.append(svg("path", { class: "best-diamond", d: diamond(x, y) }));
    }
  }

  #legend(drawn: { readonly hasBest: boolean; readonly hasDefaults: boolean }): Parameters<ViewHost["legend"]>[0] {
    const { study } = this.store;
    const has = (letter: "C" | "P" | "F") => study.countOf(letter) > 0;
    return [
      ...(has("C") ? [{ mark: "completed", text: "completed" } as const] : []),
      ...(has("P") ? [{ mark: "pruned", text: "pruned, at its last report" } as const] : []),
      ...(has("F") ? [{ mark: "failed", text: "failed" } as const] : []),
      ...(drawn.hasBest ? [{ mark: "best-line", text: "best so far" } as const] : []),
      ...(drawn.hasDefaults ? [{ mark: "dashed-line", text: "the defaults" } as const] : []),
      ...(study.data.trials.origin.some((_, i) => study.isEnqueued(i)) ? [{ mark: "enqueued", text: "enqueued by you" } as const] : []),
    ];
  }

  #summary(): string {
    const { study, objective } = this.store;
    const best = study.best(objective);
    const words = [`History of ${count(study.count, "trial")}: ${study.countOf("C")} completed, ${study.countOf("P")} pruned, ${study.countOf("F")} failed.`];
    if (best !== null) {
      words.push(`The best ${study.metrics[objective]!.name}, ${formatNumber(study.metric(objective)[best]!)}, came from trial ${best}.`);
    }
    if (this.store.isFiltered) {
      words.push(`${this.store.selection.count} are selected.`);
    }
    return words.join(" ");
  }
}

export const history: ViewDefinition = {
  name: "history",
  title: "History",
  section: "overview",
  order: 10,
  columns: 8,
  applies: study => study.count > 0 && study.objectives.length > 0,
  create: (host, store) => new History(host, store),
};
