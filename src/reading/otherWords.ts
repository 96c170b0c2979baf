/** Words beside those that name a field: what they make of a label. */

/** Words that make another thing of a label that contains a known one: "Created date" is no close date. */
export const FOREIGN = new Set(
  (
    'created create modified modify activity last next expected estimated probability first phone address street city zip postcode postal country fax count ' +
    'quantity list previous old forecast weighted percent rate days age aging budget target planned ytd cumulative deferred converted base home paid ' +
    'approval reminder delivery shipping ship updated update synced sync deleted delete lead source campaign birth terms term tax discount fee running closing ' +
    'opening memo region item full receivable deposit accounting bank general ledger parent associated sort is has card sent email print credited ' +
    'refunded refund applied unapplied allocated balance category contact reason write off writeoff withheld charge retry template frequency late cost ' +
    'shipped dunning attachment tracking branding method journal clearing system modstamp viewed referenced stamp creditor company foreign status stage service account start end begin original iban bic mandate user iso commission unused ' +
    'adjustment rounding exempt message transfer tags label started received debit credit file path lost goal score level limit'
  ).split(' '),
);

/** Words that add nothing: the make of the system, or the subject of the sheet itself. */
export const NEUTRAL = new Set(
  'custom c property crm erp netsuite conn sf sfdc salesforce hubspot xero sage stripe value values display our main the primary current utc gmt actual co and per euro euros eur usd gbp dollars pounds'.split(
    ' ',
  ),
);
