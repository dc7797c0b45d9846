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

  /**
   * Does what a form asks for. `control` rests meanwhile, but is not disabled, which would take the focus from it. What the server
   * refuses is said; all else is a fault of the page.
   */
  async run(control: HTMLButtonElement, action: () => Promise<string>, onRefused: (error: ApiError) => void = () => undefined): Promise<void> {
    if (control.getAttribute("aria-busy") === "true") {
      return;
    }
    control.setAttribute("aria-busy", "true");
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
      control.removeAttribute("aria-busy");
    }
  }

  #say(text: string, kind: string): void {
    this.element.textContent = text;
    this.element.dataset["kind"] = kind;
  }
}
