// Takes away what an earlier version of this site kept, and then itself.
'use strict';
const P = 'vanbia:' + new URL(registration.scope).pathname + ':';
addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(caches.keys()
  .then(names => Promise.all(names.filter(name => name.startsWith(P)).map(name => caches.delete(name))))
  .then(() => registration.unregister())));
