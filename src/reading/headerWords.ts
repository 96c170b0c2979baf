/**
 * What the columns of each role are called, surest first: labels and API names of the usual systems in English. Other
 * tongues, short forms and synonyms are brought to these words by `headerTerms`.
 */

const WHO = {
  customerId:
    'customer id|customer number|customer account|customer account number|customer code|account id|account name id|associated company ids|company id|' +
    'account number|account reference|account code|bill to customer number|bill to customer account number|bill to account number|bill to id|partner id|' +
    'partner id id|customer ref value|customer lookup code|lead id|contact id|card code|party|entity id',
  taxNumber:
    'tax number|tax id|tax registration number|tax reg number|tax identification number|tax registration|tin|ein|abn|gstin|tax id number',
  domain:
    'domain|website|company domain name|company domain|associated company domain|email domain|customer email|email|email address|billing email|from email address',
  country:
    'billing country|country|bill to country|billing country code|country code|customer country|account country|billing address country|purchase order country',
  city: 'billing city|city|bill to city|customer city|billing address city|town|purchase order city',
  postcode:
    'billing postcode|postcode|postal code|zip|zip code|billing zip|billing postal code|billing zip postal code|bill to postal code|purchase order postal code',
  entity:
    'legal entity|our entity|entity|subsidiary|primary subsidiary|company code|selling entity|billing entity|our company|business unit|company',
  currency:
    'currency|currency code|currency iso code|amount currency|transaction currency|document currency|invoice currency|deal currency|entered currency|' +
    'payment currency|value currency|currency of value|currency id|transaction currency id|currency ref value|iso code|presentment currency|valuta',
  rate: 'exchange rate|fx rate|currency rate|conversion rate|ex rate|currency exchange rate',
  reportingAmount:
    'amount converted|amount in company currency|amount company currency signed|amount in home currency|amount in home|amount in loc currency|amount base|' +
    'base amount|amount home currency|home total amount|home amount|reporting amount|amount in reporting currency|total signed|actual revenue base|amount home|' +
    'converted amount|functional amount|accounted amount|total in company currency',
} as const;

const OWNER =
  'owner|deal owner|invoice owner|owner name|potential owner|user name|responsible|responsible user|lead owner|record owner|custom owner|owner names|owner full name|owner code|owner last name|rep|' +
  'created by owner|owner id|user id id|user id|customer owner|company owner';

const TAX = 'tax total|total tax|tax amount|tax|tax total amount|tax value';

const PURCHASE_ORDER =
  'purchase order number|purchase order|customer purchase order number|customer purchase order|custom purchase order number|purchase order check number|your order number|your purchase order|customer order number|customer order|number at card|num at card';

const ORDER =
  'sales order number|order number|sales order|order|sales order id|order id|created from|quote number|estimate number|quote id|project number';

const CONTRACT =
  'contract number|contract|contract id|contract reference|linked contract|revenue arrangement number|agreement|agreement number|subscription id|subscription|subscription number|revenue arrangement';

/** Flags by which a system marks what no longer counts. */
const DELETED =
  'is deleted|deleted|fivetran deleted|deleted flag|is void|is voided|voided|is cancelled|is canceled|cancelled|canceled';

/** Words for a deal's id that are unmistakable in any sheet. */
const DEAL_ID =
  'deal id|deal number|deal reference|crm id|crm reference|crm deal|salesforce id|salesforce deal|sf deal|sfdc id|hubspot deal id|deal record id|related deal|' +
  'linked deal';

const INVOICE_NUMBER =
  'invoice number|invoice|invoice id|invoice reference|bill number|applied invoice|invoices|invoice document number';

export const DEAL_WORDS = {
  ...WHO,
  id:
    DEAL_ID +
    '|record id|contract number|id|copper id|property record id|deal|number|contract id|external id|lead number|order number|order id|document number|sales order number|code',
  customer:
    'account name|customer name|potential customer|customer|associated company primary|associated company|account|company name|company|related account|' +
    'lead name|partner name|buyer|prospect|account id name|customer account name|end customer|contact name|contact',
  parent: 'parent account|parent|parent customer|parent company|ultimate parent|customer group',
  owner: OWNER,
  name: 'deal name|deal title|potential name|topic|project name|property deal|deal|deal description|name|title|subject|project|designation',
  amount:
    'total contract value|tcv|deal amount|deal value|booked amount|booking amount|contract value|contract amount|actual revenue|actual value|bookings|booking value|booked|' +
    'won amount|amount|amount net|net amount|deal size|order value|order amount|order total|value|total value|total amount|total price|net value|planned revenue|' +
    'total potential amount|total first year potential|property amount|acv|annual contract value|annual value|annual amount|amount total|total|signed value|expected revenue|expected value|signed amount|contract total|deal total|total contract amount|award value|revenue|price|estimated revenue|estimated value|estimated amount',
  tax: TAX,
  date:
    'actual close date|close date|closed date|closing date|won date|won time|booking date|booked date|order date|signed date|date signed|signed on|closed on|won on|booked on|' +
    'contract date|date deadline|property close date|date closed|deal date|award date|close|closed at|won at|signed|date|closed|effective date|expected close date|expected closing date|expected close|expected closing|estimated close date|estimated close',
  stage:
    'deal stage|stage name|sales stage|stage|status|deal status|status label|forecast type|status type|stage id|stage id id|state|property deal stage|' +
    'stage label|state code|outcome',
  won: 'is won|won',
  deleted: DELETED,
  type: 'deal type|type|order type|booking type|record type|contract type',
  reference: CONTRACT,
  reference2: PURCHASE_ORDER,
  reference3: ORDER,
  text: 'description|memo|notes|note|comment|comments|deal description',
  start:
    'contract start date|contract start|subscription start date|subscription start|service start date|service start|term start|start date|start|billing start date|conn start date',
  end: 'contract end date|effective contract end date|contract end|subscription end date|subscription end|service end date|service end|term end|end date|end|conn end date',
  term: 'term months|term in months|contract term months|contract term|subscription term|contract length|length months|months|term|subscription term months',
  billing:
    'billing frequency|billing cycle|billing period|invoicing frequency|billing|invoice frequency|billing schedule|payment frequency|value period|billing interval',
  discount: 'discount amount|discount|total discount',
  margin: 'partner margin|reseller margin|channel margin|marketplace fee|partner fee|reseller discount|partner commission',
  item: 'associated item|item name|item|item line|item family|item code|line name',
  quantity: 'quantity|line quantity|units',
  unitPrice: 'unit price|sales price|price per unit|net price',
  lineAmount: 'line total|line amount|total price|item amount|item total|line value|line price',
} as const;

const DOCUMENT = {
  ...WHO,
  customerId: WHO.customerId.replace('|account code|', '|'),
  customer:
    'customer name|customer|bill to customer name|bill to customer|bill to name|bill to|sell to customer name|account name|customer account name|invoice partner display name|' +
    'customer ref name|company name|name|card name|contact name|contact|source name|buyer|recipient|billed to|sold to party|trading name|customer company|sold to|sold to name|company last name|company|counterparty|party name|partner',
  parent: DEAL_WORDS.parent,
  owner: OWNER.replace('|user name|', '|'),
  net:
    'net amount|subtotal|net|net total|net value|net invoice amount|amount excluding tax|amount without tax|total excluding tax|taxable amount|' +
    'untaxed amount|untaxed amount signed|untaxed amount signed currency|subtotal amount|tax exclusive amount|total price excluding tax|total net amount|amount net of tax|net of tax|invoice net amount|excluding tax|goods value|goods amount|taxable value|net sales|sales amount|pre tax amount',
  tax: TAX,
  gross:
    'gross amount|gross|gross total|grand total|invoice total|amount including tax|total including tax|total price including tax|total amount including tax|' +
    'total in currency signed|total|total amount|document total|total document|total invoice amount|invoice gross amount|total invoice|gross value|total value|invoice total amount|tax inclusive amount|including tax|total invoiced|total payable|amount payable|invoice gross|net payable',
  amount:
    'invoice amount|invoiced amount|amount in document currency|amount foreign currency|foreign amount|original amount|document amount|amount foreign|' +
    'billed amount|amount|line amount|line total|item total|value|invoice value|invoiced|charge amount|amount items|revenue|amount in home|amount in currency|amount in transaction currency|billing amount',
  debit: 'debit|debit amount',
  credit: 'credit|credit amount',
  open:
    'open balance|open amount|amount remaining|remaining amount|balance due|amount due|invoice amount due|outstanding amount|outstanding|amount outstanding|outstanding balance|balance|open|remaining|' +
    'remaining balance|total due|foreign amount unpaid|amount remaining|amount unpaid|available balance|amount open|due amount|balance outstanding|outstanding balance due',
  due: 'due date|invoice due date|due on|payment due date|payment due|due|pay by',
  status:
    'invoice status|document status|status|state|payment status|credit note status|st|status in payment|sale status|transaction status',
  type: 'document type|transaction type|invoice type|transaction class|type|type name|kind|is return credit note|document class|source document type',
  appliesTo:
    'applies to|applied to|applies to invoice|applied to invoice|original invoice|original invoice number|credited invoice|return against|reference invoice number|' +
    'against invoice|corrected invoice|credit for invoice|invoice credited|credit note for invoice|reference invoice|related invoice',
  reference: DEAL_ID + '|deal|deal name',
  reference2: PURCHASE_ORDER + '|' + CONTRACT + '|customer reference|your reference|external document number|external reference',
  reference3:
    ORDER +
    '|assignment|reference|reference number|invoice reference|source document|origin|extra reference|second reference|other reference|reference 2|our reference|reference key|reference 3|payment reference',
  text:
    'description|memo|memo main|memo description|line description|invoice description|transaction description|item description|private note|text|document header text|details|notes|comments|comment|remarks|' +
    'message|posting text|entry description|subject|label|note|designation',
  serviceStart:
    'service start date|service start|minimum line item period start|service period start|service from|period start|period start date|rev rec start date|revenue start date|start date|' +
    'contract item start date|service period from|rev rec start',
  serviceEnd:
    'service end date|service end|maximum line item period end|service period end|service to|period end|period end date|rev rec end date|revenue end date|end date|' +
    'service period to|rev rec end',
  deleted: DELETED,
  final: 'final invoice|final|is final|last invoice',
  discount: 'discount amount|total discount amount|discount|total discount',
  item: 'item|item name|item code|item full name|inventory item code|item number|item items|item full|charge name',
  quantity: 'quantity|quantity items|billed quantity|hours|units',
  unitPrice:
    'unit price|unit amount|sales price|item price|rate|price|rate items|excluding tax price|unit price excluding|price per unit|unit cost',
  lineAmount:
    'line amount|line total|item total|line amount excluding|line subtotal|amount items|excluding tax total|line net amount|item amount|extended amount|line value',
  lineTax: 'line tax|line tax amount|item tax|item tax amount|tax 1 amount|tax amount',
  account:
    'account code|general ledger account|account|account name|general ledger account reference|general ledger code|general ledger account number|general ledger number|revenue account|ledger account|income account|gl account code',
} as const;

const INVOICE_DATE =
  'invoice date|date of invoice|invoice bill date|bill date|billing date|issue date|date issued|issued on|issued|invoiced on|document date|transaction date|' +
  'trandate|tax date|date|posting date|created time|created at|accounting date|date time|issue|billed on|billed date|raised on|entry date|created|finalized at';

const CREDIT_NUMBER = 'credit note number|credit note|credit note id|credit number';

const DOCUMENT_NUMBER =
  'document number|transaction number|number|bill number|trans number|display number|id|internal id|document id|transaction|transaction id';

export const INVOICE_WORDS = {
  invoices: { ...DOCUMENT, id: INVOICE_NUMBER + '|' + DOCUMENT_NUMBER + '|' + CREDIT_NUMBER, date: INVOICE_DATE },
  credits: {
    ...DOCUMENT,
    id: CREDIT_NUMBER + '|' + DOCUMENT_NUMBER,
    appliesTo: DOCUMENT.appliesTo + '|' + INVOICE_NUMBER,
    date: 'credit note date|credit date|date of credit|' + INVOICE_DATE,
    open: DOCUMENT.open + '|unapplied amount|unapplied|unapplied balance|remaining credit',
    amount: 'credit amount|credited amount|amount credited|credit note amount|' + DOCUMENT.amount,
  },
} as const;

export const SCHEDULE_WORDS = {
  ...WHO,
  id: 'schedule id|schedule number|line id|revenue line|entry id|entry number|schedule line id|id',
  customer: DOCUMENT.customer,
  parent: DEAL_WORDS.parent,
  owner: OWNER,
  month:
    'revenue month|recognition month|month|recognition period|posting period|accounting period|period|revenue month|schedule month|revenue period|fiscal month|' +
    'fiscal period|schedule period',
  date: 'recognition date|revenue date|recognised on|posting date|schedule date|period end|period end date|booked date|transaction date|journal date|date|accounting date',
  amount:
    'recognised revenue|revenue recognised|recognised amount|amount recognised|recognised|revenue amount|revenue|scheduled amount|scheduled revenue|amount|net amount|value|' +
    'recognised this month|recognised in month|revenue this month|amount recognized to date|recognition amount|revenue journals|revenue value|journal amount',
  debit: 'debit|debit amount',
  credit: 'credit|credit amount',
  reference: INVOICE_NUMBER + '|source document|document number',
  reference2: DEAL_ID + '|deal|deal name',
  reference3: CONTRACT + '|' + ORDER + '|' + PURCHASE_ORDER + '|reference|performance obligation',
  text: 'description|memo|notes|comment|text|line description',
  item: 'item|item name|item code',
  serviceMonth: 'service month|earned month|service period|delivery month',
  status: 'status|schedule status|state',
  deleted: DELETED,
  account: 'account|revenue account|general ledger account|account name|account code|ledger account',
  debitAccount: 'debit account|debit account name|debit general ledger account|account debit|debit',
  creditAccount: 'credit account|credit account name|credit general ledger account|account credit|credit',
} as const;

export const RECEIPT_WORDS = {
  ...WHO,
  /** No plain local amount: to a card's bank that is the shop's currency. */
  reportingAmount: WHO.reportingAmount.replace('|home amount|', '|'),
  /** No plain account number: that is the bank's own. */
  customerId:
    'customer id|customer number|customers id|customer account number|customer account|customer code|account id|company id|contact id|partner id|party|bill to customer number',
  id:
    'payment id|payment number|receipt number|receipt id|customer payment id|transaction id|balance transaction id|charge id|psp reference|payment|receipt|' +
    'transaction number|bank transaction id|number|document number|document|id|reference id|entry number',
  customer:
    'customer name|customer|payer|payer name|paid by|received from|party name|counterparty|counterparty name|partner name|customer vendor|' +
    'remitter|sender|payee|counterparty description|name description|merchant|company name|company|customers company name|remitter name|sender name|business partner|business partner name|name|name description|from|card name|contact name|contact|account name',
  owner: OWNER,
  amount:
    'amount received|received amount|payment amount|amount|receipt amount|cash received|value received|gross amount|amount paid|paid amount|amount signed|signed amount|gross|total amount|' +
    'transaction amount|net amount|net|value|cash|total|payment total|amount collected|collected amount|payment|revenue|amount in currency',
  credit:
    'money in|paid in|credit amount|credit|amount in|deposits|deposit amount|deposit|credits|received|in|receipts|credit note|payment in',
  debit:
    'money out|paid out|debit amount|debit|amount out|withdrawals|withdrawal amount|withdrawal|debits|out|payments|payment out',
  direction: 'direction|debit credit|credit debit|dr cr|cr dr|d c|c d|in out|s h|debit credit indicator|cdi|cdt dbt',
  date:
    'payment date|receipt date|date received|received on|received date|cash date|payment received|date paid|paid on|paid date|booking date|transaction date|' +
    'date completed|completed date|date|posting date|posting|posted date|charge date|remittance date|deposit date|settlement date|collection date|entry date|cleared date|created date|created|effective date|operation date|value date|completed on|charged on|available on|valuta|created at',
  reference:
    INVOICE_NUMBER +
    '|applied to|applied to invoice|invoices paid|paid invoice|invoice paid|against invoice|for invoice|applies to|applied to document|applied to document number|applied to transaction',
  reference2: DEAL_ID + '|' + ORDER + '|' + CONTRACT,
  reference3:
    'payment reference|bank reference|remittance reference|customer reference|customer reference end to end|end to end reference|reference number|reference|cheque reference number|check number|' +
    'cheque number|end to end id|purchase order number|external document number|transaction reference|merchant reference|payment reference number',
  text:
    'remittance text|remittance information|remittance|payment details|narrative|transaction description|description|memo|details|transaction|transaction details|notes|message|' +
    'text|memo description|memo line|note|private note|subject|statement descriptor|additional information|remarks|comments|posting text',
  type: 'payment type|transaction type|receipt type|type|kind|reporting category|category|subcategory|revenue type|document type|source|posting text|posting type|transaction category|transaction code|transaction',
  status: 'payment status|status|state|transaction status',
  deleted: DELETED,
  fee: 'fee|fees|bank charges|bank charge|bank fee|processing fee|transaction fee|stripe fee|fee amount|total fee|commission',
  /** The plain words last are as often the bank's own account, which `refine` takes away again. */
  payerAccount:
    'payer account|payer account number|payer iban|counterparty account|counterparty account number|counterparty iban|counter account|counter account iban|sender account|sender iban|remitter account|' +
    'partner account|partner iban|debtor account|debtor iban|from account|iban|account number|bank account number',
  withheld: 'withholding tax|withholding tax amount|withheld|tax withheld|wht|wht amount|tds|tds amount|withheld amount',
  lineAmount:
    'amount applied to invoice|amount applied|applied amount|invoice payment applied amount|invoice applied amount|allocated amount|amount allocated|payment applied amount|amount applied to document|applying amount|amount applied to transaction',
} as const;

export const LIST_WORDS = {
  customer: DEAL_WORDS.customer + '|display name|legal name|name',
  customerId: WHO.customerId + '|record id|id|number|internal id|code',
  otherId:
    'crm id|crm account id|crm customer id|salesforce id|salesforce account id|hubspot id|external id|erp id|erp customer id|erp number|ledger id|ledger account|billing id|finance id|' +
    'accounting id|netsuite id|quickbooks id|xero id|stripe customer id|other id|erp account number',
  parent: DEAL_WORDS.parent,
  taxNumber: WHO.taxNumber,
  domain: WHO.domain,
  country: WHO.country,
  city: WHO.city,
  postcode: WHO.postcode,
  owner: OWNER + '|contact owner',
} as const;

export const OWNER_WORDS = {
  owner: OWNER + '|full name|name|user|employee|employee name|display name',
  id: 'user id|owner id|id|employee id|employee number',
} as const;

export const RATE_WORDS = {
  fromCurrency: 'from currency|from|source currency|currency from|base currency|currency|currency code|foreign currency|base',
  toCurrency: 'to currency|to|target currency|currency to|quote currency|home currency|quote',
  date: 'rate date|effective date|valid from|effective from|date|month|period|as of|starting date',
  rate: 'exchange rate|rate|average rate|mid rate|closing rate|fx rate|conversion rate|currency rate|month end rate',
} as const;
