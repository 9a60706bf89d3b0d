// Pictures in a real Chromium: which file a phone takes, what it weighs, the large view by keys, swipe and without
// scripts, the picture of a shared link. Usage: node pictures.mjs SITE; SITE is the built sample site, served below a
// sub-folder. Names of cases and what failed go to stderr.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const { chromium } = createRequire(path.join(here, '../serve/package.json'))('playwright-core');
const site = path.resolve(process.argv[2]);
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const BASE = '/a/b/';
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.png': 'image/png', '.woff2': 'font/woff2' };

// How often each file was sent.
const sent = new Map();
const server = createServer((request, response) => {
  const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  sent.set(asked, (sent.get(asked) ?? 0) + 1);
  // Asked of the root for a picture that is opened by itself, and not ours.
  if (asked === '/favicon.ico') return response.writeHead(204).end();
  let file = asked.startsWith(BASE) ? path.join(site, asked.slice(BASE.length)) : '';
  if (file && existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
  if (!file || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  return response.end(readFileSync(file));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const root = `http://127.0.0.1:${server.address().port}${BASE}`;

console.error('pictures: budgets');
const sizes = readdirSync(path.join(site, 'media')).map((name) => [name, statSync(path.join(site, 'media', name)).size]);
// The small pictures of lists and of the home page.
const shown = new Set(['vi', 'en'].flatMap((lang) => readdirSync(path.join(site, lang), { recursive: true })
  .filter((file) => file.endsWith('index.html'))
  .flatMap((file) => readFileSync(path.join(site, lang, file), 'utf8').match(/class="thumb".*?<\/picture>/gs) ?? [])
  .flatMap((thumb) => thumb.match(/[^/"\s]+-360\.\w+\.webp/g) ?? [])));
const over = (pattern, most) => sizes.filter(([name, bytes]) => pattern.test(name) && bytes > most);
assert.ok(shown.size > 20, `there are thumbnails: ${shown.size}`);
assert.deepEqual(over(/-360\.\w+\.webp$/, 12_000).filter(([name]) => shown.has(name)), [], 'thumbnails');
assert.deepEqual(over(/-768\.\w+\.webp$/, 60_000), [], 'first pictures');
assert.ok(sizes.some(([name]) => /^chua-bo-da-vi\.\w+\.jpg$/.test(name)), 'there are pictures of shared links');
assert.deepEqual(over(/-(vi|en)\.\w+\.jpg$/, 150_000), [], 'pictures of shared links');

const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
const errors = [];
async function open(address, options) {
  const context = await browser.newContext({ viewport: { width: 412, height: 800 }, deviceScaleFactor: 1.75, ...options });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(root + address);
  return { page, context };
}

// An entry with a hero and at least two pictures that open large.
const folders = readdirSync(path.join(site, 'vi/di-tich'), { withFileTypes: true }).filter((one) => one.isDirectory());
const links = (html) => (html.match(/class="enlarge"/g) ?? []).length;
const rich = folders.map((one) => `vi/di-tich/${one.name}/`).filter((one) => existsSync(path.join(site, one, 'index.html')));
const counted = rich.map((one) => [links(readFileSync(path.join(site, one, 'index.html'), 'utf8')), one]);
const [most, entry] = counted.sort((a, b) => b[0] - a[0])[0];
assert.ok(most >= 2, `an entry with two pictures (${entry}: ${most})`);

console.error(`pictures: ${entry}`);
{
  const { page, context } = await open(entry, {});
  const hero = page.locator('.hero img');
  await hero.evaluate((img) => img.complete || new Promise((done) => { img.onload = done; }));
  const taken = await hero.evaluate((img) => img.currentSrc);
  assert.match(taken, /-768\.\w+\.webp$/, 'a phone takes 768 pixels');
  // The worker asks for it again when it takes over, and gets what the browser holds, though this server says nothing
  // of how long that may be.
  const kept = () => page.evaluate((url) => caches.match(url).then((found) => Boolean(found)), taken);
  for (const late = Date.now() + 10_000; !(await kept()); await page.waitForTimeout(50)) {
    assert.ok(Date.now() < late, 'the first picture is kept for where there is no signal');
  }
  assert.equal(sent.get(new URL(taken).pathname), 1, 'sent once: preload, picture and what is kept');
  const card = await page.locator('meta[property="og:image"]').getAttribute('content');
  assert.ok(existsSync(path.join(site, 'media', path.basename(card))), card);
  assert.equal(await page.locator('meta[property="og:image:width"]').getAttribute('content'), '1200');
  assert.notEqual(await page.locator('meta[property="og:image:alt"]').getAttribute('content'), '');

  const link = page.locator('a.enlarge').first();
  const box = page.locator('dialog.lightbox');
  const place = () => page.locator('.lightbox .place').textContent();
  const all = await page.locator('a.enlarge, .prose figure > a').count();
  const at = (n) => `${n} / ${all}`;
  await link.focus();
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'visible', timeout: 10_000 });
  assert.equal(await page.locator('.lightbox img').evaluate((img) => img.decode().then(() => img.naturalWidth > 0)), true);
  const first = Number((await place()).split(' / ')[0]);
  await page.keyboard.press('End');
  assert.equal(await place(), at(all), 'End');
  await page.keyboard.press('ArrowRight');
  assert.equal(await place(), at(all), 'nothing behind the last');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await place(), at(all - 1), 'one back');
  await page.keyboard.press('Home');
  assert.equal(await place(), at(1), 'Home');
  const swipe = async (from, to) => {
    await page.mouse.move(from, 300);
    await page.mouse.down();
    await page.mouse.move(to, 305, { steps: 4 });
    await page.mouse.up();
  };
  await swipe(320, 90);
  assert.equal(await place(), at(2), 'a swipe turns over');
  await swipe(90, 320);
  assert.equal(await place(), at(1), 'and back');
  await page.keyboard.press('Escape');
  assert.ok(!(await box.isVisible()), 'Escape closes');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'A', 'the focus is on a picture again');
  await link.click();
  assert.equal(Number((await place()).split(' / ')[0]), first, 'a tap opens the same');
  await page.locator('.lightbox .controls button').last().click();
  assert.ok(!(await box.isVisible()), 'the button closes');
  await context.close();
}

console.error('pictures: home');
for (const [width, large] of [[412, /-(768|1080)\.\w+\.webp$/], [1280, /-1080\.\w+\.webp$/]]) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor: 1.75, serviceWorkers: 'block' });
  const page = await context.newPage();
  // The picture at the top takes its time.
  let isWaiting = true;
  const early = [];
  await page.route('**/media/cover-*', async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    isWaiting = false;
    await route.continue();
  });
  page.on('request', (asked) => isWaiting && /\/media\/(?!cover-)/.test(asked.url()) && early.push(asked.url()));
  await page.goto(`${root}vi/`, { waitUntil: 'load' });
  assert.equal(isWaiting, false, 'the cover was asked for');
  assert.deepEqual(early, [], 'nothing is asked for before the picture at the top');
  // What waited for it is drawn now, near or not.
  await page.waitForFunction(() => document.querySelectorAll('.thumb').length > 1 &&
    [...document.querySelectorAll('.thumb')].every((part) => getComputedStyle(part).contentVisibility === 'visible'), null, { timeout: 3000 });
  // The first card is large, and sharp on the screen that it is on.
  const first = page.locator('.featured img').first();
  await first.scrollIntoViewIfNeeded();
  const taken = await first.evaluate((img) => img.decode().then(() => img.currentSrc));
  assert.match(taken, large, `the first card at ${width} pixels`);
  await context.close();
}

console.error('pictures: home where the script does not come');
{
  const context = await browser.newContext({ viewport: { width: 412, height: 900 } });
  const page = await context.newPage();
  await page.route('**/app.*.js', (route) => route.abort());
  await page.goto(`${root}vi/`, { waitUntil: 'load' });
  await page.waitForFunction(() => [...document.querySelectorAll('.thumb')].every((part) => getComputedStyle(part).contentVisibility === 'visible'), null, { timeout: 8000 });
  await context.close();
}

console.error('pictures: without scripts');
{
  const { page, context } = await open(entry, { javaScriptEnabled: false });
  await page.locator('a.enlarge').first().click();
  assert.match(page.url(), /\/media\/.*\.(webp|png|jpg)$/, 'the file opens');
  await context.close();
}

await browser.close();
server.close();
assert.deepEqual(errors, []);
