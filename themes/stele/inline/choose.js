// Goes on in the visitor's language: the one chosen before (c), then the browser's, then English; else the links stay.
// to: language → address; want: languages, the dearest first. The fragment of a scanned address is kept.
(function () {
var d = document, h = d.documentElement, to = {}, want = [];
if (/[?&]stay/.test(location.search) || 'stay' in h.dataset) return;
d.querySelectorAll('a[hreflang]').forEach(function (a) { to[a.hreflang] = a.href });
try { want[0] = localStorage.getItem('vanbia:' + new URL(h.dataset.root, location).pathname + ':lang') } catch (e) {}
want.concat(navigator.languages || [], 'en').some(function (l) {
var go = to[l] || to[(l || '').split('-')[0]], at = location.hash;
if (go) location.replace(at ? go.split('#')[0] + at : go);
return go
})
})()
