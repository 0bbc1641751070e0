/**
 * Widths of characters in hundredths of the font size: the wider of Segoe UI and Open Sans for each, so that text cut by this
 * table fits in both. A layout never measures text, as fonts differ from machine to machine.
 */
const widthClasses: readonly (readonly [width: number, characters: string])[] = [
  [26, " !'ijl.,:;|I·"],
  [33, '()[]{}-J"/\\'],
  [36, 'ft`'],
  [42, 'r*°'],
  [48, 'csz?'],
  [52, 'kvxy^_LF'],
  [56, 'ETZY+=<>~S'],
  [58, '0123456789aeg#$X'],
  [62, 'bdhnopquABKPRVC'],
  [75, 'DGHNOQU&'],
  [80, 'w…'],
  [94, 'mMW@%'],
];

const widths: ReadonlyMap<string, number> = new Map(
  widthClasses.flatMap(([width, characters]) =>
    Array.from(characters).map((character): [string, number] => [character, width]),
  ),
);

/** Any letter outside the table: Latin with accents is narrower, East Asian as wide as the font is high. */
const otherWidth = 70;
const wideWidth = 100;
const firstWide = 0x1100;
/** How much wider than the table the fonts of other systems run: DejaVu Sans, where neither of the two is installed. */
const otherFonts = 1.12;
/** How much wider semibold runs. */
const boldFactor = 1.05;

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
}

/** How wide a text is at most, in px. */
export function widthOf(text: string, { size, bold = false }: TextStyle): number {
  let sum = 0;
  for (const character of text) {
    sum += widths.get(character) ?? ((character.codePointAt(0) ?? 0) >= firstWide ? wideWidth : otherWidth);
  }
  return (sum / 100) * size * otherFonts * (bold ? boldFactor : 1);
}

const ellipsis = '…';

/** The longest of `candidates` (shortest first) that fits, or undefined. */
function longestFitting(
  candidates: (length: number) => string,
  most: number,
  fits: (text: string) => boolean,
): string | undefined {
  let low = 0;
  let high = most;
  let best: string | undefined;
  while (low <= high) {
    const length = (low + high) >> 1;
    const candidate = candidates(length);
    if (fits(candidate)) {
      best = candidate;
      low = length + 1;
    } else {
      high = length - 1;
    }
  }
  return best;
}

/**
 * The text in `width` px: whole where it fits, else cut in the middle. A path keeps its drive and as much of its end as there
 * is room for, the file name before all.
 */
export function fit(text: string, width: number, style: TextStyle): string {
  const fits = (candidate: string): boolean => widthOf(candidate, style) <= width;
  if (fits(text)) return text;
  const characters = Array.from(text);
  const count = characters.length;
  const slash = characters.lastIndexOf('\\');
  if (slash > 0) {
    const drive = text.startsWith('\\\\') ? '\\\\' : characters.slice(0, characters.indexOf('\\') + 1).join('');
    const path = longestFitting((length) => drive + ellipsis + characters.slice(count - length).join(''), count, fits);
    if (path !== undefined && path.length - drive.length > count - slash) return path;
  }
  const middle = longestFitting(
    (length) => {
      const start = Math.ceil(length / 2);
      return characters.slice(0, start).join('') + ellipsis + characters.slice(count - (length - start)).join('');
    },
    count - 1,
    fits,
  );
  return middle ?? ellipsis;
}
