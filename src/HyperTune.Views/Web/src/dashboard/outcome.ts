import { html } from "../dom";
import { ApiError } from "./api";

/** A line below a form that says what became of it. */
export class Outcome {
  readonly element = html("p", { class: "outcome-line", role: "status" });

  done(text: string): void {
    this.#say(text, "done");
  }

  failed(text: string): void {
    this.#say(text, "failed");
  }

  clear(): void {
    this.#say("", "");
  }

  /** Does what a form asks for; `button` rests meanwhile. What the server refuses is said, all else is a fault of the page. */
  async run(control: HTMLButtonElement, action: () => Promise<string>, onRefused: (error: ApiError) => void = () => undefined): Promise<void> {
    control.disabled = true;
    this.clear();
    try {
      this.done(await action());
    } catch (error) {
      if (!(error instanceof ApiError)) {
        throw error;
      }
      this.failed(error.message);
      onRefused(error);
    } finally {
      control.disabled = false;
    }
  }

  #say(text: string, kind: string): void {
    this.element.textContent = text;
    this.element.dataset["kind"] = kind;
  }
}
