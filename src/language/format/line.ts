/** A one-line block as a row of a table: neighbours with the same keyword are written in columns. */
export interface Row {
  /** Blocks with the same family may stand in one table. */
  readonly family: string;
  /** Keyword and label. */
  readonly head: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

/** A line of the layout, before columns are lined up. */
export interface Line {
  /** Columns before the text. */
  readonly indent: number;
  readonly blankBefore: boolean;
  /** May hold line breaks where a block comment does. */
  readonly text: string;
  /** Where in the text the ` =` of an attribute begins that starts the line. */
  readonly equalsAt: number | undefined;
  readonly row: Row | undefined;
  /** A comment at the end of the line. */
  readonly comment: string | undefined;
  /** Whether the line goes on with the item of the line above. */
  readonly continues: boolean;
}
