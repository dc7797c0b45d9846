import { html, name } from "../dom";
import { followAddress } from "../state/fragment";
import type { Change, Store } from "../state/store";
import { views } from "../views/index";
import { Bar } from "./bar";
import { Footer } from "./footer";
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
  #pending = new Set<Change>();
  #frame = 0;

  constructor(store: Store, host: HTMLElement) {
    const { report, study } = store;
    const isWhole = report.views === undefined;
    document.title = study.data.name;
    this.#sections = new Sections(store);
    this.#panel = new Panel(store, views.filter(v => v.section === "panel"));
    const bar = new Bar(store, () => this.#sections.shown);
    host.classList.toggle("is-whole", isWhole);
    if (isWhole) {
      const [above, below] = [[new Masthead(store), new KeyNumbers(store), bar], [new Footer(store)]];
      this.#parts = [...above, ...below, this.#panel];
      host.append(...above.map(p => p.element), this.#sections.element, ...below.map(p => p.element));
    } else {
      this.#parts = [this.#panel];
      host.append(html("h1", {}, name(study.data.name)), this.#sections.element);
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
    // First, since the bar leads to the sections that there are.
    if (set.has("data")) {
      this.#sections.refresh();
    }
    this.#parts.forEach(p => p.update(set));
  }
}
