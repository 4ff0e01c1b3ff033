import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { securityHeaders } from '../../src/build/headers.js';
import { filesUnder } from '../../src/build/files.js';
import { styleAttributes } from '../../src/build/style-hashes.js';
import { precache, routes } from './built.ts';
import { expect, test } from './fixtures.ts';

test.describe('the static server', () => {
  test('serves every file with the bytes the worker expects', async ({ request }) => {
    const files = [...precache.shell, ...precache.rest];
    const wrong: string[] = [];
    for (const { url, integrity } of files) {
      const response = await request.get(url, { maxRedirects: 0 });
      const hash = createHash('sha256')
        .update(await response.body())
        .digest('base64');
      if (response.status() !== 200 || `sha256-${hash}` !== integrity) wrong.push(url);
      expect(response.headers()).toMatchObject(securityHeaders);
    }
    expect(wrong).toEqual([]);
  });

  for (const route of routes.filter((path) => path !== '/')) {
    test(`sends ${route.slice(0, -1)} on to ${route} with its query`, async ({ request }) => {
      const response = await request.get(`${route.slice(0, -1)}?a=b`, { maxRedirects: 0 });
      expect(response.status()).toBe(308);
      expect(response.headers()['location']).toBe(`${route}?a=b`);
    });
  }

  test('has every picture the manifest names, in its size', async ({ page }) => {
    await page.goto('/');
    expect(await page.evaluate(wrongPictures)).toEqual([]);
  });

  test('has the worker asked for every time and hashed files never again', async ({ request }) => {
    const hashed = precache.shell.find(({ revision }) => revision === null);
    const worker = await request.get('/service-worker.js');
    expect(worker.headers()['cache-control']).toBe('no-cache');
    const module = await request.get(hashed?.url ?? '');
    expect(module.headers()['cache-control']).toContain('immutable');
  });

  for (const encoding of ['br', 'gzip']) {
    test(`sends ${encoding} to who accepts it`, async ({ request }) => {
      const response = await request.get('/', { headers: { 'accept-encoding': encoding } });
      expect(response.headers()['content-encoding']).toBe(encoding);
    });
  }

  for (const path of ['/nowhere/', '/../package.json', '/%2e%2e/package.json', '//localhost/']) {
    test(`answers ${path} with the not-found page`, async ({ request, baseURL }) => {
      const response = await request.get(`${baseURL}${path}`);
      expect(response.status()).toBe(404);
      expect(await response.text()).toContain('<!doctype html>');
    });
  }
});

test.describe('every page', () => {
  const pages = filesUnder('build').filter((file) => file.endsWith('.html'));
  const policies = pages.map((file) => {
    const html = readFileSync(`build/${file}`, 'utf8');
    return {
      file,
      html,
      policy: /<meta http-equiv="content-security-policy" content="([^"]+)"/.exec(html)?.[1] ?? '',
    };
  });

  test('has a policy by hashes that allows nothing inline, no other origin and no text as markup', () => {
    expect(pages.length).toBeGreaterThan(10);
    for (const { file, policy } of policies) {
      expect(policy, file).not.toMatch(/'unsafe-(?:inline|eval)'|https?:|\*/);
      expect(policy, file).toMatch(/script-src 'self'(?: 'sha256-[\w+/=]{44}')+;/);
      for (const rule of [
        "default-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy, file).toContain(rule);
    }
  });

  test('has no handlers and no styles in its markup but those that the policy knows', () => {
    for (const { file, html } of policies) {
      expect(html, file).not.toMatch(/<[^>]*\son[a-z]+=|javascript:|<style\b/);
      const styles = [...html.matchAll(/\sstyle="([^"]*)"/g)].map((match) => match[1]);
      expect(styles.filter((style) => !styleAttributes.includes(style ?? ''))).toEqual([]);
    }
  });
});

/** Runs in the page: pictures of the manifest that do not load or have another size than it says. */
async function wrongPictures(): Promise<string[]> {
  const address = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? '';
  const { icons = [], screenshots = [] } = await (await fetch(address)).json();
  const wrong: string[] = [];
  for (const { src, sizes } of [...icons, ...screenshots]) {
    const picture = new Image();
    picture.src = new URL(src, address).href;
    await picture.decode().catch(() => wrong.push(src));
    if (sizes !== 'any' && sizes !== `${picture.naturalWidth}x${picture.naturalHeight}`) wrong.push(src);
  }
  return wrong;
}
