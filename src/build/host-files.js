import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { immutable, immutablePath, revalidate, securityHeaders } from './headers.js';

/** Files that tell a static host what our own server does by itself; they are no part of the app. */
export const isHostFile = (/** @type {string} */ file) => hostFiles('').has(file);

/**
 * Writes the files of every host that reads its rules from one.
 * @param {string} directory
 * @param {string} base
 */
export function writeHostFiles(directory, base) {
  for (const [file, content] of hostFiles(base)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), content);
  }
}

/**
 * All of them say the same: the headers of every file, which files never change, and where the pages are. GitHub Pages
 * sets no headers of ours and drops folders that start with `_` unless it finds `.nojekyll`: what is left there is the
 * policy in each page, and no protection from being framed.
 * @param {string} base
 * @returns {ReadonlyMap<string, string>}
 */
export function hostFiles(base) {
  return new Map([
    ['.nojekyll', ''],
    ['_headers', netlify(base)],
    ['.htaccess', apache(base)],
    ['hosting/nginx.conf', nginx(base)],
    ['hosting/Caddyfile', caddy(base)],
  ]);
}

/** @param {(name: string, value: string) => string} line */
const lines = (line) =>
  Object.entries(securityHeaders)
    .map(([name, value]) => line(name, value))
    .join('\n');

/**
 * Netlify and Cloudflare Pages. Rules that match the same file add up, so no two of them set one header.
 * @param {string} base
 */
const netlify = (base) => `${base}/*
${lines((name, value) => `  ${name}: ${value}`)}

${base}${immutablePath}*
  cache-control: ${immutable}

${base}/service-worker.js
  cache-control: ${revalidate}
`;

/**
 * Apache with mod_headers; it reads this file in the folder itself (AllowOverride All).
 * @param {string} base
 */
const apache = (base) => `DirectoryIndex index.html
ErrorDocument 404 ${base}/404.html
AddType application/manifest+json .webmanifest
AddDefaultCharset utf-8
<IfModule mod_headers.c>
${lines((name, value) => `  Header always set ${name} "${value}"`)}
  Header always set cache-control "${revalidate}"
  Header always set cache-control "${immutable}" "expr=%{REQUEST_STATUS} == 200 && %{REQUEST_URI} =~ m#^${base}${immutablePath}#"
</IfModule>
`;

/**
 * nginx: to be included in \`http\`. Compressed files lie beside the others.
 * @param {string} base
 */
const nginx = (base) => `map "$status $uri" $harmattan_cache {
  default "${revalidate}";
  "~^200 ${base}${immutablePath}" "${immutable}";
}
server {
  listen 8080;
  root /srv/harmattan; # holds the built folder as "${base || '/'}"
  index index.html;
  charset utf-8;
  charset_types text/css text/plain text/javascript application/javascript application/json;
  include mime.types;
  types { application/manifest+json webmanifest; }
  absolute_redirect off;
  gzip_static on;
${lines((name, value) => `  add_header ${name} "${value}" always;`)}
  add_header cache-control $harmattan_cache always;
  error_page 404 ${base}/404.html;
  location ${base}/ { try_files $uri $uri/ =404; }
}
`;

/** @param {string} base */
const caddy = (base) => `:8080 {
  root * /srv/harmattan # holds the built folder as "${base || '/'}"
  header {
${lines((name, value) => `    ${name} "${value}"`)}
  }
  @hashed {
    path ${base}${immutablePath}*
    file
  }
  @others {
    not {
      path ${base}${immutablePath}*
      file
    }
  }
  header @hashed cache-control "${immutable}"
  header @others cache-control "${revalidate}"
  header ${base}/manifest.webmanifest content-type application/manifest+json
  file_server {
    precompressed br gzip
  }
  handle_errors {
    rewrite * ${base}/404.html
    file_server
  }
}
`;
