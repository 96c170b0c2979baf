/** A workbook's result as plain data: what `report` plans and `excel` writes. Rows and columns count from zero. */

/** A formula is written as one (`=SUM(…)`, English, A1 or structured); a text is always text, whatever it begins with. */
export type PlannedCell = string | number | boolean | null | { readonly formula: string };

/** How a cell or column looks. Colours are "#RRGGBB". Members left out are Excel's default. */
export interface Look {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'Left' | 'Center' | 'Right';
  readonly valign?: 'Top' | 'Center';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borderTop?: string;
  readonly borderBottom?: string;
  readonly locked?: boolean;
}

/** Cells outside tables: titles, headline, bridges. Written at once. */
export interface BlockPlan {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlannedCell[])[];
}

export interface TableColumnPlan {
  readonly header: string;
  /** Text columns get "@" before anything is written. Formula columns never do. */
  readonly kind: 'text' | 'number' | 'date' | 'formula';
  readonly look: Look;
  /** Characters. */
  readonly width: number;
  /** Typed by reviewers: kept on a rerun. */
  readonly reviewer?: boolean;
}

export interface TablePlan {
  readonly name: string;
  /** Where the header stands. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly TableColumnPlan[];
  readonly rows: readonly (readonly PlannedCell[])[];
  readonly style: string;
}

export interface ConditionalPlan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly rule: { readonly type: 'beginsWith' | 'contains'; readonly text: string } | { readonly type: 'formula'; readonly formula: string };
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
}

export interface ListPlan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly choices: readonly string[];
  /** Warn only: what a person types outside the list is kept. */
  readonly message: string;
}

export interface LinkPlan {
  readonly row: number;
  readonly column: number;
  /** `'Sheet name'!A12`: a place in the workbook, never outside. */
  readonly target: string;
  readonly tip: string;
}

export interface ChartPlan {
  readonly name: string;
  readonly title: string;
  readonly altText: string;
  readonly type: 'ColumnStacked' | 'ColumnClustered' | 'BarClustered' | 'BarStacked';
  /** Cells of this sheet the chart covers. */
  readonly at: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  /** Category names and each series' values, as areas of this sheet. */
  readonly categories: { readonly row: number; readonly column: number; readonly rows: number };
  readonly series: readonly {
    readonly name: string;
    readonly column: number;
    /** "none" is invisible: the stand of a waterfall. */
    readonly color: string;
  }[];
  readonly numberFormat: string;
}

export interface SheetPlan {
  /** The exact name; another is used, and said, where a foreign sheet has it. */
  readonly name: string;
  readonly tabColor: string;
  readonly blocks: readonly BlockPlan[];
  readonly looks: readonly { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number; readonly look: Look }[];
  readonly tables: readonly TablePlan[];
  /** Characters, for columns outside tables. */
  readonly widths: readonly { readonly column: number; readonly width: number }[];
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly conditionals: readonly ConditionalPlan[];
  readonly lists: readonly ListPlan[];
  readonly links: readonly LinkPlan[];
  readonly charts: readonly ChartPlan[];
  readonly print: { readonly titleRows: number | null; readonly tall: number; readonly footer: string };
  readonly gridlines: boolean;
}

export interface ReportPlan {
  readonly sheets: readonly SheetPlan[];
  /** What the pane shows without reading the sheets back. */
  readonly digest: Digest;
}

/** The run in figures, for the pane and the command line. Amounts are minor units of `currency`. */
export interface Digest {
  readonly currency: string;
  readonly period: string;
  readonly asOf: string;
  readonly totals: readonly { readonly measure: string; readonly amount: number | null }[];
  readonly gaps: readonly { readonly gap: string; readonly title: string; readonly headline: string; readonly variance: number | null; readonly expected: number; readonly toSettle: number; readonly unexplained: number;
    readonly byClass: readonly { readonly reasonClass: string; readonly net: number; readonly gross: number; readonly count: number }[] }[];
  readonly exceptions: readonly { readonly priority: string; readonly count: number; readonly amount: number }[];
  readonly lines: number;
  readonly items: number;
  readonly leftOut: number;
  readonly identitiesHold: boolean;
  readonly tieOut: readonly { readonly source: string; readonly role: string; readonly currency: string; readonly cause: string; readonly rows: number; readonly amount: number; readonly measure: number | null; readonly ties: boolean }[];
  /** Sentences a person should read first: a measure not provided, a setting not allowed, a name taken. */
  readonly messages: readonly string[];
}
