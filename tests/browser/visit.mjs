// Sound, map, neighbors and what is kept for where there is no signal, in a real Chromium, from a server below a
// sub-folder. Usage: node visit.mjs SITE OFF, built sites below /a/b/: the sample, and one with `offline: false`. Without
// signal means that the server is gone, which a worker cannot tell from a dead network. Names of cases go to stderr.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const { chromium } = createRequire(path.join(here, '../serve/package.json'))('playwright-core');
const [site, off] = process.argv.slice(2).map((folder) => path.resolve(folder));
const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.jpg': 'image/jpeg',
  '.avif': 'image/avif', '.webp': 'image/webp', '.png': 'image/png', '.json': 'application/json', '.m4a': 'audio/mp4',
  '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json', '.txt': 'text/plain',
};
const BASE = '/a/b/';
let folder = site;
let port = 0;
let server = null;
let change = (file, bytes) => bytes;
const asked = [];
async function open() {
  server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname === '/favicon.ico') return response.writeHead(204).end();
    asked.push(url.pathname);
    const inside = decodeURIComponent(url.pathname);
    let file = inside.startsWith(BASE) ? path.join(folder, inside.slice(BASE.length)) : '';
    if (file && existsSync(file) && statSync(file).isDirectory()) file = path.join(file, 'index.html');
    if (!file || !existsSync(file)) return response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html>');
    const bytes = change(path.basename(file), readFileSync(file));
    const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'accept-ranges': 'bytes', 'cache-control': 'no-cache' };
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!range) return response.writeHead(200, headers).end(bytes);
    const [from, to] = [Number(range[1]), range[2] ? Number(range[2]) : bytes.length - 1];
    return response.writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` }).end(bytes.subarray(from, to + 1));
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  port = server.address().port;
}
async function close() {
  const ended = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await ended;
}
await open();
const root = `http://127.0.0.1:${port}${BASE}`;
const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
const errors = [];
let isLost = false;
async function visitor(options = {}, prepare = null) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  if (prepare) await context.addInitScript(prepare);
  const page = await context.newPage();
  // A browser tells of requests that fail; without signal they have to.
  page.on('console', (message) => message.type() === 'error' && !isLost && errors.push(`${page.url()}: ${message.text()}`));
  // The browser's own word when one of two pages knows no transitions between pages, as those of codes do.
  page.on('pageerror', (error) => /ViewTransition/.test(error) || errors.push(`${page.url()}: ${error}`));
  return page;
}
const RELIC = 'vi/di-tich/chua-bo-da/';
async function wait(page, test, argument) {
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(100)) {
    // A page that is just being replaced cannot answer.
    if (await page.evaluate(test, argument).catch(() => false)) return;
  }
  throw new Error(`${page.url()}: never came true: ${test}`);
}
const text = (page, selector) => page.locator(selector).first().textContent();
const caches = (page) => page.evaluate(async () => {
  const all = {};
  for (const name of await caches.keys()) all[name] = (await (await caches.open(name)).keys()).map((one) => new URL(one.url).pathname);
  return all;
});
const kept = async (page, end) => Object.entries(await caches(page)).find(([name]) => name.includes(end))?.[1] ?? [];

console.error('visit: without scripts everything is there');
{
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(root + RELIC);
  assert.ok(await page.locator('.media audio[controls]').first().isVisible());
  assert.match(await text(page, '[data-listen]'), /0:\d\d · \d+\skB/u, 'length and size before the tap');
  assert.match(await text(page, '.track-head'), /giọng máy/);
  await page.locator('.words summary').first().click();
  const lines = await page.locator('.words').first().locator('.lines p').allTextContents();
  assert.ok(lines.length >= 8 && lines[0].includes('máy tạo'), 'the words, marked as a machine\'s');
  assert.ok(await page.locator('.lines p').first().isVisible());
  for (const href of ['google.com/maps/dir/', 'maps.apple.com/?daddr=', 'geo:', 'facebook.com/sharer']) {
    assert.ok(await page.locator(`a[href*="${href}"]`).count(), href);
  }
  assert.match(await page.locator('a[href^="geo:"]').first().getAttribute('href'), /\(Ch%C3%B9a%20B/u);
  assert.match(await text(page, '.at code'), /21[.,]/);
  assert.match(await text(page, '[data-near] .far'), /km về phía/);
  assert.ok(await page.locator('[data-near] svg').isVisible());
  assert.equal(await page.locator('button[type=button]:visible').count(), 0, 'no dead controls');
  const box = await page.locator('.pace').first().boundingBox();
  assert.ok(!box || box.height < 8, 'no gap where scripts would show something');
  await page.context().close();
}

console.error('visit: sound, its words, and where it was left');
{
  const page = await visitor();
  await page.goto(root + RELIC);
  assert.ok(await page.evaluate(() => [...document.querySelectorAll('audio')].every((audio) => audio.paused && audio.preload === 'none')), 'nothing plays by itself');
  await page.locator('[data-listen]').click();
  await wait(page, () => document.querySelector('[data-track] audio').currentTime > 0.2);
  assert.equal(await page.evaluate(() => navigator.mediaSession.metadata.title), 'Chùa Bổ Đà');
  await page.locator('.words summary').first().click();
  const line = page.locator('.words').first().locator('[data-at]').nth(3);
  const at = Number(await line.getAttribute('data-at')) / 1000;
  await line.locator('button').click();
  await wait(page, (at) => Math.abs(document.querySelector('[data-track] audio').currentTime - at) < 2, at);
  await wait(page, () => document.querySelectorAll('.words')[0].querySelectorAll('[data-at]')[3].firstChild.hasAttribute('aria-current'));
  await page.locator('[data-skip="-10"]').first().click();
  await wait(page, (at) => document.querySelector('[data-track] audio').currentTime < at - 5, at);
  await page.locator('[data-pace]').first().press('Enter');
  assert.equal(await page.evaluate(() => document.querySelector('[data-track] audio').playbackRate), 1.25);
  assert.match(await text(page, '[data-pace]'), /1,25×/);
  await page.locator('[data-skip="10"]').first().click();
  await page.evaluate(() => document.querySelector('[data-track] audio').pause());
  const left = await page.evaluate(() => document.querySelector('[data-track] audio').currentTime);
  await wait(page, () => Object.keys(localStorage).some((key) => key.startsWith('vanbia:/a/b/:at:')));
  await page.reload();
  assert.match(await text(page, '[data-listen]'), /Nghe tiếp từ 0:\d\d/);
  await page.locator('[data-listen]').click();
  await wait(page, (left) => document.querySelector('[data-track] audio').currentTime >= Math.floor(left), left);
  // One recording at a time; the music is a track of its own.
  await page.locator('.tongues summary').first().click();
  await page.evaluate(() => document.querySelectorAll('[data-track] audio')[1].play());
  await wait(page, () => document.querySelector('[data-track] audio').paused);
  assert.equal(await page.evaluate(() => document.querySelector('[data-music]').paused), true);
  await page.context().close();
}

console.error('visit: the language that was chosen stays chosen');
{
  const page = await visitor({ locale: 'vi-VN' });
  await page.goto(root + RELIC);
  const code = (await text(page, '.hand-on .digits')).trim();
  await page.locator('a[data-choose=en]').click();
  await page.waitForURL(/\/en\/relics\/chua-bo-da\/$/);
  assert.equal(await page.evaluate(() => localStorage.getItem('vanbia:/a/b/:lang')), 'en');
  await page.goto(`${root}${code}/`);
  await page.waitForURL(/\/en\/relics\/chua-bo-da\/$/);
  await page.context().close();
}

console.error('visit: near me, only when asked');
{
  const count = () => {
    window.asked = 0;
    const real = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (...rest) => { window.asked += 1; real(...rest); };
  };
  const page = await visitor({ permissions: ['geolocation'], geolocation: { latitude: 21.24, longitude: 106.05 } }, count);
  await page.goto(`${root}vi/`);
  await page.locator('a[href*="ban-do"]').first().click();
  await page.waitForURL(/ban-do/);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.asked), 0);
  await page.locator('[data-near-me]').click();
  await wait(page, () => document.querySelectorAll('[data-near-found] li').length > 0);
  assert.equal(await page.evaluate(() => window.asked), 1);
  const found = await page.locator('[data-near-found] li').allTextContents();
  assert.match(found[0], /^Chùa Bổ Đà\d+\sm về phía/u);
  assert.match(found[1], /\d\skm về phía/u);
  assert.equal(await page.locator('[data-near-found] a').first().getAttribute('href'), root + RELIC);
  await page.context().close();
  const refused = await visitor({ permissions: [] });
  await refused.goto(`${root}en/map/`);
  await refused.locator('[data-near-me]').click();
  await wait(refused, () => /list below/.test(document.querySelector('[data-near-told]').textContent));
  await refused.context().close();
}

console.error('visit: the map');
for (const [lang, address] of [['vi', 'vi/ban-do/'], ['en', 'en/map/']]) {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto(`${root}${lang}/`);
  assert.ok(await page.locator(`footer a[href$="${address}"]`).count(), 'in the footer');
  await page.goto(root + address);
  const maps = page.locator('main section');
  assert.equal(await maps.count(), 2);
  for (const map of await maps.all()) {
    const places = await map.locator('.on-map li').count();
    const numbers = (await map.locator('svg .n').allTextContents()).flatMap((one) => one.split(', '));
    assert.deepEqual(numbers.map(Number).sort((a, b) => a - b), [...Array(places).keys()].map((n) => n + 1), 'every place has its number');
    assert.ok((await map.locator('svg text:not(.n)').count()) > 2, 'names, scale, north');
    assert.match(await map.locator('.local-map').getAttribute('aria-label'), /\d/);
  }
  assert.equal(await page.locator('svg path').count(), 4, 'nothing but scale and north: no borders');
  await page.context().close();
}

console.error('visit: the worker keeps to its own folder');
const page = await visitor({ locale: 'vi-VN' });
await page.goto(`${root}robots.txt`);
await page.evaluate(async () => {
  for (const name of ['vanbia:/:saved', 'vanbia:/a/c/:core-x', 'vanbia:/a/b/:core-old']) await (await caches.open(name)).put('/x', new Response('x'));
});
await page.goto(root + RELIC);
await page.evaluate(() => navigator.serviceWorker.ready);
await wait(page, () => navigator.serviceWorker.controller);
await wait(page, async () => !(await caches.keys()).includes('vanbia:/a/b/:core-old'));
{
  const names = Object.keys(await caches(page));
  assert.ok(names.includes('vanbia:/:saved') && names.includes('vanbia:/a/c/:core-x'), String(names));
  assert.ok(names.every((name) => name.startsWith('vanbia:/')), String(names));
  const core = await kept(page, '/a/b/:core-');
  assert.ok(core.includes(`${BASE}vi/da-luu/`) && core.some((one) => one.endsWith('.css')), String(core));
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).scope);
  assert.equal(scope, root);
}

console.error('visit: neighbors beforehand, but not when data are dear');
await wait(page, async () => {
  const name = (await caches.keys()).find((one) => one.startsWith('vanbia:/a/b/:pages-'));
  const all = name ? await (await caches.open(name)).keys() : [];
  return all.some((one) => one.url.endsWith('/chua-vinh-nghiem/'));
});
await wait(page, async () => {
  const name = (await caches.keys()).find((one) => one.startsWith('vanbia:/a/b/:pictures-'));
  return name && (await (await caches.open(name)).keys()).length >= 2;
});
{
  const thrifty = await visitor({}, () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } });
  });
  await thrifty.goto(root + RELIC);
  await thrifty.evaluate(() => navigator.serviceWorker.ready);
  await thrifty.waitForTimeout(2500);
  assert.deepEqual(await kept(thrifty, ':pages-'), []);
  await thrifty.context().close();
}

console.error('visit: an entry is kept');
const button = page.locator('[data-save]').first();
await button.waitFor({ state: 'visible' });
assert.match(await button.textContent(), /khoảng \d+,\d\sMB/u, 'the size before the tap');
await button.click();
await wait(page, () => /^Đã lưu \d/.test(document.querySelector('[data-saving]').textContent));
const told = await text(page, '[data-saving]');
assert.match(told, /^Đã lưu [01](,\d)?\sMB/u);
assert.ok((await kept(page, '/a/b/:saved')).some((one) => one.endsWith('.m4a')));

console.error('visit: a trail is kept, with its size before');
await page.goto(`${root}vi/tuyen/dak-po-ba-diem/`);
const set = page.locator('[data-set]');
await set.waitFor({ state: 'visible' });
assert.ok(!asked.some((one) => one.endsWith('offline.json')), 'the list is read on the tap');
await set.click();
await wait(page, () => /4 trang, khoảng \d+,\d\sMB/u.test(document.querySelector('[data-set]').textContent));
await set.click();
await wait(page, () => /^Đã lưu \d/.test(document.querySelector('[data-saving]').textContent));

console.error('visit: without signal');
isLost = true;
await close();
await page.goto(root + RELIC);
assert.equal(await text(page, 'h1'), 'Chùa Bổ Đà');
assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector('.button.main')).backgroundColor !== 'rgba(0, 0, 0, 0)'), 'with its style');
await wait(page, () => document.querySelector('.hero img').naturalWidth > 0);
await page.locator('[data-listen]').click();
await wait(page, () => document.querySelector('[data-track] audio').currentTime > 0.2);
await page.evaluate(() => { document.querySelector('[data-track] audio').currentTime = 31; });
await wait(page, () => document.querySelector('[data-track] audio').currentTime > 31.1);
assert.equal(await page.evaluate(() => document.querySelector('[data-track] audio').seekable.end(0) > 40), true, 'sound can be sought in');
const answer = await page.evaluate(async () => {
  const audio = document.querySelector('[data-track] audio').src;
  const one = async (range) => { const got = await fetch(audio, { headers: { range } }); return [got.status, got.headers.get('content-range'), (await got.arrayBuffer()).byteLength]; };
  return [await one('bytes=0-1'), await one('bytes=-100'), await one('bytes=99999999-')];
});
assert.match(answer[0].join(), /^206,bytes 0-1\/\d+,2$/);
assert.match(answer[1].join(), /^206,bytes \d+-\d+\/\d+,100$/);
assert.match(answer[2].join(), /^416,bytes \*\/\d+,0$/);
// A picture that was kept in another width stands in.
assert.ok(await page.evaluate(async () => {
  const wide = document.querySelector('.hero img').srcset.split(',').map((one) => new URL(one.trim().split(' ')[0], location.href).href).at(-1);
  const image = new Image();
  image.src = wide;
  await image.decode();
  return image.naturalWidth > 0;
}), 'another width of the picture');
// A code that is scanned on the spot, and a stop of the trail.
const code = (await text(page, '.hand-on .digits')).trim();
await page.goto(`${root}${code}/`);
await page.waitForURL(root + RELIC);
await page.goto(`${root}vi/di-tich/hon-da-ong-nhac/`);
assert.equal(await text(page, 'h1'), 'Hòn đá ông Nhạc');
// What was not kept leads to the list of what was.
await page.goto(`${root}en/products/`);
assert.equal(new URL(page.url()).pathname, `${BASE}en/saved/`);
assert.ok(await page.locator('[data-lost]').isVisible());
assert.equal(await page.locator('[data-lost] a').getAttribute('href'), `${root}en/products/`);
await wait(page, () => document.querySelectorAll('[data-kept] li').length === 2);
assert.match(await text(page, '[data-kept-told]'), /^2 saved, \d/);

console.error('visit: signal again');
await open();
isLost = false;
await page.locator('[data-lost] a').click();
await page.waitForURL(/\/en\/products\/$/);

console.error('visit: a new version cleans up and leaves what was kept');
change = (file, bytes) => (file === 'sw.js' ? Buffer.from(bytes.toString().replace(/const V="\w+"/, 'const V="12345678"')) : bytes);
await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
await wait(page, async () => (await caches.keys()).some((name) => name === 'vanbia:/a/b/:core-12345678'));
await wait(page, async () => (await caches.keys()).filter((name) => name.includes('/a/b/:core-')).length === 1);
assert.ok((await kept(page, '/a/b/:saved')).length > 10);
change = (file, bytes) => bytes;

console.error('visit: taken away again, but not what another entry needs');
await page.goto(`${root}vi/da-luu/`);
await page.locator('[data-kept] button[aria-label*="Chùa Bổ Đà"]').click();
await wait(page, () => document.querySelectorAll('[data-kept] li').length === 1);
const rest = await kept(page, '/a/b/:saved');
assert.ok(!rest.includes(BASE + RELIC) && rest.includes(`${BASE}vi/tuyen/dak-po-ba-diem/`), String(rest));

console.error('visit: a site that keeps nothing any more takes away what it kept');
folder = off;
await page.goto(`${root}vi/`);
await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
await wait(page, async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && !(await caches.keys()).some((name) => name.startsWith('vanbia:/a/b/')));
{
  const names = Object.keys(await caches(page));
  assert.ok(!names.some((name) => name.startsWith('vanbia:/a/b/')) && names.includes('vanbia:/:saved'), String(names));
}
folder = site;
await page.context().close();

console.error('visit: a worker that cannot read what it kept leaves the network');
change = (file, bytes) => (file === 'sw.js' ? Buffer.from(`caches.match = () => Promise.reject(new Error('denied'));\n${bytes}`) : bytes);
{
  const denied = await visitor();
  await denied.goto(root + RELIC);
  await wait(denied, () => navigator.serviceWorker.controller);
  await denied.goto(`${root}vi/di-tich/`);
  assert.equal(await text(denied, 'h1'), 'Di tích');
  assert.ok(await denied.evaluate(() => getComputedStyle(document.querySelector('.cards')).display === 'grid'), 'with its style');
  await denied.context().close();
}
change = (file, bytes) => bytes;

console.error('visit: where there are no workers, everything else works');
{
  const plain = await visitor({ serviceWorkers: 'block' }, () => { delete Navigator.prototype.serviceWorker; });
  await plain.goto(root + RELIC);
  assert.equal(await plain.locator('[data-save]').count(), 0);
  await plain.locator('[data-listen]').click();
  await wait(plain, () => document.querySelector('[data-track] audio').currentTime > 0.2);
  await plain.goto(`${root}vi/da-luu/`);
  assert.match(await text(plain, '[data-kept-told]'), /không lưu trang được/);
  await plain.context().close();
}

assert.deepEqual(errors, []);
assert.ok(asked.every((one) => one.startsWith(BASE)), 'nothing outside the site');
await browser.close();
await close();
