import { html, name } from "../dom";
import { followAddress } from "../state/fragment";
import type { Change, Store } from "../state/store";
import { views } from "../views/index";
import { Bar } from "./bar";
import { footer } from "./footer";
import { KeyNumbers } from "./key-numbers";
import { watchKeys } from "./keys";
import { Masthead, type Part } from "./masthead";
import { Panel } from "./panel";
import { Sections } from "./sections";
import { followSystemTheme, watchPrint } from "./theme";

/** A study's page: the answer, what stays at the top, the sections, and the panel of the trial that is open. */
export class Page {
  readonly #stops: (() => void)[] = [];
  readonly #parts: Part[];
  readonly #sections: Sections;
  readonly #panel: Panel;
  readonly #store: Store;
  #bar: Bar | null = null;
  #pending = new Set<Change>();
  #frame = 0;

  constructor(store: Store, host: HTMLElement) {
    const { report, study } = store;
    this.#store = store;
    const isWhole = report.views === undefined;
    document.title = study.data.name;
    this.#sections = new Sections(store);
    this.#panel = new Panel(store, views.filter(v => v.section === "panel"));
    const bar = new Bar(store, this.#sections.shown);
    this.#parts = isWhole ? [new Masthead(store), new KeyNumbers(store), bar, this.#panel] : [this.#panel];
    if (isWhole) {
      host.append(this.#parts[0]!.element, this.#parts[1]!.element, bar.element);
      this.#bar = bar;
    }
    host.classList.toggle("is-whole", isWhole);
    if (!isWhole) {
      host.append(html("h1", {}, name(study.data.name)));
    }
    host.append(this.#sections.element);
    if (isWhole) {
      host.append(footer(report, study.data));
    }
    host.after(this.#panel.element);
    this.#update(["data", "selection", "hover", "open", "objective", "theme"]);
    this.#stops.push(
      store.subscribe(change => this.#later(change)),
      followAddress(store),
      watchKeys(store, isWhole ? bar.field : null, () => this.#panel.close()),
      followSystemTheme(() => store.retheme()),
      watchPrint(() => {
        store.retheme();
        this.#sections.flush();
      }));
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#stops.forEach(stop => stop());
    this.#sections.dispose();
    this.#panel.dispose();
    this.#parts.forEach(p => p.element.remove());
  }

  #later(change: Change): void {
    if (change === "hover") {
      return;
    }
    this.#pending.add(change);
    if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        const changes = this.#pending;
        this.#pending = new Set();
        this.#update(changes);
      });
    }
  }

  #update(changes: Iterable<Change>): void {
    const set = new Set(changes);
    this.#parts.forEach(p => p.update(set));
    if (set.has("data")) {
      this.#sections.refresh();
      this.#refreshBar();
    }
  }

  /** Without trials there is nothing to select; sections come with what they show. */
  #refreshBar(): void {
    if (this.#bar !== null) {
      this.#bar.element.hidden = this.#store.study.count === 0;
      this.#bar.showSections(this.#sections.shown);
    }
  }
}
