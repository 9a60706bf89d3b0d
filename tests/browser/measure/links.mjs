// Every address in every page, style and manifest leads to a file of the site, with its fragment; the addresses for machines
// (canonical, translations, pictures for sharing, sitemap) agree with each other. Read by Chromium's own parser.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Findings, files, folder, home, launch, pages, serve } from './site.mjs';

const findings = new Findings('links');
const all = new Set(files());
const isFile = (name) => all.has(name) || (existsSync(path.join(folder, name)) && statSync(path.join(folder, name)).isFile());
const server = await serve('/a/b/');
const browser = await launch();
const page = await browser.newPage();

/** Runs in the browser: what a page names. */
function read(html, address) {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  const base = doc.createElement('base');
  base.href = address;
  doc.head.prepend(base);
  const found = [];
  const add = (what, url) => url !== null && found.push([what, new URL(url, address).href]);
  for (const element of doc.querySelectorAll('[href], [src], [poster], form[action], [data-sw], [data-src]')) {
    if (element === base || /^(canonical|alternate)$/.test(element.rel ?? '') && element.hreflang !== undefined && /^https?:/.test(element.getAttribute('href'))) continue;
    for (const name of ['href', 'src', 'poster', 'action', 'data-sw', 'data-src']) add(`${element.localName} ${name}`, element.getAttribute(name));
  }
  for (const element of doc.querySelectorAll('[srcset], [imagesrcset]')) {
    for (const name of ['srcset', 'imagesrcset']) {
      for (const one of (element.getAttribute(name) ?? '').split(',').map((part) => part.trim()).filter(Boolean)) {
        if (!/^\S+ \d+(\.\d+)?[wx]$/.test(one)) found.push([`${name} is not an address and a size`, one]);
        add(name, one.split(/\s/)[0]);
      }
    }
  }
  for (const meta of doc.querySelectorAll('meta[property="og:image"], meta[name="twitter:image"]')) add('og:image', meta.content);
  for (const data of doc.querySelectorAll('script[type="application/ld+json"]')) {
    (function walk(value) {
      if (Array.isArray(value)) value.forEach(walk);
      else if (value && typeof value === 'object') {
        for (const key of ['contentUrl', 'url', 'item', 'image', 'logo']) if (typeof value[key] === 'string') add(`linked data ${key}`, value[key]);
        Object.values(value).forEach(walk);
      }
    })(JSON.parse(data.textContent));
  }
  return {
    found,
    ids: [...doc.querySelectorAll('[id]')].map((element) => element.id),
    canonical: doc.querySelector('link[rel=canonical]')?.href ?? '',
    isHidden: /noindex/.test(doc.querySelector('meta[name=robots]')?.content ?? ''),
    languages: [...doc.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [link.hreflang, link.href]),
  };
}

/** The file behind an address of this site, and its fragment; nothing for the addresses of others. */
function fileOf(url) {
  const own = [server.origin, home].find((begin) => url.startsWith(begin));
  if (!own) return null;
  const [asked, fragment = ''] = url.slice(own.length).split('#');
  const name = decodeURIComponent(asked.split('?')[0]);
  return { name: name === '' || name.endsWith('/') ? `${name}index.html` : name, fragment: decodeURIComponent(fragment) };
}

const known = new Map();
for (const one of pages()) known.set(one.file, { ...one, ...(await page.evaluate(({ source, html, address }) => new Function(`return ${source}`)()(html, address), { source: read.toString(), html: one.html, address: server.origin + one.path })) });
await browser.close();
server.close();

let followed = 0;
const byType = new Map();
for (const one of known.values()) {
  const seen = byType.get(one.type) ?? byType.set(one.type, { count: 0, wrong: [] }).get(one.type);
  const say = (line) => seen.wrong.push(`${one.path}: ${line}`);
  seen.count += 1;
  const twice = one.ids.filter((id, at) => one.ids.indexOf(id) !== at);
  if (twice.length) say(`ids given twice: ${twice.join(', ')}`);
  for (const [what, url] of one.found) {
    const target = fileOf(url);
    if (!target) {
      if (!/^(https?:|mailto:|tel:|geo:|data:image\/)/.test(url)) say(`${what}: ${url}`);
      continue;
    }
    followed += 1;
    if (!isFile(target.name)) say(`${what}: ${target.name} is missing`);
    else if (target.fragment && !known.get(target.name)?.ids.includes(target.fragment)) say(`${what}: ${target.name} has no #${target.fragment}`);
  }
  languages(one, say);
}

/** Translations name each other and themselves; a page that is listed is its own canonical page. */
function languages(one, say) {
  const own = home + one.path;
  if (one.type === 'lost') return;
  if (!known.has(fileOf(one.canonical)?.name)) say(`canonical ${one.canonical} is no page`);
  if (one.languages.length) {
    if (one.canonical !== own) say(`has translations, but is canonical to ${one.canonical}`);
    if (one.isHidden) say('has translations, but is not to be listed');
    if (!one.languages.some(([lang, href]) => lang === one.lang && href === own)) say('does not name itself among its translations');
    if (!one.languages.some(([lang]) => lang === 'x-default')) say('has no x-default');
    for (const [lang, href] of one.languages) {
      const twin = known.get(fileOf(href)?.name);
      if (!twin) say(`${lang}: ${href} is no page`);
      else if (JSON.stringify(twin.languages) !== JSON.stringify(one.languages)) say(`${lang}: ${href} names other translations`);
      else if (lang !== 'x-default' && twin.lang !== lang) say(`${lang}: ${href} is in ${twin.lang}`);
    }
  } else if (!one.isHidden && one.canonical === own) say('is to be listed, but names no translations');
}
for (const [type, seen] of byType) findings.tell(type, `${seen.count} pages`, seen.wrong);

// Styles and the manifest.
const wrong = [];
for (const name of all) {
  const text = /\.(css|webmanifest)$/.test(name) || /manifest\.json$/.test(name) ? readFileSync(path.join(folder, name), 'utf8') : '';
  const join = (url) => path.posix.join(path.posix.dirname(name), url.split(/[?#]/)[0]);
  if (name.endsWith('.css')) {
    for (const [, url] of text.matchAll(/url\(\s*["']?([^"')]+)/g)) if (!url.startsWith('data:') && !isFile(join(url))) wrong.push(`${name}: ${url} is missing`);
  } else if (text) {
    const manifest = JSON.parse(text);
    if (!manifest.icons?.length) wrong.push(`${name}: no icons`);
    for (const icon of manifest.icons ?? []) if (!isFile(join(icon.src))) wrong.push(`${name}: ${icon.src} is missing`);
    // (`id` is an origin's own name for the site: browsers resolve it against the origin, whatever the folder.)
    for (const url of [manifest.start_url, manifest.scope]) if (/^(\/|https?:)/.test(url ?? '')) wrong.push(`${name}: ${url} does not work below a base path`);
    if (!isFile(`${join(manifest.start_url ?? './')}/index.html`.replace(/^\.\//, '').replace('//', '/'))) wrong.push(`${name}: start_url ${manifest.start_url}`);
  }
}
findings.tell('styles and manifest', 'every file that they name is there', wrong);

// The sitemap lists exactly the pages that may be listed.
const maps = [...all].filter((name) => /(^|\/)sitemap[^/]*\.xml$/.test(name)).map((name) => readFileSync(path.join(folder, name), 'utf8')).join('');
const listed = new Set([...maps.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url).filter((url) => !url.endsWith('.xml')));
const may = new Set([...known.values()].filter((one) => one.languages.length).map((one) => home + one.path));
findings.tell('sitemap', `${listed.size} addresses`, [
  ...[...listed].filter((url) => !may.has(url)).map((url) => `${url} is listed, but is no page of its own`),
  ...[...may].filter((url) => !listed.has(url)).map((url) => `${url} is not listed`),
]);
console.log(`links: ${followed} addresses followed`);
if (followed < 1000) findings.tell('addresses', '', [`only ${followed} were followed`]);
findings.end();
