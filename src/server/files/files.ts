/** What reading a file came to: its text, or why there is none, as a person reads it. */
export type FileText = { readonly text: string } | { readonly missing: string };

/** How the server reads what no editor has open. Files are named by URIs. */
export interface FileReader {
  read(uri: string): Promise<FileText>;
  /** The designs (`*.hacluster`) in folders; at most as many as are worth looking through. */
  find(folders: readonly string[]): Promise<readonly string[]>;
}

/** Bounds of a search for designs, with their reasons. */
export const searchLimits = {
  /** A workspace has a few designs and their parts; more files than this are something else. */
  files: 1000,
  /** Folders within folders; deeper trees are build output. */
  depth: 12,
} as const;

/** Ending of the files that are looked for. */
export const designEnding = '.hacluster';

/** Where nothing can be read: for a client that offers no files. */
export const noFiles: FileReader = {
  read: () => Promise.resolve({ missing: 'this editor gives no access to files of this kind.' }),
  find: () => Promise.resolve([]),
};
