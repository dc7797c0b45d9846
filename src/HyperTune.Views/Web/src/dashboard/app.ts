import { html } from "../dom";
import type { ReportData } from "../data";
import { Page } from "../frame/page";
import { readFragment, writeFragment } from "../state/fragment";
import { Store } from "../state/store";
import { Study } from "../study/study";
import { ActSheet } from "./act-sheet";
import { type Api, ApiError } from "./api";
import type { Listing, SequencedStudy } from "./api-types";
import { watchHand } from "./hand";
import { Live } from "./live";
import { canPatch, patchOfAll } from "./merge";
import { StudiesList } from "./studies-list";
import { addTrialExtras } from "./trial-extras";

const listTime = 5000;

/** The dashboard: the list of studies, and the page of one of them, kept up to date. */
export class App {
  readonly #list: StudiesList;
  readonly #sheet: ActSheet;
  #listing: Listing | null = null;
  #store: Store | null = null;
  #page: Page | null = null;
  #live: Live | null = null;
  /** Those that are compared with the one that is shown, as they were when they were last read. */
  readonly #compared = new Map<string, Study>();
  /** Rises when another study is asked for, so that a late answer for the one before is dropped. */
  #asked = 0;

  constructor(private readonly api: Api, private readonly host: HTMLElement) {
    this.#sheet = new ActSheet(api);
    this.#list = new StudiesList({
      choose: study => this.#go(study),
      compare: study => void this.#compare(study),
      actions: [this.#sheet.opener],
    });
    host.before(this.#list.element, this.#sheet.element);
    watchHand();
    document.documentElement.classList.add("has-studies");
    addTrialExtras(api, () => this.#listing?.readOnly ?? true);
    window.addEventListener("popstate", () => {
      const asked = new URLSearchParams(window.location.search).get("study");
      if (asked !== null && asked !== this.#store?.study.data.name) {
        void this.#show(asked);
      }
    });
  }

  async start(): Promise<void> {
    await this.#refreshList();
    window.setInterval(() => void this.#refreshList(), listTime);
    const asked = new URLSearchParams(window.location.search).get("study");
    const first = this.#listing?.studies.find(s => s.name === asked)?.name ?? this.#listing?.studies[0]?.name;
    if (first !== undefined) {
      await this.#show(first);
    }
  }

  async #refreshList(): Promise<void> {
    try {
      const before = this.#listing;
      this.#listing = await this.api.listing();
      this.#list.update(this.#listing);
      if (this.#store === null && this.#listing.studies.length === 0) {
        this.#say("This journal has no study yet. It appears here as soon as one begins.");
      } else if (this.#store === null && before !== null && before.studies.length === 0) {
        await this.#show(this.#listing.studies[0]!.name);
      }
    } catch (error) {
      // The study's own connection says by itself whether it holds; the list is asked for again soon.
      if (!(error instanceof ApiError)) {
        throw error;
      }
      if (this.#store === null) {
        this.#say(error.message);
      }
    }
  }

  #go(study: string): void {
    if (study !== this.#store?.study.data.name) {
      const parameters = new URLSearchParams(window.location.search);
      parameters.set("study", study);
      // The fragment is the filter of the study before.
      window.history.pushState(null, "", `${window.location.pathname}?${parameters}`);
      void this.#show(study);
    }
  }

  async #show(study: string): Promise<void> {
    const asked = ++this.#asked;
    this.#list.show(study);
    this.#live?.close();
    try {
      const data = await this.api.study(study);
      if (asked === this.#asked) {
        this.#take(data);
      }
    } catch (error) {
      if (asked === this.#asked) {
        this.#fail(error);
        if (this.#store === null || this.#store.study.data.name !== study) {
          this.#clear();
          this.#say(error instanceof Error ? error.message : String(error));
        }
        window.setTimeout(() => {
          if (asked === this.#asked) {
            void this.#show(study);
          }
        }, listTime);
      }
    }
  }

  /** Shows a study that was read; where it is the one that is shown, only what differs. */
  #take(data: SequencedStudy): void {
    if (this.#store !== null && this.#page !== null && canPatch(this.#store.study.data, data)) {
      this.#store.apply(patchOfAll(data));
    } else {
      this.#compared.delete(data.name);
      this.#build(new Study(data));
      window.scrollTo(0, 0);
    }
    this.#follow(data.name, data.sequence);
  }

  #build(study: Study): void {
    this.#clear();
    const studies = [study, ...this.#compared.values()];
    const report: ReportData = { version: 1, made: new Date().toISOString(), tool: "HyperTune", studies: studies.map(s => s.data) };
    this.#store = new Store(study, report, studies);
    this.#page = new Page(this.#store, this.host);
    this.#sheet.attach(this.#store);
    this.#list.setCompared(new Set(this.#compared.keys()));
  }

  async #compare(study: string): Promise<void> {
    const store = this.#store;
    if (store === null) {
      return;
    }
    if (!this.#compared.delete(study)) {
      try {
        this.#compared.set(study, new Study(await this.api.study(study)));
      } catch (error) {
        this.#fail(error);
        return;
      }
    }
    if (store === this.#store) {
      const before = writeFragment(store);
      const [at, isAdded] = [window.scrollY, this.#compared.has(study)];
      this.#build(store.study);
      readFragment(before, this.#store);
      window.scrollTo(0, at);
      if (isAdded) {
        document.getElementById("section-studies")?.scrollIntoView({ behavior: "instant" });
      }
    }
  }

  #follow(study: string, sequence: number): void {
    this.#live?.close();
    this.#live = new Live(this.api, study, sequence, {
      onPatch: patch => this.#store?.apply(patch),
      onReload: () => void this.#show(study),
      onState: state => this.#list.setState(state),
    });
  }

  #clear(): void {
    this.#page?.dispose();
    this.#page = null;
    this.#store = null;
    this.host.replaceChildren();
  }

  #say(text: string): void {
    this.host.replaceChildren(html("p", { class: "app-message", role: "status" }, text));
  }

  #fail(error: unknown): void {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    this.#list.setState(error.status === 404 ? "gone" : "lost");
  }
}
