// Opens the sample reports, which HtmlReportTest writes, from disk in Debian's Chromium.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const REPORTS = new URL("../../../target/sample-reports/", import.meta.url);
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
});

after(() => browser.close());

/** The page, and what it complained of or asked for but its own file. */
async function open(name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const complaints = [];
  const url = new URL(name, REPORTS).href;
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => request.url() !== url && complaints.push(request.url()));
  await page.goto(url);
  return { page, complaints };
}

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const values = (plot) => plot.locator(".u-legend .u-value").allTextContents();

for (const name of ["hour.html", "empty.html", "hostile.html"]) {
  for (const width of [1280, 375]) {
    test(`${name} opens without a complaint and fits ${width} px`, async () => {
      const { page, complaints } = await open(name, { viewport: { width, height: 800 } });
      const all = page.getByRole("button", { name: "Open all" });
      if (await all.count()) {
        await all.click();
      }
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      assert.deepEqual(complaints, []);
      assert.notEqual(await page.title(), "owned");
      assert.equal(await page.locator("main img, main script").count(), 0);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width);
      await page.close();
    });
  }
}

test("the verdict comes first, and every request has its charts", async () => {
  const { page } = await open("hour.html");
  assert.match(await page.locator("h1").textContent(), /FAIL/);
  await page.getByRole("button", { name: "Open all" }).click();
  await page.waitForFunction(() => document.querySelectorAll("#endpoints .plot canvas").length === 90);
  assert.equal(await page.locator("#rates .plot canvas").count(), 2);
  await page.close();
});

test("a breach that is only a warning reads WARN, and not FAIL", async () => {
  const { page } = await open("hour.html");
  const warned = page.locator("#objectives tbody tr", { hasText: /p99 [^a-z]*1 ms/ });
  assert.match(await warned.locator(".mark").textContent(), /^! WARN$/);
  await page.close();
});

test("hover and arrow keys show values", async () => {
  const { page } = await open("hour.html");
  const plot = page.locator("#endpoints .plot").first();
  await plot.scrollIntoViewIfNeeded();
  assert.deepEqual(new Set(await values(plot)), new Set(["–"]));
  await plot.locator(".u-over").hover({ position: { x: 200, y: 60 } });
  const hovered = await values(plot);
  assert.match(hovered[0], /^\d+:\d\d \(\d\d:\d\d:\d\d UTC\)$/);
  hovered.slice(1).forEach((value) => assert.match(value, /^[\d.]+ ms$/));
  await plot.focus();
  await page.keyboard.press("ArrowRight");
  assert.notDeepEqual(await values(plot), hovered);
  await page.close();
});

test("the backend has a chart for each of its objectives, with states by name", async () => {
  const { page } = await open("hour.html");
  assert.equal(await page.locator("#backend .plot canvas").count(), 3);
  assert.match(await page.locator("#backend .rate").last().textContent(), /Nothing <b>.*Nothing was read/s);
  const breaker = page.locator("#backend .rate", { hasText: "Circuit breaker" }).locator(".plot");
  await breaker.scrollIntoViewIfNeeded();
  await breaker.locator(".u-over").hover({ position: { x: 10, y: 60 } });
  const hovered = await values(breaker);
  assert.deepEqual(hovered.slice(1), ["closed", "closed"]);
  await page.close();
});

test("an objective leads to its closed charts, and opens them", async () => {
  const { page } = await open("hour.html");
  await page.locator("#objectives tbody tr", { hasText: "PASS" }).locator("a").first().click();
  const target = page.locator(await page.evaluate(() => location.hash));
  await target.locator("canvas").first().waitFor();
  assert.equal(await target.evaluate((box) => box.open), true);
  await page.close();
});

test("it is dark where the reader likes it, and the button changes that", async () => {
  const { page } = await open("hour.html", { colorScheme: "dark" });
  const dark = await background(page);
  await page.getByRole("button", { name: "Dark or light" }).click();
  assert.equal(await background(page), "rgb(255, 255, 255)");
  assert.notEqual(dark, "rgb(255, 255, 255)");
  await page.close();
});

test("on paper it is light and everything is open; afterwards it is as before", async () => {
  const { page } = await open("hour.html", { colorScheme: "dark" });
  const closed = await page.locator("details:not([open])").count();
  assert.ok(closed > 0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("details:not([open])").count(), 0);
  assert.equal(await page.locator("#endpoints .plot canvas").count(), 90);
  assert.equal(await background(page), "rgb(255, 255, 255)");
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await page.locator("details:not([open])").count(), closed);
  assert.notEqual(await background(page), "rgb(255, 255, 255)");
  await page.close();
});
