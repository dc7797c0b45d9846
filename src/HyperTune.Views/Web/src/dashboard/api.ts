import type { FieldErrors, Listing, SequencedStudy, StudyForm } from "./api-types";

/** What the server refused, and why. */
export class ApiError extends Error {
  constructor(message: string, readonly status: number, readonly fields: FieldErrors = []) {
    super(message);
  }
}

/** The dashboard's server, which answers on the page's own origin. */
export class Api {
  listing(): Promise<Listing> {
    return this.#get("api/studies");
  }

  study(study: string): Promise<SequencedStudy> {
    return this.#get(path(study));
  }

  form(study: string): Promise<StudyForm> {
    return this.#get(path(study, "form"));
  }

  events(study: string, after: number): EventSource {
    return new EventSource(`${path(study, "events")}?after=${after}`);
  }

  artifact(study: string, trial: number, file: string): string {
    return path(study, "trials", String(trial), "artifacts", file);
  }

  /** The number of the trial that waits with these values. */
  async enqueue(study: string, values: Record<string, number | string>): Promise<number> {
    return (await this.#post<{ trial: number }>(path(study, "trials"), { values })).trial;
  }

  tell(study: string, trial: number, result: { values: Record<string, number> } | { failed: string }): Promise<void> {
    return this.#post(path(study, "trials", String(trial), "tell"), result);
  }

  exclude(study: string, trial: number, reason: string): Promise<void> {
    return this.#post(path(study, "trials", String(trial), "exclude"), { reason });
  }

  /** Writes a note; null removes it. */
  note(study: string, name: string, text: string | null): Promise<void> {
    return this.#post(path(study, "notes"), { name, text });
  }

  stop(study: string): Promise<void> {
    return this.#post(path(study, "stop"), {});
  }

  /** How many more trials there are to run now. */
  async extend(study: string, trials: number): Promise<number> {
    return (await this.#post<{ more: number }>(path(study, "extend"), { trials })).more;
  }

  async #get<T>(address: string): Promise<T> {
    return (await answer(await reach(address, { headers: { accept: "application/json" }, cache: "no-store" }))) as T;
  }

  async #post<T>(address: string, body: object): Promise<T> {
    // A form of another site cannot send this header, so the server can tell the page from a forgery.
    const headers = { "content-type": "application/json", "x-hypertune": "1" };
    return (await answer(await reach(address, { method: "POST", headers, body: JSON.stringify(body) }))) as T;
  }
}

async function reach(address: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { credentials: "same-origin", ...options });
  } catch (error) {
    if (error instanceof TypeError) {
      throw new ApiError("The dashboard does not answer.", 0);
    }
    throw error;
  }
}

async function answer(response: Response): Promise<unknown> {
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body = (isJson && text !== "" ? JSON.parse(text) : {}) as { error?: string; errors?: FieldErrors };
  if (response.ok) {
    return body;
  }
  const fields = body.errors ?? [];
  const words = body.error ?? fields.map(f => f.message).join(" ");
  throw new ApiError(words === "" ? `The dashboard answered ${response.status}.` : words, response.status, fields);
}

function path(study: string, ...rest: readonly string[]): string {
  // Without the tilde a study named "." or ".." would be the folder, or the one above it.
  return ["api/studies", ...[`~${study}`, ...rest].map(encodeURIComponent)].join("/");
}
