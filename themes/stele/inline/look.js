// Light or dark and the size of text, as chosen before, are there before anything is drawn. `data-script` keeps room
// for what scripts add near the top of a page, so that nothing moves when they come; `keeps` also for keeping pages.
(function (h) {
h.dataset.script = 'serviceWorker' in navigator ? 'keeps' : '';
try {
['theme', 'text'].forEach(function (n) {
var v = localStorage.getItem('vanbia:' + new URL(h.dataset.root, location).pathname + ':' + n);
if (v) h.dataset[n] = v
})
} catch (e) {}
})(document.documentElement)
