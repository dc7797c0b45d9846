// Elements are made here and nowhere from text: names and messages of a study are not trusted, and the page's policy forbids
// styles and scripts that the document did not announce.

type Child = Node | string | null | undefined | false;

/** Makes an HTML element. Attributes with `null` or `false` are left out, `true` is written as an empty attribute. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | null> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  set(made, attributes);
  append(made, children);
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an SVG element. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | null> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svgNamespace, tag);
  set(made, attributes);
  append(made, children);
  return made;
}

export function set(target: Element, attributes: Record<string, string | number | boolean | null>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) {
      target.removeAttribute(name);
    } else {
      target.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

function append(target: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) {
      target.append(child);
    }
  }
}

/** A name from outside, isolated so that its direction cannot reorder what stands around it. */
export function name(text: string, className = ""): HTMLElement {
  return html("bdi", className === "" ? {} : { class: className }, text);
}

/** A button that does not submit. */
export function button(label: string, onClick: () => void, attributes: Record<string, string | number | boolean | null> = {}): HTMLButtonElement {
  const made = html("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", onClick);
  return made;
}
