// A built site on a port of this machine, for taking pictures of it.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', woff2: 'font/woff2', webp: 'image/webp', avif: 'image/avif' };

/** Serves a built site on loopback; resolves to the server, which has to be closed. */
function serve(site) {
  const server = http.createServer((request, reply) => {
    let name = decodeURIComponent(request.url.split('?')[0]);
    if (name.endsWith('/')) name += 'index.html';
    const file = path.join(site, path.normalize(name));
    fs.readFile(file, (error, bytes) => {
      reply.writeHead(error ? 404 : 200, { 'content-type': TYPES[file.split('.').pop()] || 'application/octet-stream' });
      reply.end(error ? '' : bytes);
    });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

module.exports = { serve };
