import { button, html, name, set } from "../dom";
import type { Api } from "./api";
import type { FormMetric } from "./api-types";
import { Outcome } from "./outcome";

let nextId = 0;

/** What a trial ended with, told by hand: its metrics, or why it failed. */
export function tellForm(api: Api, study: string, trial: number, metrics: readonly FormMetric[]): HTMLElement {
  const outcome = new Outcome();
  const inputs = metrics.map(metric => {
    const id = `tell-${nextId++}`;
    const input = html("input", { id, type: "text", inputmode: "decimal", autocomplete: "off" });
    const label = html("label", { for: id }, name(metric.name));
    return { metric, input, element: html("div", { class: "field is-short" }, label, input) };
  });
  const send = html("button", { type: "submit" }, "Tell");
  const reason = html("input", { type: "text", "aria-label": `Why trial ${trial} failed`, placeholder: "Why it failed" });
  const fail = button("Tell it failed", () => {
    const text = reason.value.trim();
    if (text === "") {
      outcome.failed("Say why it failed.");
      reason.focus();
      return;
    }
    void outcome.run(fail, async () => {
      await api.tell(study, trial, { failed: text });
      return `Trial ${trial} is told to have failed.`;
    });
  });
  const form = html("form", { class: "tell", novalidate: true, "aria-label": `Tell trial ${trial}` },
    ...inputs.map(i => i.element), html("p", { class: "form-end" }, send), html("p", { class: "tell-failed" }, reason, fail), outcome.element);
  form.addEventListener("submit", event => {
    event.preventDefault();
    const values: Record<string, number> = {};
    for (const { metric, input } of inputs) {
      const problem = read(metric, input.value, values);
      set(input, { "aria-invalid": problem === null ? null : "true" });
      if (problem !== null) {
        outcome.failed(problem);
        input.focus();
        return;
      }
    }
    void outcome.run(send, async () => {
      await api.tell(study, trial, { values });
      return `Trial ${trial} is told.`;
    });
  });
  return form;
}

/** Takes a metric's value in, or says what is wrong with it. */
function read(metric: FormMetric, text: string, values: Record<string, number>): string | null {
  // A value beyond a limit is told like any other: the trial then breaks it.
  if (text.trim() === "") {
    return `${metric.name} needs a value.`;
  }
  const value = Number(text.trim().replace("−", "-"));
  if (!Number.isFinite(value)) {
    return `${metric.name}: “${text.trim()}” is no number.`;
  }
  values[metric.name] = value;
  return null;
}
