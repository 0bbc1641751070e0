import type { VNode } from 'preact';

const paths = {
  find: 'M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5L14 14',
  zoomOut: 'M3 8h10',
  zoomIn: 'M8 3v10M3 8h10',
  fit: 'M2 6V2.5h3.5M10.5 2.5H14V6M14 10v3.5h-3.5M5.5 13.5H2V10',
  export: 'M8 10V2M5 4.5l3-2.7 3 2.7M2.5 9.5v4h11v-4',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.6h.01',
  error: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  present: 'M14.2 8A6.2 6.2 0 1 1 1.8 8a6.2 6.2 0 0 1 12.4 0zM5.2 8.2l2 2 3.6-4.2',
  group:
    'M5.5 5.5h5v5h-5zM2 4V3a1 1 0 0 1 1-1h1M6.5 2h3M12 2h1a1 1 0 0 1 1 1v1M14 6.5v3M14 12v1a1 1 0 0 1-1 1h-1M9.5 14h-3M4 14H3a1 1 0 0 1-1-1v-1M2 9.5v-3',
  stepBack: 'M13.5 8.5a5.5 5.5 0 0 0-10-3M3 2v3.8h3.8M7 13a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  step: 'M2.5 8.5a5.5 5.5 0 0 1 10-3M13 2v3.8H9.2M7 13a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
} as const;

export type IconName = keyof typeof paths;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** An icon of the tool bar; the words beside it or the name of its button say what it means. */
export function Icon({ name, size = 16 }: IconProps): VNode {
  return (
    <svg class={`icon ${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
