import { h, type VNode } from 'preact';
import type { Tree } from '../src/diagram/paint/tree';

/** The painter's tree as elements of the page. Keys keep the element of a shape for as long as the shape is there. */
export function draw({ tag, attributes, children, key }: Tree): VNode {
  const inside = children.map((child) => (typeof child === 'string' ? child : draw(child)));
  return h(tag, { ...attributes, ...(key === undefined ? {} : { key }) }, inside);
}
