import { describe, expect, test } from 'vitest';
import { immutable, immutablePath, revalidate, securityHeaders } from '../../src/build/headers.js';
import { hostFiles, isHostFile } from '../../src/build/host-files.js';

const base = '/quiz';
const files = hostFiles(base);
const configured = [...files].filter(([file]) => file !== '.nojekyll');

describe('the host files', () => {
  test('are those of the usual static hosts, and no part of the app', () => {
    expect([...files.keys()]).toEqual([
      '.nojekyll',
      '_headers',
      '.htaccess',
      'hosting/nginx.conf',
      'hosting/Caddyfile',
    ]);
    expect([...files.keys()].every(isHostFile)).toBe(true);
    expect(isHostFile('index.html')).toBe(false);
  });

  for (const [file, content] of configured) {
    test(`${file} sets each of our headers once`, () => {
      for (const [name, value] of Object.entries(securityHeaders)) {
        const setting = content.split('\n').filter((line) => line.includes(`${name}`) && line.includes(value));
        expect(setting, name).toHaveLength(1);
      }
    });

    test(`${file} lets hashed files be kept and has others asked for again`, () => {
      const kept = content.split('\n').filter((line) => line.includes(immutable));
      expect(kept).toHaveLength(1);
      expect(content).toContain(`${base}${immutablePath}`);
      expect(content).toContain(revalidate);
    });

    test(`${file} knows the folder that the app is in`, () => {
      expect(content).not.toMatch(/(?<!\/quiz)\/(?:_app|404\.html|service-worker)/);
    });
  }
});

describe('the headers', () => {
  test('let nobody frame, sniff or track the app, and the camera only itself', () => {
    expect(securityHeaders).toEqual({
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
});
