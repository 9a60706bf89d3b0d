// How long a page of every type takes with weak signal (400 kbit/s, 400 ms), what it asks for until it has loaded, and how far
// it jumps about: budgets per type. From scan to reading, the landing included. `--long` measures both languages.
// Times come from the browser's own clock; a page that seems too slow is measured up to three times and the best counts, for
// another program on the machine can only make it slower.
import { Findings, PHONE, addressOf, isLong, launch, pages, samples, serve, standIn } from './site.mjs';

const findings = new Findings('speed');
const KB = 1000;
// Requests until the page has loaded, and bytes that go over the wire, pictures and the icon included.
const BUDGETS = {
  landing: [2, 4 * KB], chooser: [2, 4 * KB], lost: [3, 12 * KB],
  relic: [10, 200 * KB], product: [10, 200 * KB],
  home: [16, 150 * KB], list: [16, 150 * KB], facet: [16, 150 * KB],
  chapter: [10, 250 * KB], map: [8, 150 * KB],
};
const OTHERS = [16, 200 * KB];
const LCP = 3500;
const CLS = 0.02;
const NETWORK = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 300_000 / 8 };

const server = await serve('/a/b/');
const browser = await launch();

async function open(locale = 'vi-VN') {
  const context = await browser.newContext({ ...PHONE, viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, locale });
  await context.addInitScript(() => {
    window.seen = { lcp: 0, cls: 0, fcp: 0, what: '' };
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.seen.lcp = e.startTime; window.seen.what = e.element?.outerHTML.slice(0, 60) ?? ''; })).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) window.seen.cls += e.value; })).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (e.name === 'first-contentful-paint') window.seen.fcp = e.startTime; })).observe({ type: 'paint', buffered: true });
  });
  await standIn(context, server);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  const wire = { bytes: 0 };
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => { wire.bytes += encodedDataLength; });
  return { context, page, wire };
}

async function measure(url) {
  const { context, page, wire } = await open();
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  // The last paint, which a busy machine tells late, and whatever still moves.
  await page.waitForFunction(() => window.seen.lcp > 0, undefined, { timeout: 5000 }).catch(() => {});
  await page.waitForTimeout(300);
  const now = await page.evaluate(() => {
    const { loadEventStart: load } = performance.getEntriesByType('navigation')[0];
    const asked = performance.getEntriesByType('resource').filter((one) => one.startTime < load && !one.name.startsWith('data:'));
    return { ...window.seen, load, requests: 1 + asked.length };
  });
  now.bytes = wire.bytes;
  await context.close();
  return now;
}

function faults(type, now) {
  const [requests, bytes] = BUDGETS[type] ?? OTHERS;
  const wrong = [];
  if (now.lcp > LCP) wrong.push(`largest content after ${Math.round(now.lcp)} ms, allowed ${LCP}: ${now.what}`);
  if (now.lcp === 0) wrong.push('no largest content was seen');
  if (now.cls > CLS) wrong.push(`jumps by ${now.cls.toFixed(3)}, allowed ${CLS}`);
  if (now.requests > requests) wrong.push(`${now.requests} requests, allowed ${requests}`);
  if (now.bytes > bytes) wrong.push(`${now.bytes} bytes, allowed ${bytes}`);
  return wrong;
}

async function best(take, isGood) {
  let kept = await take();
  for (let again = 0; again < 2 && !isGood(kept); again += 1) {
    const next = await take();
    if (next.lcp < kept.lcp) kept = next;
  }
  return kept;
}

for (const one of samples()) {
  if (!isLong && one.lang === 'en') continue;
  const now = await best(() => measure(addressOf(one, server)), (found) => found.lcp <= LCP);
  const told = `LCP ${Math.round(now.lcp)} ms, FCP ${Math.round(now.fcp)} ms, CLS ${now.cls.toFixed(3)}, ${now.requests} requests, ${(now.bytes / KB).toFixed(1)} KB, loaded after ${Math.round(now.load)} ms`;
  findings.tell(`${one.type} ${one.lang} (${one.path})`, told, faults(one.type, now));
}

// From scan to reading: the landing is asked for, and leads to the page, of which the text is there.
const landing = pages().find((one) => one.type === 'landing' && /chua-bo-da\/"/.test(one.html)) ?? pages().find((one) => one.type === 'landing');
async function scan() {
  const { context, page, wire } = await open();
  let begin = 0;
  page.on('request', (request) => { if (request.url().endsWith(landing.path)) begin ||= Date.now(); });
  await page.goto(server.origin + landing.path, { waitUntil: 'commit', timeout: 60_000 });
  await page.waitForURL((url) => !url.pathname.endsWith(landing.path), { waitUntil: 'load', timeout: 60_000 });
  await page.waitForFunction(() => window.seen.lcp > 0);
  await page.waitForTimeout(300);
  const now = await page.evaluate(() => ({ ...window.seen, origin: performance.timeOrigin }));
  await context.close();
  return { ...wire, lcp: now.origin + now.fcp - begin, whole: now.origin + now.lcp - begin };
}
const now = await best(scan, (found) => found.lcp <= LCP);
findings.tell('scan to reading', `${Math.round(now.lcp)} ms until the text, ${Math.round(now.whole)} ms until the largest content`, now.lcp > LCP ? [`${Math.round(now.lcp)} ms, allowed ${LCP}`] : []);
await browser.close();
server.close();
findings.end();
