// A picture of a design as a reader has it: shapes with spoken names, at their places.
import { runCommand } from './commands.mjs';
import { panel } from './panel.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').FrameLocator} FrameLocator */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in px of the picture at 100 % */
/** @typedef {{ id: string, form: string, name: string, selected: boolean, box: Box }} Shape */

const commands = {
  storage: 'HA Cluster: Show Storage Ownership',
  dependencies: 'HA Cluster: Show Resource Dependencies',
};

/**
 * Opens a view beside the editor and waits until it is drawn.
 * @param {Page} page
 * @param {keyof typeof commands} view
 * @returns {Promise<FrameLocator>}
 */
export async function showPicture(page, view) {
  await runCommand(page, commands[view]);
  return drawn(page, view);
}

/**
 * @param {Page} page
 * @param {keyof typeof commands} view
 * @returns {Promise<FrameLocator>} the panel, once it shows that view
 */
export async function drawn(page, view) {
  const frame = panel(page);
  const name = view === 'storage' ? /^Storage ownership of / : /^Resource dependencies of /;
  await frame.getByRole('tree', { name }).waitFor();
  return frame;
}

/**
 * A shape by what it is of: `node:HostA`, `disk:LUN2`, `resource:VM2`.
 * @param {FrameLocator} frame
 * @param {string} id
 */
export const shape = (frame, id) => frame.locator(`[data-id="${id}"]`);

/**
 * Every shape with its place in the picture; neither zoom nor a movement that is under way changes the figures.
 * @param {FrameLocator} frame
 * @returns {Promise<readonly Shape[]>}
 */
export const shapes = (frame) =>
  frame.locator('[data-id]').evaluateAll((elements) =>
    elements.map((element) => {
      const [left = 0, top = 0] = (element.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
      const ring = element.querySelector(':scope > .focus');
      const outside = -Number(ring?.getAttribute('x'));
      const length = (side) => Number(ring?.getAttribute(side)) - 2 * outside;
      return {
        id: element.getAttribute('data-id') ?? '',
        form: [...element.classList].find((name) => name !== 'shape') ?? '',
        name: element.getAttribute('aria-label') ?? '',
        selected: element.getAttribute('aria-selected') === 'true',
        box: { left, top, right: left + length('width'), bottom: top + length('height') },
      };
    }),
  );

/**
 * What tells one moment of a picture from another: every shape's spoken name and place.
 * @param {FrameLocator} frame
 */
export const lookOf = async (frame) => (await shapes(frame)).map(({ id, name, box }) => ({ id, name, box }));

/**
 * @param {Box} inner
 * @param {Box} outer
 */
export const isInside = (inner, outer) =>
  inner.left >= outer.left && inner.top >= outer.top && inner.right <= outer.right && inner.bottom <= outer.bottom;

/**
 * @param {Box} one
 * @param {Box} other
 */
const touch = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Pairs of shapes that lie half upon each other: neither clear of each other nor one inside the other.
 * @param {readonly Shape[]} all
 * @returns {readonly string[]}
 */
export const overlaps = (all) =>
  all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => touch(one.box, other.box) && !isInside(one.box, other.box) && !isInside(other.box, one.box))
      .map((other) => `${one.id} and ${other.id}`),
  );

/**
 * Words that lie upon other words, or that stand out of the picture.
 * @param {FrameLocator} frame
 * @returns {Promise<readonly string[]>}
 */
export const collidingWords = (frame) =>
  frame.locator('svg.canvas').evaluate((svg) => {
    const words = [...svg.querySelectorAll('text')].filter((text) => text.textContent?.trim());
    const boxes = words.map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    // Boxes of words are as high as the font's tallest letters; what is drawn is smaller.
    const slack = 2;
    return boxes.flatMap(({ said, box }, index) =>
      boxes
        .slice(index + 1)
        .filter(
          ({ box: other }) =>
            box.left < other.right - slack &&
            other.left < box.right - slack &&
            box.top < other.bottom - slack &&
            other.top < box.bottom - slack,
        )
        .map((other) => `“${said}” and “${other.said}”`),
    );
  });

/**
 * How far the farthest shape of both pictures has gone, in px.
 * @param {readonly Shape[]} before
 * @param {readonly Shape[]} after
 */
export function farthestMove(before, after) {
  const places = new Map(before.map(({ id, box }) => [id, box]));
  const ways = after.flatMap(({ id, box }) => {
    const old = places.get(id);
    return old ? [Math.hypot(box.left - old.left, box.top - old.top)] : [];
  });
  return Math.max(0, ...ways);
}

/**
 * @param {FrameLocator} frame
 * @returns {Promise<string | null>} where the reader has moved and zoomed the picture to
 */
export const viewportOf = (frame) => frame.locator('svg.canvas > .ground').getAttribute('transform');

/**
 * Waits until nothing in the panel moves any more.
 * @param {FrameLocator} frame
 */
export const isStill = (frame) =>
  frame.locator('body').evaluate(async () => {
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
