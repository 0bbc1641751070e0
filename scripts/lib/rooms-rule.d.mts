import type { ESLint, Linter } from 'eslint';

export declare function importProblem(file: string, imported: string, typeOnly: boolean): string | undefined;
export declare const roomsPlugin: ESLint.Plugin;
export declare const pureRules: Linter.RulesRecord;
export declare const pureFiles: string[];
