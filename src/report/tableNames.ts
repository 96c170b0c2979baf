/** Names of the tables, apart from the sheets that hold them: whoever reads a table need not know how it is planned. */

export const RECONCILIATION = 'tblReconciliation';
export const VARIANCES = 'tblVariances';
export const EXCEPTIONS = 'tblExceptions';
export const MATCHES = 'tblMatches';
export const LEFT_OUT = 'tblLeftOut';
export const DEFINITIONS = 'tblDefinitions';
export const ALIASES = 'tblAliases';
export const DECISION_LOG = 'tblDecisionLog';

/** Rows that a sheet holds: up to Excel's last, less what stands above a header at most. */
export const MAX_TABLE_ROWS = 1_048_576 - 16;
