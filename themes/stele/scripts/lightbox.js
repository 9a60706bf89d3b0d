// Shows the pictures of a page large, above it: keys (arrows, Home, End, Esc), swipe, buttons. Without it each picture is
// a link to its file. The words come with the script's own element.
(function () {
  'use strict';
  var words = document.currentScript.dataset;
  var links = Array.prototype.slice.call(document.querySelectorAll('a.enlarge, .prose figure > a'));
  if (!links.length || !window.HTMLDialogElement) return;
  var box, img, caption, place, back, on, at, start, isLeaving;
  // Loaded anew while a picture was large: nothing lies above the page any more, and «back» must not lead to nothing.
  if (history.state === 'large') {
    window.addEventListener('popstate', function () { history.scrollRestoration = 'auto'; }, { once: true });
    history.back();
  }

  function make(name, parent, text) {
    var element = document.createElement(name);
    if (text) element.textContent = text;
    return parent.appendChild(element);
  }

  function button(parent, text, act) {
    var element = make('button', parent, text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  // The style comes with the first tap: pages that nobody taps on do without it.
  function styled(act) {
    var link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = words.style;
    link.onload = link.onerror = act;
    document.head.appendChild(link);
  }

  function build() {
    box = make('dialog', document.body);
    box.className = 'lightbox';
    var figure = make('figure', box);
    img = make('img', figure);
    img.addEventListener('load', function () { img.classList.remove('coming'); });
    caption = make('figcaption', figure);
    var controls = make('div', box);
    controls.className = 'controls';
    back = button(controls, '\u2190', function () { show(at - 1); });
    back.setAttribute('aria-label', words.previous);
    place = make('span', controls);
    place.className = 'place';
    place.setAttribute('role', 'status');
    on = button(controls, '\u2192', function () { show(at + 1); });
    on.setAttribute('aria-label', words.next);
    button(controls, words.close, function () { box.close(); });
    box.addEventListener('close', function () {
      img.removeAttribute('src');
      links[at].focus();
      isLeaving = history.state === 'large';
      if (isLeaving) history.back();
      else history.scrollRestoration = 'auto';
    });
    // The button «back» of a phone closes it, as it closes everything that lies above a page.
    window.addEventListener('popstate', function () {
      history.scrollRestoration = 'auto';
      if (box.open && !isLeaving) box.close();
      isLeaving = false;
    });
    box.addEventListener('keydown', function (event) {
      var to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      show(to);
    });
    // One finger across turns over; two fingers still enlarge.
    figure.addEventListener('pointerdown', function (event) {
      start = event.isPrimary ? { x: event.clientX, y: event.clientY } : null;
    });
    figure.addEventListener('pointerup', function (event) {
      if (!start || (window.visualViewport && visualViewport.scale > 1.05)) return;
      var x = event.clientX - start.x, y = event.clientY - start.y;
      start = null;
      if (Math.abs(x) > 40 && Math.abs(x) > 2 * Math.abs(y)) show(at + (x < 0 ? 1 : -1));
    });
    figure.addEventListener('pointercancel', function () { start = null; });
    img.draggable = false;
  }

  function show(to) {
    if (to < 0 || to >= links.length) return;
    at = to;
    var link = links[at], small = link.querySelector('img'), said = link.parentNode.querySelector('figcaption');
    img.classList.add('coming');
    img.src = link.href;
    img.alt = small.alt;
    img.lang = small.lang || document.documentElement.lang;
    caption.replaceChildren();
    if (said) said.childNodes.forEach(function (node) { caption.appendChild(node.cloneNode(true)); });
    place.textContent = at + 1 + ' / ' + links.length;
    box.setAttribute('aria-label', words.large.replace('{alt}', small.alt));
    // Not `disabled`: the focus would fall out of the box, and keys with it.
    back.setAttribute('aria-disabled', at === 0);
    on.setAttribute('aria-disabled', at === links.length - 1);
  }

  function open(i) {
    // Tapped twice while the style was on its way: one picture, one step in the history.
    if (box.open) return;
    box.showModal();
    try {
      history.scrollRestoration = 'manual';
      if (history.state !== 'large') history.pushState('large', '');
      // That holds of the way back; loaded anew, the page stands where it stood.
      history.scrollRestoration = 'auto';
    } catch (e) { /* then «back» leaves the page */ }
    show(i);
    box.querySelector('.controls button:not([aria-disabled=true])').focus();
  }

  links.forEach(function (link, i) {
    link.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (box) return open(i);
      build();
      styled(function () { open(i); });
    });
  });
})();
