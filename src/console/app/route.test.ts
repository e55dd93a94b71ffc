import { expect, it } from 'vitest';
import { hrefs, routeOf } from './route.ts';

const at = (href: string) => {
  const { pathname, search } = new URL(href, 'http://shop.example');
  return routeOf(pathname, search);
};

it('every view has an address that leads back to it', () => {
  expect(at(hrefs.runs({ text: '相机 & more' }))).toMatchObject({ view: 'runs' });
  expect((at(hrefs.runs({ text: '相机 & more' })) as { query: URLSearchParams }).query.get('text')).toBe('相机 & more');
  expect(at(hrefs.run('a/b?c'))).toEqual({ view: 'run', id: 'a/b?c' });
  expect(at(hrefs.compare('x', 'y'))).toEqual({ view: 'compare', a: 'x', b: 'y' });
  expect(at(hrefs.insights({ from: '2026-01-01' }))).toMatchObject({ view: 'insights' });
});

it('an address that is none is told as unknown, never thrown', () => {
  for (const href of ['/console/nothing', '/console/runs/%E0%A4%A', '/console/runs/a/b', '/console/runs'])
    expect(at(href).view, href).toBe('unknown');
});
