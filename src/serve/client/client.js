// Live reload. The server adds this script to the pages that it serves; it is in no file of the site.
//
// A page is followed by what changed on the server between two of its versions, and by nothing else: whatever a script
// or the reader changed meanwhile (an open <details>, a playing <audio>, typed text) is not looked at and stays.
(() => {
  'use strict';
  const WORDS = /* WORDS */ {};
  const script = document.currentScript;
  const site = new URL('../', script.src);
  const page = script.dataset.page;
  let version = script.dataset.version;
  // This document is the page for lost visitors.
  const isLost = version === '';
  const isPreview = document.documentElement.hasAttribute('data-vanbia-preview');
  const isFramed = inPreview();

  function inPreview() {
    try {
      return parent !== window && parent.document.documentElement.hasAttribute('data-vanbia-preview');
    } catch (e) {
      return false;
    }
  }

  // ---- The page as the server sent it, and the living node of each of its nodes ----

  const living = new WeakMap();
  let kept = document.documentElement.cloneNode(true);
  adopt(kept, document.documentElement, (node, real) => living.set(node, real));
  // Its own script is of no version.
  for (const own of kept.querySelectorAll('script[data-vanbia]')) own.remove();

  const overlay = isFramed ? null
    : vanbiaOverlay(WORDS, new URL('overlay.css', script.src).href, site.href);

  function adopt(node, other, pair) {
    pair(node, other);
    for (let a = node.firstChild, b = other.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) adopt(a, b, pair);
  }

  // ---- Scroll position over a full load ----

  const scrollKey = 'vanbia-scroll:' + location.pathname;
  function reload() {
    try { sessionStorage.setItem(scrollKey, JSON.stringify([scrollX, scrollY])); } catch (e) { /* private window */ }
    location.reload();
  }
  try {
    const at = JSON.parse(sessionStorage.getItem(scrollKey));
    sessionStorage.removeItem(scrollKey);
    if (at) {
      const back = () => { if (scrollX !== at[0] || scrollY !== at[1]) scrollTo({ left: at[0], top: at[1], behavior: 'instant' }); };
      addEventListener('DOMContentLoaded', back);
      addEventListener('load', back);
    }
  } catch (e) { /* private window */ }

  // ---- Following the page ----

  let isRunning = false;
  let isWanted = false;
  async function refresh() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    while (isWanted) {
      isWanted = false;
      try {
        await once();
      } catch (e) { /* the server is away; it says hello when it is back */ }
    }
    isRunning = false;
  }

  async function once() {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-cache' });
    if (answer.status === 404) {
      version = '';
      if (overlay && !isLost) overlay.gone(true);
      return;
    }
    if (!answer.ok) return;
    if (isLost) {
      reload();
      return;
    }
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').documentElement;
    const own = next.querySelector('script[data-vanbia]');
    if (!own) return;
    own.remove();
    if (overlay) overlay.gone(false);
    if (fixed(kept) !== fixed(next)) {
      reload();
      return;
    }
    const focused = document.activeElement && document.activeElement.id;
    try {
      morph(kept, next);
    } catch (e) {
      reload();
      return;
    }
    kept = next;
    version = own.dataset.version;
    if (focused && document.activeElement === document.body) {
      const again = document.getElementById(focused);
      if (again) again.focus({ preventScroll: true });
    }
    document.dispatchEvent(new CustomEvent('vanbia:patched'));
  }

  // What a living document cannot take back: its scripts and its policy.
  function fixed(root) {
    const parts = root.querySelectorAll('script:not([type="application/ld+json"]), meta[http-equiv]');
    return Array.from(parts, (part) => part.outerHTML).join('\n');
  }

  function morph(old, next) {
    const real = living.get(old);
    if (!real) throw new Error('not known');
    if (old.isEqualNode(next)) {
      adopt(next, old, (node, before) => living.set(node, living.get(before)));
      return;
    }
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== next.nodeValue) real.nodeValue = next.nodeValue;
      living.set(next, real);
      return;
    }
    if (isSheet(old) && old.getAttribute('href') !== next.getAttribute('href')) {
      living.set(next, swap(real, next.getAttribute('href')));
      return;
    }
    living.set(next, real);
    const hasNewSource = attributes(old, next, real);
    // Scripts are on, so that the parser reads what is for readers without them as other nodes than the document has.
    if (old.localName !== 'noscript') children(old, next, real);
    if (hasNewSource) {
      const player = real.closest('audio, video');
      if (player) player.load();
    }
  }

  function attributes(old, next, real) {
    let hasNewSource = false;
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) === value) continue;
      real.setAttribute(name, value);
      hasNewSource ||= name === 'src';
    }
    for (const { name } of old.attributes) {
      if (!next.hasAttribute(name)) real.removeAttribute(name);
    }
    return hasNewSource;
  }

  function children(old, next, real) {
    const before = Array.from(old.childNodes);
    const after = Array.from(next.childNodes);
    const found = match(before, after);
    const stays = new Set(found);
    before.forEach((node, i) => { if (!stays.has(i)) living.get(node)?.remove(); });
    let previous = null;
    let last = -1;
    after.forEach((node, j) => {
      const i = found[j];
      if (i < 0) {
        const fresh = document.importNode(node, true);
        adopt(node, fresh, (n, r) => living.set(n, r));
        put(real, previous, fresh);
        previous = fresh;
        return;
      }
      morph(before[i], node);
      const moved = living.get(node);
      if (i < last) put(real, previous, moved);
      last = Math.max(last, i);
      previous = moved;
    });
  }

  function put(real, previous, node) {
    if (!previous) real.prepend(node);
    else if (previous.parentNode === real) previous.after(node);
    else real.append(node);
  }

  // For each node after, the place of the node before that it continues, or -1.
  function match(before, after) {
    const found = new Array(after.length).fill(-1);
    let start = 0;
    let oldEnd = before.length;
    let newEnd = after.length;
    while (start < oldEnd && start < newEnd && before[start].isEqualNode(after[start])) {
      found[start] = start;
      start++;
    }
    while (oldEnd > start && newEnd > start && before[oldEnd - 1].isEqualNode(after[newEnd - 1])) {
      found[--newEnd] = --oldEnd;
    }
    align(before.slice(start, oldEnd).map(describe), after.slice(start, newEnd).map(describe), (i, j) => {
      found[start + j] = start + i;
    });
    // Moved: what has a name of its own keeps its life.
    const taken = new Set(found);
    const free = new Map();
    before.forEach((node, i) => { if (!taken.has(i) && node.id) free.set(node.localName + '#' + node.id, i); });
    after.forEach((node, j) => {
      const i = node.id && found[j] < 0 ? free.get(node.localName + '#' + node.id) : undefined;
      if (i !== undefined) found[j] = i;
    });
    return found;
  }

  function describe(node) {
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    return {
      name: node.nodeName,
      id: isElement ? node.id : '',
      look: isElement ? node.getAttribute('class') || '' : '',
      text: isElement ? node.outerHTML : node.nodeValue,
    };
  }

  // How much two nodes have in common; 0: one cannot become the other.
  function likeness(a, b) {
    if (a.name !== b.name || a.id !== b.id) return 0;
    if (a.id) return 64;
    if (a.text === b.text) return a.name === '#text' && !a.text.trim() ? 1 : 8;
    return a.look === b.look && a.name !== '#text' ? 3 : 1;
  }

  // The pairs, in order, that have most in common together.
  function align(a, b, pair) {
    if (a.length * b.length > 250000) {
      for (let i = 0; i < a.length && i < b.length; i++) if (likeness(a[i], b[i])) pair(i, i);
      return;
    }
    const width = b.length + 1;
    const best = new Int32Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
      for (let j = b.length - 1; j >= 0; j--) {
        const like = likeness(a[i], b[j]);
        const both = like ? like + best[(i + 1) * width + j + 1] : 0;
        best[i * width + j] = Math.max(both, best[(i + 1) * width + j], best[i * width + j + 1]);
      }
    }
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      const here = best[i * width + j];
      const like = likeness(a[i], b[j]);
      if (like && here === like + best[(i + 1) * width + j + 1]) pair(i++, j++);
      else if (here === best[(i + 1) * width + j]) i++;
      else j++;
    }
  }

  // ---- Styles: the old sheet stays until the new one is there ----

  function isSheet(node) {
    return node.localName === 'link' && /(^|\s)stylesheet(\s|$)/i.test(node.getAttribute('rel') || '');
  }

  function swap(link, href) {
    if (new URL(href, location.href).href === link.href) return link;
    const next = link.cloneNode();
    next.setAttribute('href', href);
    next.onload = next.onerror = () => link.remove();
    link.after(next);
    return next;
  }

  function style(swaps) {
    for (const [from, to] of swaps) {
      for (const node of kept.querySelectorAll('link')) {
        const real = isSheet(node) && living.get(node);
        if (!real || real.href !== new URL(from, site).href) continue;
        const next = swap(real, new URL(to, site).href);
        living.set(node, next);
      }
    }
  }

  // Pictures and sound that have new bytes under their old name.
  function media(paths) {
    // Too many to be named are any.
    const changed = paths && new Set(paths.map((path) => new URL(path.split('/').map(encodeURIComponent).join('/'), site).pathname));
    const stamp = Date.now().toString(36);
    const anew = (written) => {
      const address = new URL(written, location.href);
      if (address.origin !== location.origin || (changed && !changed.has(address.pathname))) return written;
      address.searchParams.set('v', stamp);
      return address.href;
    };
    for (const real of document.querySelectorAll('img[srcset], source[srcset]')) {
      const written = real.getAttribute('srcset');
      const fresh = written.replace(/[^\s,]+(?=\s)/g, anew);
      if (fresh !== written) real.setAttribute('srcset', fresh);
    }
    for (const real of document.querySelectorAll('img[src], source[src], audio[src], video[src]')) {
      const player = real.localName === 'img' ? null : real.closest('audio, video');
      // What sounds is not begun anew because something unnamed may have changed.
      if (player && !changed) continue;
      const fresh = anew(real.getAttribute('src'));
      if (fresh === real.getAttribute('src')) continue;
      real.setAttribute('src', fresh);
      if (player && player.paused) player.load();
    }
  }

  // ---- Events ----

  const frames = new Map();
  let isGreeted = false;

  // The page's own script has read the index; what it has is of an earlier build.
  function search() {
    document.dispatchEvent(new CustomEvent('vanbia:search'));
  }

  function handle(kind, data) {
    const isMine = !data.pages || data.pages.includes(page);
    if (kind === 'hello') {
      if ((data.versions[page] ?? version) !== version) refresh();
      findings(data.findings);
      // Whoever was away may have missed it.
      if (isGreeted) search();
      isGreeted = true;
    } else if (kind === 'content') {
      if (isMine || isPreview) refresh();
    } else if (kind === 'style') {
      style(data.swaps);
    } else if (kind === 'search') {
      search();
    } else if (kind === 'media') {
      media(data.paths);
    } else if (kind === 'findings') {
      findings(data);
      if (isPreview) refresh();
    } else if (kind === 'reload') {
      if (isMine) reload();
    } else if (kind === 'rest') {
      rest();
    }
    for (const frame of frames.keys()) frame.postMessage({ vanbia: kind, data }, location.origin);
  }

  function findings(list) {
    if (overlay) overlay.findings(list, isPreview);
  }

  // A frame of the preview listens through the preview: browsers open six connections to a server and no more.
  if (isFramed) {
    addEventListener('message', (event) => {
      if (event.source === parent && event.origin === location.origin && event.data.vanbia) {
        handle(event.data.vanbia, event.data.data);
      }
    });
    parent.postMessage({ vanbia: 'page', page }, location.origin);
    return;
  }
  addEventListener('message', (event) => {
    const isOurs = event.origin === location.origin && event.data && event.data.vanbia === 'page';
    if (!isPreview || !isOurs) return;
    for (const frame of frames.keys()) if (frame.closed) frames.delete(frame);
    frames.set(event.source, event.data.page);
    connectSoon(50);
  });

  let events = null;
  let timer = 0;
  let wait = 500;
  let silence = 0;

  function connectSoon(delay) {
    clearTimeout(timer);
    timer = setTimeout(connect, delay);
  }

  function connect() {
    disconnect();
    const address = new URL('_events', site);
    for (const shown of new Set([page, ...frames.values()])) address.searchParams.append('page', shown);
    events = new EventSource(address);
    for (const kind of ['hello', 'content', 'style', 'search', 'media', 'findings', 'reload', 'rest']) {
      events.addEventListener(kind, (event) => handle(kind, JSON.parse(event.data)));
    }
    events.addEventListener('hello', () => {
      wait = 500;
      clearTimeout(silence);
      silence = 0;
      overlay.offline(false);
    });
    events.onerror = () => {
      silence ||= setTimeout(() => overlay.offline(true), 2500);
      // A browser tries again after a broken connection, but not after a refusal.
      if (events.readyState !== EventSource.CLOSED) return;
      connectSoon(wait);
      wait = Math.min(wait * 2, 5000);
    };
  }

  function disconnect() {
    if (events) events.close();
    events = null;
    clearTimeout(timer);
  }

  // Many tabs are open: those that nobody sees give their connection away, and learn what they missed later; the
  // others come back from time to time.
  let isResting = false;
  function rest() {
    disconnect();
    isResting = document.hidden;
    if (!isResting) connectSoon(1000 + Math.random() * 1000);
  }
  addEventListener('visibilitychange', () => {
    if (document.hidden || !isResting) return;
    isResting = false;
    connect();
  });
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', (event) => { if (event.persisted) connect(); });
  connect();
})();
