// Keeps pages for where there is no signal. All is relative to its own scope and its caches carry the site's folder, so
// that several sites can share one server. In front of this text stand V, the version, CORE, what pages are drawn with,
// and LOST, the page per language that is shown in place of one that cannot be had.
'use strict';
const S = registration.scope, P = 'vanbia:' + new URL(S).pathname + ':';
const SAVED = P + 'saved', PAGES = P + 'pages-' + V, PICTURES = P + 'pictures-' + V, OWN = P + 'core-' + V;
const find = url => [PAGES, SAVED, PICTURES, OWN].reduce((found, name) => found.then(old => old ||
  caches.match(url, { cacheName: name, ignoreSearch: true, ignoreVary: true })), Promise.resolve())
  // A browser that cannot read what it kept still has the network.
  .catch(() => {});
// No room left is no reason to fail.
const keep = (event, name, url, response, most) => {
  if (response.status !== 200 || response.type !== 'basic') return;
  const copy = response.clone();
  event.waitUntil(caches.open(name).then(cache => cache.put(url, copy).then(() => cache.keys())
    .then(keys => Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map(key => cache.delete(key)))))
    .catch(() => {}));
};
addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(caches.open(OWN).then(cache => cache.addAll(CORE.map(path => S + path))));
});
addEventListener('activate', event => event.waitUntil(caches.keys().then(names => Promise.all(names
  .filter(name => name.startsWith(P) && name !== SAVED && !name.endsWith('-' + V))
  .map(name => caches.delete(name)))).then(() => clients.claim())));
addEventListener('fetch', event => {
  const r = event.request, url = r.url.split('#')[0];
  if (r.method !== 'GET' || !url.startsWith(S)) return;
  if (r.headers.get('range')) event.respondWith(part(r, url));
  else if (/^(assets|media)\//.test(url.slice(S.length))) event.respondWith(lasting(event, r, url));
  else if (r.mode === 'navigate' || /(\/|\.html|\.js|\.json|\.svg)$/.test(new URL(url).pathname)) event.respondWith(fresh(event, r, url.split('?')[0]));
});
// Names that change with their content: the kept copy is the right one, and so is what the browser holds however old;
// unless that is a refusal from a time when the file was not there yet.
const lasting = (event, r, url) => find(url).then(old => old || fetch(r, { cache: 'force-cache' }).then(now => now.ok ? now : fetch(r)).then(now => {
  if (r.destination === 'image') keep(event, PICTURES, url, now, 120);
  return now;
}, () => other(event, url)));
// The same picture in another width, if that was kept: the page says which belong together.
const other = (event, url) => clients.get(event.clientId).then(page => page && find(page.url.split('#')[0]))
  .then(page => page ? page.text() : '').then(text => {
    const name = url.slice(S.length);
    const tag = (text.match(/<picture[^]*?<\/picture|<img[^>]*/g) || []).find(tag => tag.includes(name)) || '';
    return (tag.match(/media\/[^\s",]+/g) || []).reduce((found, path) => found.then(old => old || find(S + path)), Promise.resolve());
  }).then(found => found || Response.error(), () => Response.error());
// What may have changed: from the network, unless that takes too long.
const fresh = (event, r, url) => find(url).then(old => {
  const now = fetch(r).then(got => {
    keep(event, PAGES, url, got, 60);
    return got;
  });
  event.waitUntil(now.catch(() => {}));
  const late = new Promise(done => setTimeout(done, old ? 3000 : 20000));
  return Promise.race([now, late]).then(got => got && (got.status < 500 || !old) ? got : old || lost(r, url), () => old || lost(r, url));
});
const lost = (r, url) => {
  const path = url.slice(S.length), all = Object.values(LOST);
  if (r.mode !== 'navigate' || all.includes(path)) return Response.error();
  const page = LOST[path.split('/')[0]] || LOST[navigator.language.split('-')[0]] || LOST.en || all[0];
  return Response.redirect(S + page + '#' + encodeURI(path));
};
// A part of a kept sound: players ask for parts, and some refuse the whole.
const part = (r, url) => find(url).then(whole => whole ? whole.blob().then(blob => {
  const asked = /bytes=(\d*)-(\d*)/.exec(r.headers.get('range')) || ['', '0', ''], size = blob.size;
  const from = asked[1] ? +asked[1] : Math.max(0, size - asked[2]);
  const to = asked[1] && asked[2] ? Math.min(+asked[2], size - 1) : size - 1;
  const headers = { 'Content-Type': whole.headers.get('Content-Type') || '', 'Accept-Ranges': 'bytes' };
  if (from > to) return new Response('', { status: 416, headers: { 'Content-Range': 'bytes */' + size } });
  headers['Content-Range'] = 'bytes ' + from + '-' + to + '/' + size;
  headers['Content-Length'] = to - from + 1;
  return new Response(blob.slice(from, to + 1), { status: 206, headers });
}) : fetch(r));
