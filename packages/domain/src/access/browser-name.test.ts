import { expect, it } from 'vitest';
import { browserName } from './browser-name.ts';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`, 'Chrome', 'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/141.0.0.0`, 'Edge', 'Windows'],
  [
    `Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 coc_coc_browser/141.0 Chrome/135.0 Safari/537.36`,
    'Cốc Cốc',
    'Windows',
  ],
  [`Mozilla/5.0 (Linux; Android 14; SM-X200) ${chrome}`, 'Chrome', 'Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1',
    'Safari',
    'iPadOS',
  ],
  ['curl/8.0', null, null],
  [null, null, null],
])('%s', (text, browser, system) => {
  expect(browserName(text)).toEqual({ browser, system });
});
