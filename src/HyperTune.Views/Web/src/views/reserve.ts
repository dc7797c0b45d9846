/**
 * Takes about the height that a view will have, until it is drawn for the first time: views are drawn when they come near the
 * window, and what grows then would push away what the reader went to. Returns what gives the height back.
 */
export function reserve(body: HTMLElement, height: number): () => void {
  body.style.setProperty("min-height", `${Math.round(height)}px`);
  return () => body.style.removeProperty("min-height");
}
