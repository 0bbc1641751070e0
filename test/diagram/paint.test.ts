import { create } from 'xmlbuilder2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paint } from '../../src/diagram/paint/paint';
import { lightTheme, roles } from '../../src/diagram/paint/theme';
import { element, toSvgText, type Tree } from '../../src/diagram/paint/tree';
import { designs } from './designs';
import { figure1 } from './figure1';
import { pictureOf } from './picture';

const views = ['storage', 'dependencies'] as const;

describe('Figure 1', () => {
  it.each(views)('is drawn as agreed: %s', async (view) => {
    const text = toSvgText(paint(await pictureOf(figure1, view), { theme: lightTheme }));
    await expect(text.replaceAll('><', '>\n<')).toMatchFileSnapshot(`golden/figure1-${view}.svg`);
  });
});

describe('a picture as a file', () => {
  it('is the same for the same design, and well-formed, whatever the design', async () => {
    await fc.assert(
      fc.asyncProperty(designs, fc.constantFrom(...views), async (text, view) => {
        const once = toSvgText(paint(await pictureOf(text, view), { theme: lightTheme }));
        const again = toSvgText(paint(await pictureOf(text, view), { theme: lightTheme }));
        expect(again).toBe(once);
        expect(() => create(once)).not.toThrow();
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('needs nothing but itself', async () => {
    const text = toSvgText(paint(await pictureOf(figure1, 'storage'), { theme: lightTheme }));
    expect(text).not.toMatch(/var\(|url\(|style=|href=|<script|<style|NaN|undefined/);
  });

  const names = ['<script>alert(1)</script>', "a ' b", ']]>', '&amp;', '<!--', '漢字', 'e\u0301', '\u202Etxt'];
  it.each(names)('shows the name %s and nothing else', async (name) => {
    const text = toSvgText(paint(await pictureOf(`node "${name}" { memory = 1GB }`, 'storage'), { theme: lightTheme }));
    const words: string[] = [];
    create(text).each(
      ({ node }) => {
        expect(['#document', 'svg', 'title', 'g', 'rect', 'circle', 'ellipse', 'path', 'text', '#text']).toContain(
          node.nodeName,
        );
        if (node.nodeName === 'title') words.push(node.textContent ?? '');
      },
      true,
      true,
    );
    expect(words).toContain(`Node ${name}, up, 0 of 0 B used`);
  });
});

describe('text of a tree', () => {
  const table = [
    ['"quoted" & \'quoted\'', '&quot;quoted&quot; &amp; &#39;quoted&#39;'],
    ['a<b>c', 'a&lt;b&gt;c'],
    ['bell \u0007 and half \uD800 a pair', 'bell \uFFFD and half \uFFFD a pair'],
    ['whole pair \u{1F600}', 'whole pair \u{1F600}'],
  ] as const;
  it.each(table)('escapes %j', (text, expected) => {
    expect(toSvgText(element('g', { name: text }, [text]))).toBe(`<g name="${expected}">${expected}</g>`);
  });
});

/** All elements of a tree. */
function flat(tree: Tree): readonly Tree[] {
  return [tree, ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : flat(child)))];
}

describe('a picture in the panel', () => {
  it('has one element that Tab reaches, and a spoken name for each that has the focus', async () => {
    const tree = paint(await pictureOf(figure1, 'storage'), { focused: 'disk:LUN2' });
    const items = flat(tree).filter(({ attributes }) => attributes['role'] === 'treeitem');
    expect(items.filter(({ attributes }) => attributes['tabindex'] === 0).map(({ key }) => key)).toEqual(['disk:LUN2']);
    expect(items.map(({ attributes }) => attributes['aria-label'])).toContain(
      'Disk LUN2, online, owned by HostA, SAN1 · LUN 2 · 200 GB',
    );
    for (const { attributes } of items) expect(attributes['aria-label']).not.toBe('');
  });

  it('names colours by role only', async () => {
    const tree = paint(await pictureOf(figure1, 'dependencies'), { selected: 'resource:VM2' });
    const known = new Set(['none', ...roles.map((role) => `var(--hacd-${role})`)]);
    for (const { attributes } of flat(tree)) {
      for (const name of ['fill', 'stroke']) if (name in attributes) expect(known).toContain(attributes[name]);
    }
  });

  it('has unique keys', async () => {
    const tree = paint(await pictureOf(figure1, 'storage'));
    for (const { children } of flat(tree)) {
      const keys = children.flatMap((child) => (typeof child === 'string' ? [] : (child.key ?? [])));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

/** Relative luminance and contrast of two colours (WCAG 2.2, relative luminance and contrast ratio). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('colours of a file', () => {
  const texts = ['text', 'muted', 'error'] as const;
  const marks = [
    ...(['online', 'offline', 'failed', 'pending', 'partial', 'paused'] as const),
    ...(['isolated', 'queued', 'edge', 'warning', 'accent', 'faint'] as const),
  ];
  it.each(texts)('%s can be read on every ground', (role) => {
    for (const ground of ['card', 'lane', 'canvas'] as const) {
      expect(contrast(lightTheme[role], lightTheme[ground])).toBeGreaterThanOrEqual(4.5);
    }
  });
  it.each(marks)('%s can be told from every ground', (role) => {
    for (const ground of ['card', 'lane', 'canvas'] as const) {
      expect(contrast(lightTheme[role], lightTheme[ground])).toBeGreaterThanOrEqual(3);
    }
  });
});
