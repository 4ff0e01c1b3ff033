import { createHash } from 'node:crypto';

/** The style attributes there are, in src/app.html and in what Kit announces pages with; ours stand in style sheets. */
export const styleAttributes = [
  'display: contents',
  'position: absolute; left: 0; top: 0; clip: rect(0 0 0 0); clip-path: inset(50%); overflow: hidden; white-space: nowrap; width: 1px; height: 1px',
];

/** As the content policy names them. */
export const styleHashes = styleAttributes.map(
  (style) => /** @type {const} */ (`sha256-${createHash('sha256').update(style).digest('base64')}`),
);
