import type { Severity } from '../../language/finding';
import { analysisCodes } from '../analysis-codes';
import { leavesUnclear } from '../codes';
import { languageCodes } from '../language-codes';
import { rules } from '../rules';
import type { RulePage } from './page';

/** What is known of a code apart from its page. */
interface Coded {
  readonly code: string;
  readonly severity: Severity;
  readonly source: string;
}

const generatedNote = '<!-- Made by `npm run generate` from the rules; edit those instead. -->';

/** Every code that a check may report, in the order of the reference. */
export const knownCodes: readonly Coded[] = [...languageCodes, ...rules, ...analysisCodes].sort((one, other) =>
  one.code < other.code ? -1 : Number(one.code > other.code),
);

/** The file of a page below `docs/rules`. */
export function pageFile(code: string): string {
  return `${code}.md`;
}

/** A page of the reference in Markdown. */
export function pageMarkdown(page: RulePage): string {
  const { severity, source } = knownCodes.find(({ code }) => code === page.code) ?? { severity: '', source: '' };
  return `${generatedNote}

# ${page.code}

${page.title}.

**Severity:** ${severity} · **Source:** ${source}

## Why

${page.why}

## Found in

\`\`\`hacluster
${page.failing.trimEnd()}
\`\`\`

## Mended

\`\`\`hacluster
${page.mended.trimEnd()}
\`\`\`

${howToHide(page.code)}
`;
}

function howToHide(code: string): string {
  if (leavesUnclear(code)) {
    return 'It can be neither hidden nor lowered: it leaves unclear what the design means.';
  }
  return `To hide a finding at one place, put \`# hacluster-disable-next-line ${code}\` above it; to change its severity in a whole design, name it in \`rules\` of the \`cluster\`.`;
}

/** The list of all pages, by area. */
export function indexMarkdown(pages: readonly RulePage[]): string {
  const areas = [...new Set(knownCodes.map(({ code }) => code.slice(0, code.indexOf('/'))))];
  const rowOf = ({ code, severity }: Coded): string => {
    const title = pages.find((page) => page.code === code)?.title ?? '';
    return `| [${code}](${pageFile(code)}) | ${severity} | ${title} |`;
  };
  const sections = areas.map(
    (area) =>
      `## ${area}\n\n| code | severity | finds |\n|---|---|---|\n${knownCodes
        .filter(({ code }) => code.startsWith(`${area}/`))
        .map(rowOf)
        .join('\n')}\n`,
  );
  return `${generatedNote}\n\n# The rules\n\n${sections.join('\n')}`;
}

/** The files of the reference, with paths relative to the project. */
export function rulePages(pages: readonly RulePage[]): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'docs/rules/README.md', text: indexMarkdown(pages) },
    ...pages.map((page) => ({ path: `docs/rules/${pageFile(page.code)}`, text: pageMarkdown(page) })),
  ];
}
