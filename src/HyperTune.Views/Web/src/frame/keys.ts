import type { Store } from "../state/store";

/** `/` goes to the filter, Escape leaves it or closes what is open. Returns what ends it. */
export function watchKeys(store: Store, field: HTMLInputElement | null, close: () => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = event.target as HTMLElement;
    const isTyping = target.matches("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !isTyping && field !== null && field.isConnected) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape") {
      if (isTyping) {
        target.blur();
      } else if (store.opened !== null) {
        close();
      }
    }
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
