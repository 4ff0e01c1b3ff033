import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';

import { filesUnder } from './files.js';
import { immutable, immutablePath, revalidate, securityHeaders } from './headers.js';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/**
 * Serves a built folder as a static host would, with our headers. The files are listed once, so no address can lead
 * out of the folder; build again, start again.
 * @param {{ directory: string, base?: string }} options
 */
export function staticServer({ directory, base = '' }) {
  const files = new Set(filesUnder(directory).filter((file) => !/\.(br|gz)$/.test(file)));
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...securityHeaders, allow: 'GET, HEAD' }).end();
      return;
    }
    const [pathname = '/', query] = (request.url ?? '/').split('?', 2);
    const found = lookUp(files, base, pathname);
    if (found.redirect) {
      const location = query ? `${found.redirect}?${query}` : found.redirect;
      response.writeHead(308, { ...securityHeaders, location }).end();
      return;
    }
    send(request, response, { ...found, directory });
  });
}

/**
 * @param {ReadonlySet<string>} files
 * @param {string} base
 * @param {string} pathname
 * @returns {{ status: number, file: string, redirect?: string }}
 */
function lookUp(files, base, pathname) {
  const file = pathname.startsWith(`${base}/`) ? pathname.slice(base.length + 1) : undefined;
  if (file === undefined) return { status: 404, file: '404.html' };
  if (files.has(`${file}index.html`) && /(^|\/)$/.test(file)) return { status: 200, file: `${file}index.html` };
  if (files.has(file)) return { status: 200, file };
  if (files.has(`${file}/index.html`)) return { status: 308, file, redirect: `${base}/${file}/` };
  return { status: 404, file: '404.html' };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ directory: string, status: number, file: string }} found
 */
function send(request, response, { directory, status, file }) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const path = join(directory, file);
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const packed = encoding && `${path}.${encoding === 'br' ? 'br' : 'gz'}`;
  const chosen = packed && existsSync(packed) ? packed : path;
  const found = statSync(chosen, { throwIfNoEntry: false });
  // Built anew while it was served.
  if (!found) return void response.writeHead(404, securityHeaders).end();
  const { size, mtimeMs } = found;
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = {
    ...securityHeaders,
    'cache-control': status === 200 && `/${file}`.startsWith(immutablePath) ? immutable : revalidate,
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    etag,
    vary: 'accept-encoding',
    ...(chosen === packed && { 'content-encoding': encoding }),
  };
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, headers);
  if (request.method === 'HEAD') response.end();
  // What fails cuts this answer off, and no other.
  else pipeline(createReadStream(chosen), response, () => undefined);
}
