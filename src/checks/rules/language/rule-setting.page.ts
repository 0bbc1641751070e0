import type { RulePage } from '../../pages/page';

export const ruleSettingPage: RulePage = {
  code: 'language/rule-setting',
  title: 'A list in `rules` names a code that has no effect there',
  why: `The lists in \`rules\` of the \`cluster\` set the severities of findings for the whole design. A code that no rule has changes nothing, and what it was meant to turn off is still reported. Of a code that stands twice, the first mention counts.

Errors of the language itself (\`language/syntax\`, \`language/unresolved-reference\` and the like) can be neither turned off nor lowered. They leave it unclear what the design means: whatever is said of it besides could not be relied on, and it is not simulated. Hints and warnings of the language can be set like any others.`,
  failing: `cluster Lab {
  version = "2022"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
  rules { off = ["language/unusd"] }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
  mended: `cluster Lab {
  version = "2022"
  quorum { model = node_and_file_share_majority  witness = "\\\\DC-01\\Witness" }
  rules { off = ["language/unused"] }
}
node HostA { memory = 32GB }
node HostB { memory = 32GB }
`,
};
