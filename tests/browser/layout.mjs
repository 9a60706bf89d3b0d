// How pages stand in a real Chromium: what may not move, overlap, be squeezed or hang in the air, at the widths and sizes of
// letters where it once did. Usage: node layout.mjs SITE; SITE is the built sample site. Names of cases and what failed go to
// stderr.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const { chromium } = createRequire(path.join(here, '../serve/package.json'))('playwright-core');
const site = path.resolve(process.argv[2]);
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.png': 'image/png', '.woff2': 'font/woff2' };

const server = createServer((request, response) => {
  let file = path.join(site, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  if (existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
  if (!existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
  return response.end(readFileSync(file));
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const root = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });

/** Opens a page so wide, `act`s on it, and closes it. */
async function at(width, address, act, options = {}) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, ...options });
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.moved += e.value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(root + address, { waitUntil: 'load' });
  await act(page);
  await context.close();
}
const style = (page, selector, name) => page.locator(selector).first().evaluate((node, one) => getComputedStyle(node)[one], name);
const RELIC = 'vi/di-tich/dinh-lang-mau/';
const CHAPTER = 'vi/sach/truyen-kieu-trich/thuy-kieu/';

console.error('layout: nothing moves while the home page comes');
for (const width of [360, 1280, 360, 1280, 360, 1280]) {
  await at(width, 'vi/', async (page) => {
    await page.waitForTimeout(400);
    assert.ok(await page.evaluate(() => window.moved) <= 0.02, `at ${width} px`);
    await page.locator('.recent .thumb img').first().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('.recent .thumb img').naturalWidth > 0);
  });
}

console.error('layout: the ring of a door can be seen on it');
await at(1280, 'vi/', async (page) => {
  await page.focus('.skip');
  for (let n = 0; n < 40 && !await page.evaluate(() => document.activeElement.matches('.leaf a')); n += 1) await page.keyboard.press('Tab');
  assert.equal(await style(page, '.leaf a:focus', 'outlineColor'), await style(page, '.leaf a:focus', 'color'));
});

console.error('layout: the kinds stand in the header of a tablet, in one row');
for (const address of ['vi/', 'en/']) {
  await at(768, address, async (page) => {
    assert.ok(await page.locator('.menu').isVisible());
    assert.ok((await page.locator('.top .wrap').boundingBox()).height < 80, address);
  });
}

console.error('layout: a map app is offered where there is one');
await at(1280, RELIC, async (page) => assert.ok(await page.locator('.maps [href^="geo"]').first().isHidden()));
await at(412, RELIC, async (page) => assert.ok(await page.locator('.maps [href^="geo"]').first().isVisible()), { hasTouch: true, isMobile: true });

console.error('layout: every label stands above its fact');
for (const width of [320, 1280]) {
  await at(width, RELIC, async (page) => {
    const beside = await page.$$eval('.side .facts > div', (rows) => rows
      .filter((row) => row.children[1].getBoundingClientRect().top < row.children[0].getBoundingClientRect().bottom - 1)
      .map((row) => row.textContent.slice(0, 30)));
    assert.deepEqual(beside, [], `at ${width} px`);
  });
}

console.error('layout: what begins below the facts is as wide as the page');
await at(1280, RELIC, async (page) => {
  const end = await page.locator('.side').evaluate((node) => node.getBoundingClientRect().bottom);
  const wide = await page.$$eval('.text > *', (all, below) => all.filter((one) => one.getBoundingClientRect().top > below)
    .map((one) => one.getBoundingClientRect().width / one.parentElement.getBoundingClientRect().width), end);
  assert.ok(wide.length > 2 && wide.every((share) => share > 0.99), `${wide}`);
});

console.error('layout: what follows a text stands beside facts that are longer');
await at(1280, 'vi/san-pham/tra-mau-van-bia/', async (page) => {
  const [facts, after, text] = await page.$$eval('.side, .ties, .text > :last-child', (all) => ['side', 'ties', ''].map((name) =>
    all.find((one) => (name ? one.classList.contains(name) : !one.matches('.side, .ties'))).getBoundingClientRect().toJSON()));
  assert.ok(facts.bottom > text.bottom + 300, 'its facts are longer than its text');
  assert.ok(after.top < text.bottom + 100 && after.right <= facts.left, JSON.stringify([facts, after, text]));
});

console.error('layout: the letters of a map grow with those of the page, which is as wide as before');
await at(360, 'vi/ban-do/', async (page) => {
  const letters = () => page.locator('.local-map text').first().evaluate((one) => one.getBoundingClientRect().height);
  const small = await letters();
  await page.evaluate(() => { document.documentElement.dataset.text = '2'; });
  const large = await letters();
  assert.ok(large > small * 1.25, `${small} → ${large}`);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
});

console.error('layout: where the browser doubles all letters, no page is wider than a narrow phone');
for (const address of ['vi/', RELIC, 'en/relics/di-tich-chien-thang-dak-po/', CHAPTER, 'vi/cho/phien-cho-4-0-mau/']) {
  await at(320, address, async (page) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = '212%'; });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, address);
  });
}

console.error('layout: a date beside what happened stands in one line where there is room');
await at(1280, 'en/relics/di-tich-chien-thang-dak-po/', async (page) => {
  const rows = await page.$$eval('.years .year', (all) => all.map((one) => one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight)));
  assert.ok(rows.length > 2 && rows.every((lines) => lines < 1.5), `${rows}`);
});

console.error('layout: neighbors stand side by side beside their map');
for (const width of [960, 1100, 1280]) {
  await at(width, 'vi/di-tich/bia-cham-tu-luong/', async (page) => {
    const [map, first, second] = await page.$$eval('[data-near] .local-map, [data-near] .card', (all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.ok(first.left > map.right && Math.abs(first.top - second.top) < 1 && second.left > first.right, `at ${width} px: ${JSON.stringify([map, first, second])}`);
  });
}

console.error('layout: three doors fill their rows');
for (const [width, columns] of [[360, 2], [1280, 3]]) {
  await at(width, 'vi/', async (page) => {
    const doors = await page.$$eval('.doors li', (all) => {
      all.slice(3).forEach((one) => one.remove());
      return all.slice(0, 3).map((one) => one.getBoundingClientRect().toJSON());
    });
    const list = await page.locator('.doors ul').boundingBox();
    const last = doors[2];
    assert.ok(Math.abs(last.right - list.x - list.width) < 1, `${width}: ${JSON.stringify(last)}`);
    assert.equal(doors.filter((door) => Math.abs(door.top - doors[0].top) < 1).length, columns);
  });
}

console.error('layout: the bar of a chapter is one row, and leaves the text alone when letters are large');
for (const [width, address] of [[320, CHAPTER], [360, CHAPTER.replace('vi/sach', 'en/books')]]) {
  await at(width, address, async (page) => {
    const { y, height } = await page.locator('.paging').boundingBox();
    assert.ok(height < 64 && Math.abs(y + height - 800) < 1, `${address}: ${y}, ${height}`);
  });
}
await at(360, CHAPTER, async (page) => {
  await page.evaluate(() => { document.documentElement.dataset.text = '2'; });
  assert.ok((await page.locator('.paging').boundingBox()).y > 800);
});

console.error('layout: each row of books stands on a plank');
await at(320, 'en/bookcases/tu-sach-cong-dong-mau/', async (page) => {
  const rows = await page.$$eval('.books', (all) => all.map((one) => new Set([...one.children].map((book) => Math.round(book.getBoundingClientRect().bottom))).size));
  assert.ok(Math.max(...rows) > 1, 'some wrap');
  assert.match(await style(page, '.books li', 'borderImageSource'), /gradient/);
  const tight = await page.$$eval('.books a span', (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
  assert.equal(tight, 0);
});

console.error('layout: a heading is as wide as it needs, four groups stand beside each other');
await at(1280, 'vi/di-tich/quan-the-lang-mau/', async (page) => {
  assert.ok((await page.locator('.more h2').first().boundingBox()).height < 60);
});
await at(1280, 'vi/di-tich/', async (page) => {
  await page.locator('.facets summary').click();
  const tops = await page.$$eval('.facets section', (all) => all.map((one) => one.getBoundingClientRect().top));
  assert.ok(tops.length === 4 && new Set(tops).size === 1, `${tops}`);
});

console.error('layout: links are underlined under a pointer');
await at(1280, RELIC, async (page) => {
  for (const one of ['.menu a', '.foot li a', '.card a', '.around a']) {
    await page.locator(one).first().hover();
    assert.match(await style(page, one, 'textDecorationLine'), /underline/, one);
  }
});

console.error('layout: the words of a recording are ink, the player as wide as text');
await at(1280, 'vi/di-tich/chua-bo-da/', async (page) => {
  await page.locator('.words summary').first().click();
  await page.locator('.lines button').first().waitFor();
  assert.equal(await style(page, '.lines button', 'color'), await style(page, 'body', 'color'));
  assert.ok((await page.locator('.media').boundingBox()).width < 660);
});

await browser.close();
server.close();
console.error('layout: all as it should be');
