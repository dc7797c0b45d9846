import { html } from "../dom";

const tip = html("div", { class: "tooltip", "aria-hidden": "true" });

/** Shows a line beside the pointer. Screen readers are told by the walkers instead. */
export function showTooltip(text: string, x: number, y: number): void {
  if (!tip.isConnected) {
    document.body.append(tip);
  }
  tip.textContent = text;
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const left = x + 14 + width > window.innerWidth ? x - 14 - width : x + 14;
  const top = y + 18 + height > window.innerHeight ? y - 12 - height : y + 18;
  tip.style.setProperty("left", `${Math.max(4, left)}px`);
  tip.style.setProperty("top", `${Math.max(4, top)}px`);
}

export function hideTooltip(): void {
  tip.hidden = true;
}
