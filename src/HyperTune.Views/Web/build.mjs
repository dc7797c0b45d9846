// Bundles the page's script and style, and gathers the licences of what is built in.
// Usage: node build.mjs DIRECTORY
import { build } from "esbuild";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "dist");
await mkdir(out, { recursive: true });

const result = await build({
  absWorkingDir: here,
  entryPoints: { report: "src/report.ts", dashboard: "src/dashboard.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "ascii",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

// Every package of which some line is in a bundle.
const packages = new Set();
for (const output of Object.values(result.metafile.outputs)) {
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (name && bytesInOutput > 0) {
      packages.add(name);
    }
  }
}

const notices = [];
for (const name of [...packages].sort()) {
  const home = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  notices.push(`${name} ${version} (${license})\n\n${(await readFile(join(home, "LICENSE"), "utf8")).trim()}\n`);
}

await writeFile(join(out, "licences.txt"), notices.join("\n"));
