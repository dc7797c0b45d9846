import assert from "node:assert/strict";
import test from "node:test";
import css from "../src/style/theme.css";

type Rgb = readonly [number, number, number];

/** The colours of a theme by name. */
function theme(block: number): Map<string, Rgb> {
  const text = (css as string).split("}")[block]!;
  return new Map([...text.matchAll(/--([\w-]+): #([0-9A-F]{6});/g)].map(m => [m[1]!, parse(m[2]!)]));
}

function parse(hex: string): Rgb {
  return [0, 2, 4].map(i => parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Rgb;
}

const linear = (rgb: Rgb): Rgb => rgb.map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;

function times(m: readonly Rgb[], v: Rgb): Rgb {
  return m.map(row => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]) as unknown as Rgb;
}

// Machado, Oliveira and Fernandes (2009), severity 1, on linear colours.
const visions: Record<string, readonly Rgb[]> = {
  usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** CIE L*a*b* of a linear colour, for the white of sRGB. */
function lab(rgb: Rgb): Rgb {
  const clipped = rgb.map(c => Math.min(1, Math.max(0, c))) as unknown as Rgb;
  const xyz = times([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], clipped);
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map(t => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const luminance = (rgb: Rgb): number => times([[0.2126, 0.7152, 0.0722], [0, 0, 0], [0, 0, 0]], linear(rgb))[0];

function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

for (const [block, label] of [[0, "light"], [1, "dark"]] as const) {
  const colours = theme(block);
  const get = (name: string): Rgb => {
    const found = colours.get(name);
    assert.ok(found, `${name} is no colour`);
    return found!;
  };

  test(`${label}: marks can be told apart under every vision`, () => {
    const names = ["completed", "best", "pruned", "failed", "enqueued"];
    for (const [vision, matrix] of Object.entries(visions)) {
      const seen = names.map(n => lab(times(matrix, linear(get(n)))));
      names.forEach((a, i) => names.slice(i + 1).forEach((b, j) => {
        const distance = Math.hypot(...seen[i]!.map((c, k) => c - seen[i + 1 + j]![k]!));
        assert.ok(distance >= 10, `${a} and ${b} under ${vision}: ${distance.toFixed(1)}`);
      }));
    }
  });

  test(`${label}: text has a contrast of 4.5 on cards and page, marks of 3`, () => {
    for (const ground of ["card", "page"]) {
      for (const name of ["ink", "muted", "link", "best-text", "enqueued", "failed"]) {
        assert.ok(contrast(get(name), get(ground)) >= 4.5, `${name} on ${ground}: ${contrast(get(name), get(ground)).toFixed(2)}`);
      }
      for (const name of ["completed", "best", "pruned", "failed", "enqueued", "axis"]) {
        assert.ok(contrast(get(name), get(ground)) >= 3, `${name} on ${ground}: ${contrast(get(name), get(ground)).toFixed(2)}`);
      }
    }
  });

  test(`${label}: the ramp runs one way in lightness under every vision`, () => {
    for (const [vision, matrix] of Object.entries(visions)) {
      const light = [1, 2, 3, 4, 5].map(i => lab(times(matrix, linear(get(`ramp-${i}`))))[0]);
      const steps = light.slice(1).map((l, i) => (label === "light" ? light[i]! - l : l - light[i]!));
      assert.ok(steps.every(s => s > 5), `${vision}: ${light.map(l => l.toFixed(0)).join(", ")}`);
    }
  });
}
