import { html, name, set } from "../dom";
import { formatNumber } from "../text/numbers";
import type { FormParameter } from "./api-types";

let nextId = 0;

/** A field for a parameter, which checks its value before it is sent. */
export class FormField {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement | HTMLSelectElement;
  readonly #error: HTMLElement;

  constructor(readonly parameter: FormParameter, onChange: () => void) {
    const id = `field-${nextId++}`;
    const { kind, labels, unit, range, condition } = parameter;
    // Whether a trial may lack it is for the server to say where it does not depend on a choice alone.
    this.#input = kind === "choice"
      ? html("select", { id }, this.isOptional ? html("option", { value: "" }, "—") : null, ...labels.map((label, i) => html("option", { value: i }, label)))
      : html("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
    this.#error = html("p", { class: "field-error", id: `${id}-error`, hidden: true });
    set(this.#input, { "aria-describedby": `${id}-range ${id}-error` });
    this.#input.addEventListener("change", () => {
      this.check();
      onChange();
    });
    this.element = html("div", { class: "field" },
      html("label", { for: id }, name(parameter.name), unit === null || unit === "" ? null : html("span", { class: "muted" }, ` in ${unit}`)),
      this.#input,
      html("p", { class: "field-range muted", id: `${id}-range` }, name(range), condition !== "" && parameter.when === null ? html("span", {}, "; only if ", name(condition)) : null),
      this.#error);
    this.fill(this.isOptional ? null : parameter.initial);
  }

  get isOptional(): boolean {
    return this.parameter.when === null && this.parameter.condition !== "";
  }

  /** The chosen label of a choice, or the number as it is written. */
  get label(): string | null {
    return this.parameter.kind === "choice" ? (this.parameter.labels[Number(this.#input.value)] ?? null) : String(toNumber(this.#input.value));
  }

  /** What is sent: a label or a number; null where it is left empty. */
  get value(): number | string | null {
    const text = this.#input.value.trim();
    return text === "" ? null : this.parameter.kind === "choice" ? this.label : toNumber(text);
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }

  /** A number, or of a choice a label or its index; null or NaN empties it. */
  fill(value: number | string | null): void {
    const { kind, labels } = this.parameter;
    const isNone = value === null || Number.isNaN(value);
    const index = typeof value === "string" ? labels.indexOf(value) : value;
    this.#input.value = isNone ? "" : kind === "choice" ? String(index) : String(value);
    if (kind === "choice" && this.#input.value === "" && !this.isOptional) {
      this.#input.value = "0";
    }
    this.fail(null);
  }

  /** Shows what is wrong with it, and says whether nothing is. */
  check(): boolean {
    const problem = this.isShown ? this.#problem() : null;
    this.fail(problem);
    return problem === null;
  }

  fail(problem: string | null): void {
    this.#error.textContent = problem;
    this.#error.hidden = problem === null;
    set(this.#input, { "aria-invalid": problem === null ? null : "true" });
  }

  focus(): void {
    this.#input.focus();
  }

  #problem(): string | null {
    const { kind, low, high, step } = this.parameter;
    const text = this.#input.value.trim();
    if (text === "") {
      return this.isOptional ? null : "Give a value.";
    }
    if (kind === "choice") {
      return null;
    }
    const value = toNumber(text);
    if (Number.isNaN(value)) {
      return `“${text}” is no number.`;
    }
    if (value < low || value > high) {
      return `${formatNumber(value)} lies outside of ${formatNumber(low)} to ${formatNumber(high)}.`;
    }
    if (kind === "integer" && !Number.isInteger(value)) {
      return `${formatNumber(value)} is not a whole number.`;
    }
    if (step !== null && step > 0) {
      const steps = (value - low) / step;
      if (Math.abs(steps - Math.round(steps)) > 1e-6) {
        return `Values go from ${formatNumber(low)} in steps of ${formatNumber(step)}.`;
      }
    }
    return null;
  }
}

function toNumber(text: string): number {
  return Number(text.trim().replace("−", "-"));
}
