// How fast Chromium paints a page, and how long a step of a limit takes until the frame behind it: medians.
// Usage: node measure.cjs PLAYWRIGHT PAGE
const [, , playwright, page] = process.argv;
const { chromium } = require(playwright);
const rounds = 5;
const steps = 12;

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

async function main() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  const paints = [];
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await tab.goto(`file://${page}`);
    await tab.waitForTimeout(1500);
    paints.push(await tab.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime));
    const card = tab.locator("#view-parallel");
    await card.scrollIntoViewIfNeeded();
    await tab.waitForTimeout(800);
    await card.locator(".brush-end[role=slider]").first().focus();
    for (let step = 0; step < steps; step++) {
      times.push(await tab.evaluate(() => new Promise(done => {
        const begin = performance.now();
        document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - begin)));
      })));
      await tab.waitForTimeout(50);
    }
    await tab.close();
  }
  await browser.close();
  console.log(`${median(paints).toFixed(0)} | ${median(times).toFixed(0)}`);
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
