import "../style/detail.css";
import { html, name } from "../dom";
import { copyButton } from "../frame/copy";
import type { View, ViewDefinition, ViewHost } from "../frame/view";
import type { Change, Store } from "../state/store";
import { stateInfo } from "../study/states";
import { formatChange, formatNumber } from "../text/numbers";
import { drawCurve } from "./detail-curve";
import { detailExtras } from "./detail-extras";
import { facts } from "./detail-facts";
import { configText, parameterList } from "./detail-parameters";
import { trialMark } from "./trial-mark";

/** All that is known of the trial that is open. */
class Detail implements View {
  #shown: number | null = null;
  #key = "";

  constructor(private readonly host: ViewHost, private readonly store: Store) {}

  update(changes: ReadonlySet<Change>): void {
    const trial = this.store.opened;
    if (trial === null) {
      this.#shown = null;
      this.host.body.replaceChildren();
      return;
    }
    const isOther = this.#shown !== trial;
    if (!isOther && ![...changes].some(c => c === "data" || c === "objective" || c === "theme" || c === "size")) {
      return;
    }
    const key = this.#keyOf(trial);
    if (!isOther && !changes.has("theme") && key === this.#key) {
      detailExtras.forEach(e => e.update?.(this.store, trial));
      return;
    }
    this.#shown = trial;
    this.#key = key;
    const { store } = this;
    const { study } = store;
    const parts = [this.#head(trial), this.#failure(trial), facts(store, trial), drawCurve(store, trial), ...parameterList(store, trial), this.#artifacts(trial),
      html("p", { class: "detail-copy" }, copyButton(() => configText(study, trial), "Copy as JSON"))];
    const main = html("div", { class: "detail-main" }, ...parts);
    // What others add may hold a form that is being filled in: it stays as long as the trial does.
    const extras = this.host.body.querySelector<HTMLElement>(":scope > .detail-extras");
    if (!isOther && extras !== null) {
      this.host.body.querySelector(":scope > .detail-main")?.replaceWith(main);
      detailExtras.forEach(e => e.update?.(store, trial));
      return;
    }
    this.host.body.replaceChildren(main, html("div", { class: "detail-extras" }, ...detailExtras.map(e => e.create(store, trial))));
  }

  /** What it shows, in short: in a running study most patches change nothing of it. */
  #keyOf(trial: number): string {
    const { study, objective } = this.store;
    const { trials, front } = study.data;
    return JSON.stringify([
      study.state(trial), trials.metrics.map(m => m[trial]), study.ranks(objective)[trial], study.ranking(objective).length, objective, study.best(objective),
      study.ranking(objective)[9] ?? null, trials.duration[trial], trials.worker[trial], trials.reports[trial]?.steps.length ?? 0, front.includes(trial),
    ]);
  }

  #head(trial: number): HTMLElement {
    const { study, objective } = this.store;
    const value = study.metric(objective)[trial]!;
    const rank = study.ranks(objective)[trial]!;
    const info = stateInfo(study.state(trial));
    const best = study.ranking(objective)[0];
    const words: string[] = [];
    if (rank >= 0) {
      words.push(`rank ${rank + 1} of ${study.ranking(objective).length}`);
      if (best !== undefined && best !== trial) {
        words.push(`${formatChange(Number((value - study.metric(objective)[best]!).toPrecision(2)))} to the best`);
      }
    } else if (!Number.isNaN(value) && study.state(trial) === "P") {
      words.push("its last report");
    }
    if (study.data.front.includes(trial)) {
      words.push("on the front");
    }
    const isBest = trial === study.best(objective);
    return html("div", { class: "detail-head" },
      Number.isNaN(value) ? html("p", { class: "detail-value" }, trialMark(study.state(trial)), info.word)
        : html("p", { class: "detail-value" }, formatNumber(value), html("span", { class: "detail-metric" }, name(study.metrics[objective]!.name))),
      words.length === 0 ? null : html("p", { class: "muted" }, words.join(", ")),
      Number.isNaN(value) ? null : html("p", {}, trialMark(study.state(trial), isBest), isBest ? "the best" : info.word));
  }

  #failure(trial: number): HTMLElement | null {
    const { failure, failures } = this.store.study.data.trials;
    const message = failures[failure[trial] ?? -1];
    return message === undefined ? null : html("pre", { class: "detail-failure", tabindex: 0 }, message);
  }

  /** Their names; a dashboard shows what is in them. */
  #artifacts(trial: number): HTMLElement | null {
    const artifacts = this.store.study.data.trials.artifacts[trial] ?? [];
    if (artifacts.length === 0 || detailExtras.some(e => e.showsArtifacts)) {
      return null;
    }
    return html("section", {}, html("h4", {}, "Artifacts"),
      html("ul", { class: "detail-artifacts" }, ...artifacts.map(a => html("li", {}, name(a.name), html("span", { class: "muted" }, ` ${formatBytes(a.size)}`)))));
  }
}

export function formatBytes(size: number): string {
  const [unit, scale] = size >= 1e9 ? ["GB", 1e9] as const : size >= 1e6 ? ["MB", 1e6] as const : size >= 1e3 ? ["kB", 1e3] as const : ["bytes", 1] as const;
  return `${formatNumber(size / scale, 3)} ${unit}`;
}

export const detail: ViewDefinition = {
  name: "detail",
  title: "Trial",
  section: "panel",
  order: 10,
  columns: 12,
  applies: study => study.count > 0,
  create: (host, store) => new Detail(host, store),
};
