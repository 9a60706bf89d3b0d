// Goes on in the visitor's language: the one chosen before, then the browser's, then English; else the links stay.
// to: language → address; w: languages, the dearest first. The fragment of a scanned address is kept.
(function () {
var d = document, h = d.documentElement, l = location, to = {}, w = [];
if (/[?&]stay/.test(l.search) || 'stay' in h.dataset) return;
d.querySelectorAll('a[hreflang]').forEach(function (a) { to[a.hreflang] = a.href });
try { w[0] = localStorage.getItem('vanbia:' + new URL(h.dataset.root, l).pathname + ':lang') } catch (e) {}
w.concat(navigator.languages || [], 'en').some(function (t) {
var go = to[t] || to[(t || '').split('-')[0]];
if (go) l.replace(l.hash ? go.split('#')[0] + l.hash : go);
return go
})
})()
