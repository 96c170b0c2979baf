/** What the columns are called that only some exports have, surest first. A header must say just this: no part of it counts. */

const LINE_KIND =
  'line type|line item type|item type|charge type|product type|line kind|product kind|revenue type|product category|item category|positionsart|leistungsart|type de ligne|type d article|tipo de linea|regeltype';

const CHANNEL =
  'channel|sales channel|marketplace|marketplace name|reseller|reseller name|distributor|channel partner|partner channel|sold through|sold via|route to market|billing channel|vertriebskanal|vertriebsweg|marktplatz|canal|canal de vente|canal de venta|verkoopkanaal|canale';

const HOLD =
  'revenue hold|revenue on hold|recognition hold|rev rec hold|on hold|hold|hold flag|hold reason|hold revenue|revenue hold reason|acceptance pending';

const DEDUCTION = 'deduction amount|deduction|deducted amount|short paid amount|short pay amount|kurzung|abzug|retenue|deduccion';

const DEDUCTION_REASON =
  'deduction reason|deduction code|deduction reason code|short pay reason|short pay reason code|abzugsgrund|kurzungsgrund|motif de retenue';

export const DEAL_FACT_WORDS = {
  lineType: LINE_KIND,
  signed:
    'contract signed date|contract signature date|signature date|date signed|signed date|signed on|contract signed on|contract signed|signed at|date of signature|execution date|contract execution date|countersigned on|unterschrieben am|unterzeichnet am|datum der unterschrift|unterschriftsdatum|date de signature|fecha de firma|datum ondertekening|data de assinatura|data firma',
  modified:
    'last modified date|last modified|last modified on|modified date|modified on|modified time|last modified time|last updated|updated at|updated on|last update|write date|update time|last edited|zuletzt geandert|geandert am|modifie le|date de modification|fecha de modificacion|gewijzigd op',
  amended:
    'amendment date|contract amendment date|amended on|contract amended on|amendment effective date|change order date|anderungsdatum des vertrags|date d avenant',
  cancelled:
    'cancellation date|cancelled on|canceled on|cancelled at|canceled at|cancel date|cancelled date|canceled date|churn date|churned on|churned at|termination date|terminated on|contract termination date|contract cancellation date|gekundigt am|kundigung zum|kundigungsdatum|date de resiliation|fecha de cancelacion|opgezegd per',
  priorAmount:
    'prior amount|previous amount|prior contract value|previous contract value|prior annual amount|previous annual amount|prior annual value|prior acv|previous acv|prior arr|previous arr|existing acv|existing arr|renewed amount|prior term amount|prior value|prior year amount|vorjahreswert|bisheriger wert|montant precedent|importe anterior',
  discountEnds:
    'discount end date|discount ends|discount ends on|discount end|discount until|promotion end date|introductory price until|rabatt bis',
  uplift:
    'annual uplift|uplift|uplift percent|price uplift|price increase|price increase percent|annual increase|escalator|step up percent|preiserhohung',
  channel: CHANNEL,
  hold: HOLD,
  ownerAtClose:
    'owner at close|owner at closing|closing owner|owner when won|owner at win|original owner|previous owner|prior owner|booked by owner|eigentumer bei abschluss|proprietaire a la signature',
  splitShare:
    'split percent|split percentage|split|owner split|owner split percent|split share|owner share|credit split|split credit|credit percent|credit share|opportunity split percent|deal split|deal split percent|anteil|provisionsanteil',
} as const;

export const INVOICE_FACT_WORDS = {
  lineType: LINE_KIND,
  channel: CHANNEL,
  hold: HOLD,
  /** A processor's "Disputed amount" is another thing: it is taken back by a line of its own. */
  deduction: DEDUCTION + '|disputed amount|dispute amount|amount in dispute',
  deductionReason: DEDUCTION_REASON + '|dispute reason|dispute code|dispute reason code',
  otherDate:
    'posting date|general ledger posting date|gl posting date|general ledger date|gl date|accounting date|date posted|posted on|posted date|booking date|buchungsdatum|date comptable|data contabile|fecha contable|boekdatum|data de lancamento',
} as const;

export const RECEIPT_FACT_WORDS = {
  deduction: DEDUCTION,
  deductionReason: DEDUCTION_REASON,
  channel: CHANNEL,
  otherDate:
    'value date|payment date|receipt date|date received|received on|date sent|sent on|initiated on|initiated date|bank date|cleared date|clearing date|settlement date|available on|completed on|posting date|booking date|transaction date|valuta|valutadatum|wertstellung|buchungstag|buchungsdatum|date de valeur|fecha valor|rentedatum|data valuta',
  /** Taxes withheld beside the one on income: on the tax of the invoice, and by towns and provinces. */
  withheld2:
    'vat withheld|vat withholding|withholding vat amount|vat wht|gst tds|tds on gst|gst tds amount|vat retenido|vat retido|rete vat|reteiva|withholding tax 2|wht 2',
  withheld3:
    'local tax withheld|municipal tax withheld|city tax withheld|state tax withheld|income tax withheld|withholding tax ica|rete ica|reteica|withholding tax iss|iss retido|withholding tax 3|wht 3',
} as const;

export const OWNER_FACT_WORDS = {
  active:
    'active|is active|active user|user active|user is active|enabled|is enabled|status|user status|account status|employment status|aktiv|actif|activo|actief|attivo|ativo',
  domain: 'email|e mail|email address|user email|work email|owner email|login|username|user name',
} as const;
