// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cleanPage, cleanStyle, decodePage, policy } from './clean';

const hostile = `<!doctype html><html><head>
<base href="http://h.test/"><meta http-equiv="refresh" content="0;url=http://h.test/r">
<link rel="stylesheet" href="http://h.test/a.css"><link rel="preconnect" href="http://h.test"><link rel="prefetch" href="http://h.test/p">
<style>@import "http://h.test/i.css"; body{background:url(http://h.test/b.png)} @font-face{font-family:x;src:url('http://h.test/f.woff2')} p{background:u\\72l(http://h.test/e)}</style>
<script src="http://h.test/s.js"></script></head>
<body onload="x()" background="http://h.test/bg">
<img src="http://h.test/1.png" srcset="http://h.test/2.png 2x" onerror="x()"><img src="data:image/png;base64,AA==">
<video poster="http://h.test/v.png" src="http://h.test/v.mp4"><source src="http://h.test/v2.mp4"></video>
<iframe src="http://h.test/if"></iframe><object data="http://h.test/o"></object><embed src="http://h.test/em">
<form action="http://h.test/form"><input formaction="http://h.test/fa"></form>
<svg><image href="http://h.test/svg.png"/><use href="http://h.test/u.svg#a"/><a xlink:href="javascript:x()"><text>t</text></a><set attributeName="href" to="http://h.test/set"/></svg>
<a href="http://h.test/link" ping="http://h.test/ping">words</a><a href=" javascript:x()">bad</a>
<p style="background-image:url(http://h.test/st.png)">p</p></body></html>`;

describe('an archived page before it is shown', () => {
  it('asks for nothing and runs nothing', () => {
    const { html, leftOut } = cleanPage(hostile);
    const asks = html.replace(/(data-address|title)="[^"]*"/g, '');
    expect(asks).not.toContain('h.test');
    expect(html).not.toMatch(
      /<script|<iframe|<object|<embed|<base|<link|onload|onerror|javascript:|refresh/i,
    );
    expect(html).toContain('data:image/png;base64,AA==');
    expect(html.indexOf(policy)).toBeLessThan(html.indexOf('<style'));
    expect(leftOut).toBeGreaterThan(0);
  });
  it('keeps the style that asks for nothing', () => {
    expect(cleanStyle('p{color:red;background:url("data:image/png;base64,AA==")}')).toContain(
      'data:image/png',
    );
    expect(cleanStyle('p{background:image-set("http://h.test/a" 1x)}')).not.toContain('h.test');
  });
});

describe('the bytes of a page', () => {
  it('are read in the letters that it names', () => {
    expect(decodePage(new TextEncoder().encode('<p>слово'))).toBe('<p>слово');
    const old = new Uint8Array([...new TextEncoder().encode('<meta charset=windows-1251><p>'), 0xf1, 0xeb]);
    expect(decodePage(old)).toContain('сл');
  });
});
