import { button, html } from "../dom";
import type { Store } from "../state/store";
import type { Api } from "./api";
import type { StudyForm } from "./api-types";
import { FormField } from "./form-field";
import { Outcome } from "./outcome";

/** A config of one's own, to be tried next. */
export class EnqueueForm {
  readonly element: HTMLFormElement;
  readonly #fields: readonly FormField[];
  readonly #outcome = new Outcome();
  readonly #fromOpen: HTMLButtonElement;
  readonly #fromBest: HTMLButtonElement;

  constructor(private readonly api: Api, private readonly store: Store, form: StudyForm) {
    this.#fields = form.parameters.map(p => new FormField(p, () => this.#showFields()));
    this.#fromBest = button("the best", () => this.#fillFrom(store.study.data.best));
    this.#fromOpen = button("the open trial", () => this.#fillFrom(store.opened));
    const send = html("button", { type: "submit", class: "is-main" }, "Add the trial");
    this.element = html("form", { class: "enqueue", novalidate: true, "aria-label": "Add a trial" },
      html("p", { class: "fill-from" }, "Fill from ", this.#fromBest, this.#fromOpen, button("the defaults", () => this.#fillDefaults())),
      html("div", { class: "form-fields" }, ...this.#fields.map(f => f.element)),
      html("p", { class: "form-end" }, send), this.#outcome.element);
    this.element.addEventListener("submit", event => {
      event.preventDefault();
      void this.#send(send);
    });
    this.#showFields();
    this.refresh();
  }

  /** What it can be filled from may have changed. */
  refresh(): void {
    this.#fromBest.disabled = this.store.study.data.best === null;
    this.#fromOpen.disabled = this.store.opened === null;
    this.#fromOpen.textContent = this.store.opened === null ? "the open trial" : `trial ${this.store.opened}`;
  }

  /** Fields of a case that is not chosen are hidden; theirs may be the choice of another case. */
  #showFields(): void {
    const byName = new Map(this.#fields.map(f => [f.parameter.name, f]));
    const isShown = (field: FormField, depth = 0): boolean => {
      const { when } = field.parameter;
      const of = when === null ? undefined : byName.get(when.parameter);
      return when === null || of === undefined || (depth < this.#fields.length && when.values.includes(of.label ?? "") && isShown(of, depth + 1));
    };
    this.#fields.forEach(f => f.show(isShown(f)));
  }

  #fillFrom(trial: number | null): void {
    if (trial === null) {
      return;
    }
    const { study } = this.store;
    for (const field of this.#fields) {
      const p = study.parameters.findIndex(x => x.name === field.parameter.name);
      const value = p < 0 ? NaN : study.parameter(p)[trial]!;
      const label = p >= 0 && study.parameters[p]!.kind === "choice" ? (study.parameters[p]!.labels[value] ?? null) : null;
      // What the trial lacks keeps its default, for the case that another choice is made.
      field.fill(label ?? (Number.isNaN(value) && !field.isOptional ? field.parameter.initial : value));
    }
    this.#showFields();
    this.#outcome.done(`Filled from trial ${trial}.`);
  }

  #fillDefaults(): void {
    this.#fields.forEach(f => f.fill(f.isOptional ? null : f.parameter.initial));
    this.#showFields();
    this.#outcome.done("Filled with the defaults.");
  }

  async #send(control: HTMLButtonElement): Promise<void> {
    const shown = this.#fields.filter(f => f.isShown);
    const wrong = shown.filter(f => !f.check());
    if (wrong.length > 0) {
      wrong[0]!.focus();
      this.#outcome.failed(wrong.length === 1 ? "One value cannot be sent." : `${wrong.length} values cannot be sent.`);
      return;
    }
    const values: Record<string, number | string> = {};
    for (const field of shown) {
      const { value } = field;
      if (value !== null) {
        values[field.parameter.name] = value;
      }
    }
    await this.#outcome.run(control, async () => {
      const trial = await this.api.enqueue(this.store.study.data.name, values);
      return `Trial ${trial} waits to be run.`;
    }, error => {
      const fields = error.fields.flatMap(({ parameter, message }) => {
        const field = this.#fields.find(f => f.parameter.name === parameter);
        field?.fail(message);
        return field === undefined ? [] : [field];
      });
      fields[0]?.focus();
    });
  }
}
