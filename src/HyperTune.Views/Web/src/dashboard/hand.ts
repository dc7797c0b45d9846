/** After so long a press counts as forgotten, in milliseconds: its end may have been outside of the window. */
const longest = 10_000;

let pressedAt = -Infinity;

/** Whether a pointer is pressed. What is redrawn between press and release loses the click, a drag, or the text that is being selected. */
export function isPressed(): boolean {
  return performance.now() - pressedAt < longest;
}

/** Begins to watch the pointer. */
export function watchHand(): void {
  const release = () => (pressedAt = -Infinity);
  window.addEventListener("pointerdown", () => (pressedAt = performance.now()), { capture: true });
  for (const end of ["pointerup", "pointercancel", "blur"]) {
    window.addEventListener(end, release, { capture: true });
  }
}
