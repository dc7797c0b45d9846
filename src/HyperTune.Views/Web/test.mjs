// Bundles the tests, so that they read the sources as the page does, and runs them.
// Usage: node test.mjs
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tests = (await readdir(join(here, "tests"))).filter(f => f.endsWith(".test.ts"));
const out = await mkdtemp(join(tmpdir(), "hypertune-views-"));
try {
  await build({
    absWorkingDir: here,
    entryPoints: tests.map(f => `tests/${f}`),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    loader: { ".css": "text" },
    logLevel: "warning",
  });
  const files = (await readdir(out)).filter(f => f.endsWith(".mjs")).map(f => join(out, f));
  process.exitCode = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(out, { recursive: true });
}
