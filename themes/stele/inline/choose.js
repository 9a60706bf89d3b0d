// Goes on in the visitor's language: the one chosen before, then the browser's, then English; else the links stay.
(function () {
var root = document.documentElement, links = document.querySelectorAll('a[hreflang]'), to = {}, want = [], i, key;
if (/[?&]stay\b/.test(location.search) || root.hasAttribute('data-stay')) return;
for (i = 0; i < links.length; i++) to[links[i].hreflang.toLowerCase()] = links[i].href;
key = 'vanbia:' + new URL(root.dataset.root, location.href).pathname + ':lang';
try { want.push(localStorage.getItem(key)) } catch (e) {}
want = want.concat(navigator.languages || navigator.language || [], 'en');
for (i = 0; i < want.length; i++) {
var tag = String(want[i]).toLowerCase(), go = to[tag] || to[tag.split('-')[0]];
if (go) { location.replace(location.hash ? go.split('#')[0] + location.hash : go); return }
}
})();
