// On the page of an entry: the sound with its words. Keeping the page comes in a script of its own when the page is there.
// The page is complete without it; controls that need it start hidden.
(function () {
  'use strict';
  var html = document.documentElement;
  var v = window.vanbia;
  if (!v) return;
  function on(target, name, act) { target.addEventListener(name, act); }
  function clock(seconds) {
    var s = Math.floor(seconds);
    return Math.floor(s / 60) + ':' + ('0' + s % 60).slice(-2);
  }

  // Sound: one at a time, from where it was left; a tap on a line goes there.
  var PACES = [1, 1.25, 1.5, 0.75];
  function jump(audio, seconds) {
    if (audio.readyState) audio.currentTime = Math.max(0, seconds);
    else audio.dataset.from = seconds;
    audio.play().catch(function () { /* the sound cannot be had; the player says so */ });
  }
  function tell(audio, track) {
    if (!navigator.mediaSession || !window.MediaMetadata) return;
    var hero = document.querySelector('.hero img');
    navigator.mediaSession.metadata = new MediaMetadata({
      title: document.querySelector('h1').textContent, artist: track.querySelector('strong').textContent,
      artwork: hero ? [{ src: hero.currentSrc || hero.src }] : []
    });
    [['seekbackward', -10], ['seekforward', 10]].forEach(function (way) {
      navigator.mediaSession.setActionHandler(way[0], function () { audio.currentTime += way[1]; });
    });
  }
  v.each('[data-track]', function (track) {
    var audio = track.querySelector('audio');
    var key = 'at:' + track.dataset.track;
    var lines = [];
    var told = track.querySelector('[role=status]');
    var left = Number(v.recall(key)) || 0;
    track.querySelectorAll('.pace button').forEach(function (button) { button.hidden = false; });
    track.querySelectorAll('[data-skip]').forEach(function (button) {
      on(button, 'click', function () { jump(audio, audio.currentTime + Number(button.dataset.skip)); });
    });
    var pace = track.querySelector('[data-pace]');
    var label = pace.getAttribute('aria-label').replace('1×', '');
    on(pace, 'click', function () {
      audio.playbackRate = PACES[(PACES.indexOf(audio.playbackRate) + 1) % PACES.length];
      pace.textContent = audio.playbackRate.toLocaleString(html.lang) + '×';
      pace.setAttribute('aria-label', label + pace.textContent);
    });
    track.querySelectorAll('[data-at]').forEach(function (line) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = line.textContent;
      line.textContent = '';
      line.appendChild(button);
      on(button, 'click', function () { jump(audio, line.dataset.at / 1000); });
      lines.push({ at: line.dataset.at / 1000, button: button });
    });
    if (lines.length) track.querySelector('[data-tap]').hidden = false;
    var isAsked = false;
    on(audio, 'play', function () {
      isAsked = true;
      v.each('[data-track] audio', function (other) { if (other !== audio) other.pause(); });
      tell(audio, track);
      if (!audio.readyState && left && !audio.dataset.from) audio.dataset.from = left;
    });
    on(audio, 'loadedmetadata', function () {
      if (audio.dataset.from) audio.currentTime = Math.max(0, audio.dataset.from);
      delete audio.dataset.from;
    });
    var noted = 0;
    on(audio, 'timeupdate', function () {
      // A sound that is made ready again begins at 0; nobody has heard it from there.
      if (!audio.readyState) return;
      var now = audio.currentTime;
      var at = -1;
      lines.forEach(function (line, i) { if (line.at <= now + 0.05) at = i; });
      lines.forEach(function (line, i) {
        if (i !== at) { line.button.removeAttribute('aria-current'); return; }
        if (line.button.hasAttribute('aria-current')) return;
        line.button.setAttribute('aria-current', 'true');
      });
      if (Math.abs(now - noted) > 2) { noted = now; v.remember(key, Math.floor(now)); }
    });
    on(audio, 'playing', function () { told.textContent = ''; });
    // It is made ready again, so that the next tap asks once more, and goes on where it broke off. Not with `load()`:
    // that asks at once whatever `preload` says, and again without end where there is no signal.
    on(audio, 'error', function () {
      if (noted) audio.dataset.from = noted;
      if (isAsked) audio.src = audio.getAttribute('src');
      isAsked = false;
      told.textContent = told.dataset.lost;
    });
    on(audio, 'pause', function () { if (audio.readyState) v.remember(key, Math.floor(audio.currentTime)); });
    on(audio, 'ended', function () { left = 0; v.remember(key, 0); });
  });
  v.each('[data-music]', function (audio) { audio.volume = 0.3; });
  v.each('[data-listen]', function (link) {
    var track = document.querySelector('[data-track]');
    var left = Number(v.recall('at:' + track.dataset.track)) || 0;
    if (left > 3) link.querySelector('span').textContent = link.dataset.listen.replace('{at}', clock(left));
    on(link, 'click', function () { track.querySelector('audio').play().catch(function () { /* as above */ }); });
  });

  // A book opens where its reader left it; on the way back from a chapter, too.
  function resume() {
    v.each('[data-read]', function (button) {
      var at = v.recall('read:' + location.pathname);
      v.each('.chapters li + li a', function (chapter) {
        if (chapter.pathname !== at) return;
        button.href = chapter.href;
        button.textContent = button.dataset.read.replace('{title}', chapter.textContent);
      });
    });
  }
  resume();
  on(window, 'pageshow', resume);

  // What keeps pages is loaded when the page is there.
  var keep = document.currentScript.dataset.keep;
  if (v.canKeep) {
    on(window, 'load', function () {
      var script = document.createElement('script');
      script.src = keep;
      document.head.appendChild(script);
    });
  } else {
    v.each('[data-save]', function (button) { button.remove(); });
  }
})();
