// The built site as the measurements see it: its pages by type, a server with gzip, ranges and a base path, a browser,
// and the lines that are told. Every measurement is run as `node NAME.mjs SITE [--long]`.
import { createServer } from 'node:http';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

export const folder = path.resolve(process.argv[2] ?? 'output');
export const isLong = process.argv.includes('--long');
if (!existsSync(path.join(folder, 'index.html'))) {
  console.error(`no built site in ${folder}; usage: node ${process.argv[1]} SITE [--long]`);
  process.exit(2);
}

export const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8', '.vtt': 'text/vtt', '.png': 'image/png', '.jpg': 'image/jpeg',
  '.webp': 'image/webp', '.avif': 'image/avif', '.woff2': 'font/woff2', '.m4a': 'audio/mp4', '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg', '.mp4': 'video/mp4', '.pdf': 'application/pdf', '.epub': 'application/epub+zip',
};
const SQUEEZED = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.xml', '.txt', '.vtt']);

function answer(request, response, root, base) {
  const asked = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  let file = asked.startsWith(base) ? path.join(root, asked.slice(base.length)) : '';
  let status = 200;
  if (file && existsSync(file) && statSync(file).isDirectory()) {
    if (!asked.endsWith('/')) return response.writeHead(301, { location: `${asked}/` }).end();
    file = path.join(file, 'index.html');
  }
  if (!file || !existsSync(file)) {
    status = 404;
    file = path.join(root, '404.html');
  }
  const kind = path.extname(file);
  const head = { 'content-type': TYPES[kind] ?? 'application/octet-stream', 'cache-control': 'max-age=600' };
  let bytes = readFileSync(file);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (SQUEEZED.has(kind) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    bytes = gzipSync(bytes);
    head['content-encoding'] = 'gzip';
  } else {
    head['accept-ranges'] = 'bytes';
    if (range && status === 200) {
      const [from, to] = [Number(range[1]), Math.min(Number(range[2] || bytes.length - 1), bytes.length - 1)];
      if (from > to) return response.writeHead(416, { 'content-range': `bytes */${bytes.length}` }).end();
      head['content-range'] = `bytes ${from}-${to}/${bytes.length}`;
      bytes = bytes.subarray(from, to + 1);
      status = 206;
    }
  }
  head['content-length'] = bytes.length;
  response.writeHead(status, head);
  return response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** Serves a folder below a base path on a free port: { origin, close }; `origin` ends in the base path. */
export function serve(base = '/', root = folder) {
  const server = createServer((request, response) => answer(request, response, root, base));
  server.keepAliveTimeout = 30_000;
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done({
    origin: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => { server.closeAllConnections(); server.close(); },
  })));
}

/** Every file of the site, by its path below the root with `/`. */
export function files() {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((name) => !name.startsWith('.vanbia/'))
    .sort();
}

/** Every page: path as it is asked for, file, text, language, type. A new type of page gets its folder's name. */
export function pages() {
  const all = files().filter((name) => name.endsWith('.html')).map((file) => {
    const html = readFileSync(path.join(folder, file), 'utf8');
    return { file, path: file.replace(/index\.html$/, ''), html, lang: /^<!DOCTYPE html>\s*<html lang="([^"]+)"/i.exec(html)?.[1] ?? '' };
  });
  const ofKinds = new Set(all.filter((page) => /<article class="entry /.test(page.html)).map((page) => page.path.split('/').slice(0, 2).join('/')));
  for (const page of all) page.type = typeOf(page, ofKinds);
  return all;
}

function typeOf({ file, path: asked, html }, ofKinds) {
  const parts = asked.split('/').filter(Boolean);
  const kind = /<article class="entry [^"]*\bkind-([\w-]+)/.exec(html);
  if (file === '404.html') return 'lost';
  if (file === 'index.html') return 'chooser';
  if (/^\d+$/.test(parts[0]) && /<a href="[^"]*" hreflang=/.test(html)) return 'landing';
  if (parts.length === 1) return /^[a-z]{2,3}$/.test(parts[0]) ? 'home' : parts[0];
  if (kind) return kind[1];
  if (/<article class="chapter/.test(html)) return 'chapter';
  if (/<body>\s*<main>/.test(html)) return 'redirect';
  if (ofKinds.has(parts.slice(0, 2).join('/'))) return parts.length === 2 ? 'list' : 'facet';
  const english = /<a href="[^"]*?en\/([^"/]+)\/[^"]*"[^>]*data-choose="en"/.exec(html);
  return english?.[1] ?? parts[1];
}

/** One page of each type and language: the longest, for it has the most on it. Landings stay where they are. */
export function samples() {
  const best = new Map();
  for (const page of pages()) {
    const key = `${page.type} ${page.lang}`;
    if (!best.has(key) || best.get(key).html.length < page.html.length) best.set(key, page);
  }
  return [...best.values()]
    .sort((a, b) => (a.type + a.lang).localeCompare(b.type + b.lang));
}

/** Where the site says that it is: the first page is canonical to that of the first language. */
export const home = new URL('../', /<link rel="canonical" href="([^"]+)"/.exec(readFileSync(path.join(folder, 'index.html'), 'utf8'))[1]).href;

/** Lets a window find the site at its own address too: 404.html is served at any depth and names files absolutely. */
export async function standIn(context, server) {
  await context.route(`${home}**`, async (route) => {
    const answer = await fetch(server.origin + route.request().url().slice(home.length), { headers: { 'accept-encoding': 'identity' } });
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
  });
}

/** The address to open a page at, `?stay` keeping those that choose a language. */
export function addressOf(page, server) {
  if (page.type === 'lost') return `${home}nowhere/at/all/`;
  return server.origin + page.path + (['landing', 'chooser', 'redirect'].includes(page.type) ? '?stay' : '');
}

/** Debian's Chromium. */
export function launch(args = [], more = {}) {
  const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
  return chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...args], ...more });
}

/** A browser window as a phone has it, without service workers. Playwright's names of options. */
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, serviceWorkers: 'block' };

/** Tells what was measured, a line each; `end` fails if anything was wrong, or if nothing was looked at. */
export class Findings {
  constructor(name) {
    this.name = name;
    this.wrong = [];
    this.lines = 0;
    this.begin = Date.now();
  }

  /** A line about a page: what is right about it, or all that is wrong. */
  tell(what, right, wrong = []) {
    this.lines += 1;
    console.log(`${this.name}: ${what}: ${wrong.length ? `${wrong.length} WRONG` : right}`);
    for (const line of wrong) console.log(`    ${line}`);
    this.wrong.push(...wrong.map((line) => `${what}: ${line}`));
  }

  end() {
    const seconds = Math.round((Date.now() - this.begin) / 1000);
    if (this.lines === 0) this.wrong.push('nothing was looked at');
    console.log(`${this.name}: ${this.wrong.length} wrong in ${this.lines} lines, ${seconds} s`);
    process.exitCode = this.wrong.length ? 1 : 0;
  }
}
