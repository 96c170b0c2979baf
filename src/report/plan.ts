/** A workbook's result as plain data: what `report` plans and `excel` writes. Rows and columns count from zero. */

import type { Evidence } from '../domain/link';
import type { Digest } from '../settings/digest';
import type { LastRun } from '../settings/lastRun';
import type { MatchState } from './matchRows';

/**
 * A formula is written as one (`=SUM(…)`, English, A1 or structured); a text is always text, whatever it begins with;
 * null is an empty cell.
 */
export type PlannedCell = string | number | boolean | null | { readonly formula: string };

/** How a cell or column looks. Colours are "#RRGGBB". Members left out are Excel's default. */
export interface Look {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'General' | 'Left' | 'Center' | 'Right';
  readonly valign?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borderTop?: string;
  readonly borderBottom?: string;
}

/** Cells outside tables: titles, headline, bridges. Written at once. */
export interface BlockPlan {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlannedCell[])[];
}

/** What a conditional format lays over the cells whose text (or whose own formula) says so. */
export interface MarkPlan {
  readonly rule:
    { readonly type: 'beginsWith' | 'contains'; readonly text: string } | { readonly type: 'formula'; readonly formula: string };
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly numberFormat?: string;
}

export interface TableColumnPlan {
  readonly header: string;
  /** What the column is called under another setting: found so, it gets this header. */
  readonly otherHeader?: string;
  /** Text columns get "@" before anything is written. Formula columns never do. */
  readonly kind: 'text' | 'number' | 'date' | 'formula';
  /** Fills a formula column; its cells in `rows` are null. Looks only at its own row, or at whole columns. */
  readonly formula?: string;
  readonly look: Look;
  /** Characters. */
  readonly width: number;
  /** Typed by reviewers: kept on a rerun. */
  readonly reviewer?: boolean;
  readonly marks?: readonly MarkPlan[];
  /** A list to choose from. It warns only: what a person types outside the list is kept. */
  readonly list?: { readonly choices: readonly string[]; readonly message: string };
}

/** A cell of a table that leads to a place in the workbook, never outside. `row` and `column` count within the table's body. */
export interface LinkPlan {
  readonly row: number;
  readonly column: number;
  /** `'Sheet name'!A12` */
  readonly target: string;
  readonly tip: string;
}

export interface TablePlan {
  readonly name: string;
  /** Where the header stands. */
  readonly row: number;
  readonly column: number;
  readonly columns: readonly TableColumnPlan[];
  /** None: the table is written with one empty row, since Excel has no table without one. */
  readonly rows: readonly (readonly PlannedCell[])[];
  readonly style: string;
  /** Headers that tell one row from another: what a person typed in added columns follows them on a rerun. */
  readonly key: readonly string[];
  readonly links: readonly LinkPlan[];
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

/** A cell that a person fills in, kept on a rerun under its label. */
export interface TypedCellPlan {
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

export interface SheetPlan {
  /** The exact name; another is used, and said, where a foreign sheet has it. */
  readonly name: string;
  readonly tabColor: string;
  readonly blocks: readonly BlockPlan[];
  readonly looks: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly look: Look;
  }[];
  readonly tables: readonly TablePlan[];
  /** Characters, for columns outside tables. */
  readonly widths: readonly { readonly column: number; readonly width: number }[];
  readonly rowHeights: readonly { readonly row: number; readonly points: number }[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Conditional formats outside tables. */
  readonly marks: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly mark: MarkPlan;
  }[];
  readonly charts: readonly ChartPlan[];
  readonly typed: readonly TypedCellPlan[];
  readonly print: {
    readonly orientation: 'Portrait' | 'Landscape';
    readonly titleRows: { readonly first: number; readonly last: number } | null;
    /** Pages high; 0 for as many as it takes. The width is one page, unless `pages` says otherwise. */
    readonly tall: number;
    /** Columns from A on that are printed; null for all. */
    readonly columns: number | null;
    /** Several pages wide: the columns that begin the second and further ones, and how many from A on are repeated on each. */
    readonly pages?: { readonly breaks: readonly number[]; readonly titleColumns: number };
    readonly footer: string;
  };
  readonly gridlines: boolean;
}

export interface ReportPlan {
  readonly sheets: readonly SheetPlan[];
  /** What the pane shows without reading the sheets back. */
  readonly digest: Digest;
  readonly review: ReviewPlan;
  /** What the workbook remembers for the next run. */
  readonly run: LastRun;
}

/** The matches of `Matches` that a person may look at in the pane, each list cut to what a person can look through. */
export interface ReviewPlan {
  /** Rows of `Matches` by state, all of them. */
  readonly counts: Readonly<Partial<Record<MatchState, number>>>;
  /** Of each state the first so many: suggested ones the surest first, matched ones the least sure. */
  readonly matches: readonly ReviewMatch[];
  /** The first so many of the records that several candidates fit; `counts` counts the candidates. */
  readonly choices: readonly ReviewChoice[];
  /** All such records. */
  readonly choiceCount: number;
  /** All suggested matches by kind and pass. */
  readonly alike: readonly AlikeMatches[];
}

export interface ReviewMatch {
  /** The match key: what names its row of `Matches`. */
  readonly key: string;
  readonly state: MatchState;
  /** As the column shows it. */
  readonly kind: string;
  readonly isCustomer: boolean;
  readonly customer: string;
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly pass: string;
  /** 0…1; null where nothing was compared. */
  readonly probability: number | null;
  readonly evidence: readonly Evidence[];
  /** log2 odds before the evidence; null where they are not told. */
  readonly prior: number | null;
  /** The next candidate and why it lost; of an unmatched record what spoke against this one. */
  readonly runnerUp: string;
  /** What a person typed on the row before this run. */
  readonly isDecided: boolean;
}

export interface ReviewSide {
  /** The record's own id or source cell; a customer's name. */
  readonly name: string;
  /** How it is called in the trade: deal, invoice, credit note, receipt … */
  readonly what: string;
  /** The counterparty as written; of a customer its id. */
  readonly party: string;
  /** ISO day; "" where it has none. */
  readonly day: string;
  /** Of a document its own, of a customer the sum of its documents in each currency. */
  readonly amounts: readonly ReviewAmount[];
  /** Documents of a customer. */
  readonly documents: number;
  /** Its name, references and text, as far as they fit. */
  readonly text: string;
  readonly source: { readonly sheet: string; readonly address: string } | null;
}

/** Minor units of the currency. */
export interface ReviewAmount {
  readonly minor: number;
  readonly currency: string;
}

/** A record that several candidates fit equally well, or whose search was stopped. */
export interface ReviewChoice {
  readonly anchor: string;
  readonly state: 'ambiguous' | 'stopped';
  readonly kind: string;
  readonly pass: string;
  /** What ties, or how far the search went; "" where nothing more is to say. */
  readonly why: string;
  readonly side: ReviewSide;
  readonly candidates: readonly {
    /** Match keys of its members: confirming all of them takes the candidate. */
    readonly keys: readonly string[];
    readonly sides: readonly ReviewSide[];
  }[];
}

/** Suggested matches of one kind and pass, the surest first. */
export interface AlikeMatches {
  readonly kind: string;
  readonly pass: string;
  readonly members: readonly {
    readonly key: string;
    readonly probability: number;
    readonly amount: ReviewAmount | null;
  }[];
}

export type { Digest };
