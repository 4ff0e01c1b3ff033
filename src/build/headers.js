/**
 * What the server says about every file. The content policy itself is a meta tag in the pages, where it can name the
 * hashes of their scripts; a meta tag cannot hold `frame-ancestors`.
 */
export const securityHeaders = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Files with a hash in their name never change; everything else is asked for again. */
export const immutablePath = '/_app/immutable/';
export const immutable = 'public, max-age=31536000, immutable';
export const revalidate = 'no-cache';
