import { html, set, svg } from "../dom";

/** Below this width a plot is not drawn: observers report widths in passing, and what is drawn then stays squeezed. */
const leastWidth = 120;

let printScale = 0;
/** Rises when the page takes or leaves the width of paper, which observers would tell too late. */
let layout = 0;

/** Canvases are drawn that much larger than the screen asks for; 0 for as the screen asks. Paper shows more than a screen. */
export function setPrintScale(scale: number): void {
  printScale = scale;
  layout++;
}

/**
 * What a plot is drawn on: a grid in SVG below, marks on a canvas, axes and highlights in SVG above, and handles in HTML on top.
 * The grid has its own layer, since lines above would cross the marks.
 */
export class Surface {
  readonly element: HTMLElement;
  /** Below the marks: grid, bands. */
  readonly back = svg("svg", { class: "layer", "aria-hidden": "true" });
  readonly canvas = html("canvas", { class: "layer", role: "img" });
  /** Above the marks: axes, labels. */
  readonly front = svg("svg", { class: "layer", "aria-hidden": "true" });
  /** For the trial that is pointed at; drawn without the rest. */
  readonly highlights = svg("svg", { class: "layer", "aria-hidden": "true" });
  /** For brushes and the like. */
  readonly handles = html("div", { class: "layer handles" });
  #width = 0;
  #layout = layout;
  #height: number;
  #observer: ResizeObserver;

  constructor(host: HTMLElement, height: number, onResize: () => void) {
    this.#height = height;
    this.element = html("div", { class: "plot" }, this.back, this.canvas, this.front, this.highlights, this.handles);
    this.element.style.setProperty("height", `${height}px`);
    host.append(this.element);
    this.#observer = new ResizeObserver(() => {
      const width = Math.floor(this.element.clientWidth);
      if (width >= leastWidth && width !== this.#width) {
        this.#width = width;
        onResize();
      }
    });
    this.#observer.observe(this.element);
  }

  get width(): number {
    return this.#width;
  }

  get height(): number {
    return this.#height;
  }

  /** One number sets the height of the element and of the canvas: a stretched canvas blurs. */
  set height(value: number) {
    if (value !== this.#height) {
      this.#height = value;
      this.element.style.setProperty("height", `${value}px`);
    }
  }

  /** Whether there is room to draw on. */
  get isReady(): boolean {
    return this.#width === 0 || this.#layout !== layout ? this.measure() : this.#width >= leastWidth;
  }

  /** Reads the width at once, for a first drawing that need not wait for the observer. */
  measure(): boolean {
    const width = Math.floor(this.element.clientWidth);
    this.#layout = layout;
    if (width >= leastWidth) {
      this.#width = width;
    }
    return width >= leastWidth;
  }

  /** Clears grid, marks and axes, and hands out the canvas, scaled so that a unit is a CSS pixel. */
  begin(): CanvasRenderingContext2D {
    for (const layer of [this.back, this.front]) {
      layer.replaceChildren();
      set(layer, { viewBox: `0 0 ${this.#width} ${this.#height}` });
    }
    set(this.highlights, { viewBox: `0 0 ${this.#width} ${this.#height}` });
    return this.clearCanvas();
  }

  /** Clears the marks only. */
  clearCanvas(): CanvasRenderingContext2D {
    const scale = printScale || Math.min(window.devicePixelRatio || 1, 3);
    const [width, height] = [Math.round(this.#width * scale), Math.round(this.#height * scale)];
    const context = this.canvas.getContext("2d");
    if (context === null) {
      throw new Error("This browser has no two-dimensional canvas.");
    }
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, this.#width, this.#height);
    return context;
  }

  /** What a screen reader says of the plot. */
  describe(text: string): void {
    set(this.canvas, { "aria-label": text });
  }

  /** A pointer's place on the plot, in CSS pixels. */
  point(event: PointerEvent | MouseEvent): readonly [number, number] {
    const box = this.element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  }

  dispose(): void {
    this.#observer.disconnect();
    this.element.remove();
  }
}
