/** Brings a parameter's plot among the slices into view, or the slices as a whole. Whether there are any. */
export function goToSlice(parameter: number): boolean {
  const target = sliceOf(parameter);
  target?.scrollIntoView({ block: "center" });
  target?.querySelector<HTMLElement>(".walker, .brush-end")?.focus({ preventScroll: true });
  return target !== null;
}

export function hasSlices(): boolean {
  return document.getElementById("view-slices") !== null;
}

function sliceOf(parameter: number): HTMLElement | null {
  return document.getElementById(`slice-${parameter}`) ?? document.getElementById("view-slices");
}
