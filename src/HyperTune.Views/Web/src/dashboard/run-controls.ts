import { button, html } from "../dom";
import { count } from "../text/numbers";
import type { Api } from "./api";
import { Outcome } from "./outcome";

/** Ends a study, or gives it more trials. */
export function runControls(api: Api, study: string): HTMLElement {
  const outcome = new Outcome();
  const more = html("input", { type: "number", min: 1, max: 1_000_000, step: 1, value: 50, "aria-label": "How many trials more" });
  const extend = html("button", { type: "submit" }, "Extend");
  const form = html("form", { class: "inline-form", novalidate: true }, more, " trials more ", extend);
  form.addEventListener("submit", event => {
    event.preventDefault();
    const trials = Number(more.value);
    if (!Number.isInteger(trials) || trials < 1) {
      outcome.failed("Give a whole number of trials, at least 1.");
      more.focus();
      return;
    }
    void outcome.run(extend, async () => `The study has ${count(await api.extend(study, trials), "trial")} more to run.`);
  });
  const stop = button("Stop the study", () => ask(true));
  const yes = button("Stop it", () => {
    void outcome.run(yes, async () => {
      await api.stop(study);
      ask(false);
      return "The study is told to stop.";
    });
  }, { class: "is-grave" });
  const question = html("p", { class: "confirm", hidden: true }, html("span", {}, "No further trial will start. Stop it?"), yes, button("Keep it running", () => ask(false)));
  function ask(isAsking: boolean): void {
    question.hidden = !isAsking;
    stop.hidden = isAsking;
    (isAsking ? yes : stop).focus();
  }
  return html("div", { class: "run-controls" }, form, html("p", {}, stop), question, outcome.element);
}
