/** Header words by role and field: the usual systems' labels and API names in English, then German, French, Spanish, Dutch. */

const WHO = {
  customerId:
    'account id|customer id|customer number|customer no|associated company ids primary|associated company ids|company id|client id|account name id|' +
    'account number|account no|account reference|customer account|customer account number|bill to customer account number|bill to id|partner id id|' +
    'partner id|customer ref value|customer code|debtor no|lead id|contact id|party|kundennummer|kunden nr|kundennr|kunden id|debitor|debitorennummer|debitor nr|' +
    'numero client|no client|code client|id client|compte client|numero de cliente|id cliente|codigo cliente|codigo de cliente|klantnummer|klant id|' +
    'klantcode|debiteurnummer|relatienummer',
  taxNumber:
    'vat number|vat no|vat id|vat reg no|vat registration number|tax id|tax number|tax no|tax registration number|tin|ein|abn|gstin|ust id|ust id nr|' +
    'ust idnr|umsatzsteuer id|steuernummer|numero tva|no tva|tva intracommunautaire|siren|siret|nif|cif|btw nummer|kvk nummer|kvk',
  domain:
    'domain|website|web site|company domain name|associated company domain|email domain|customer email|email|e mail|email address|billing email|url|' +
    'webseite|internetseite|site web|courriel|correo|sitio web|web|emailadres',
  entity:
    'entity|legal entity|our entity|subsidiary|primary subsidiary|company code|selling entity|billing entity|our company|gesellschaft|buchungskreis|mandant|' +
    'entite|entite juridique|societe emettrice|entidad|entidad legal|sociedad|entiteit|administratie|company',
  currency:
    'currency|currency code|currency iso code|amount currency|transaction currency|document currency|invoice currency|deal currency|entered currency|' +
    'value currency|currency id|currency ref value|iso code|curr|ccy|wahrung|waehrung|wahrungscode|belegwahrung|whg|devise|monnaie|code devise|moneda|' +
    'divisa|valuta|munt|muntsoort',
  rate: 'exchange rate|fx rate|currency rate|conversion rate|ex rate|wechselkurs|umrechnungskurs|taux de change|tipo de cambio|wisselkoers|koers',
  reportingAmount:
    'amount converted|amount in company currency|amount in local currency|amount in loc curr|amount base|base amount|amount home currency|home total amount|' +
    'home amount|reporting amount|amount in reporting currency|total signed|actual revenue base|amount lcy|converted amount|betrag in hauswahrung|' +
    'betrag hauswahrung|montant en devise locale|importe en moneda local',
} as const;

const OWNER =
  'opportunity owner|deal owner|account owner|owner|owner name|sales rep|sales representative|salesperson|sales person|sales person names|salesperson name|' +
  'account manager|account executive|rep|owned by|user name|potential owner|invoice owner|assigned to|responsible|custom sales rep|sales agent|' +
  'verantwortlicher|verkaufer|vertriebsmitarbeiter|vertriebler|inhaber|besitzer|betreuer|kundenbetreuer|proprietaire|commercial|responsable|charge d affaires|' +
  'propietario|vendedor|comercial|gestor|eigenaar|verkoper|accountmanager|owner id|user id id';

const TAX =
  'tax amount|tax|vat|vat amount|sales tax|total tax|tax total|tax total amount|gst|gst amount|mwst|mwst betrag|ust|umsatzsteuer|umsatzsteuerbetrag|steuer|' +
  'steuerbetrag|tva|montant tva|iva|importe iva|cuota iva|btw|btw bedrag';

const PURCHASE_ORDER =
  'po number|po no|po|purchase order|purchase order number|purchase order no|customer po|customer po number|customer purchase order|p o no|p o number|' +
  'custom p o number|po check number|bestellnummer|bestell nr|kundenbestellung|ihre bestellung|bon de commande|numero de commande|no commande|' +
  'orden de compra|numero de pedido|pedido|inkoopordernummer|inkooporder|bestelnummer';

const ORDER =
  'order number|order no|order id|order|sales order|sales order number|sales order no|sales order id|so no|so number|s o no|created from|auftragsnummer|' +
  'auftrag nr|auftragsnr|commande|numero commande|pedido de venta|ordernummer|verkooporder';

const CONTRACT =
  'contract number|contract no|contract id|contract|contract ref|linked contract|agreement|agreement number|subscription id|subscription|vertragsnummer|' +
  'vertrag nr|vertragsnr|vertrag|contrat|numero de contrat|no contrat|contrato|numero de contrato|contractnummer';

const DEAL_ID =
  'deal id|opportunity id|deal no|deal number|opportunity number|opportunity no|oppty id|opp id|deal ref|deal reference|crm id|crm reference|crm deal|' +
  'crm opportunity|salesforce id|salesforce opportunity|sf opportunity|sfdc id|hubspot deal id|deal record id|related deal|related opportunity|deal|' +
  'opportunity|geschaftsnummer|verkaufschance id|verkaufschance|deal nr|id opportunite|numero opportunite|opportunite|id affaire|affaire|id oportunidad|' +
  'oportunidad|id negocio|negocio|kans id|dealnummer|verkoopkans';

const INVOICE_NUMBER =
  'invoice number|invoice no|invoice id|invoice ref|invoice reference|invoice|inv no|inv number|bill number|applied invoice|rechnungsnummer|rechnung nr|' +
  'rechnungsnr|rechnung|re nr|numero de facture|numero facture|no facture|no de facture|n facture|facture|numero de factura|numero factura|n factura|' +
  'no factura|factura|factuurnummer|factuur nr|factuurnr|factuur';

export const DEAL_WORDS = {
  ...WHO,
  id: DEAL_ID.replace('|deal|opportunity|', '|record id|id|copper id|property record id|deal|opportunity|'),
  customer:
    'account name|account|customer name|customer|associated company primary|associated company|company name|company|potential customer|client|client name|' +
    'organisation|organization|organisation name|organization name|lead name|partner name|buyer|kunde|kundenname|firma|firmenname|account bezeichnung|' +
    'nom du client|nom client|compte|nom du compte|societe|entreprise|cliente|nombre del cliente|nombre cliente|cuenta|nombre de cuenta|empresa|klant|' +
    'klantnaam|relatie|bedrijf|bedrijfsnaam',
  parent:
    'parent account|parent|parent customer|parent company|ultimate parent|customer group|konzern|muttergesellschaft|societe mere|groupe|empresa matriz|matriz|' +
    'moederbedrijf|moedermaatschappij',
  owner: OWNER,
  name:
    'opportunity name|deal name|deal title|potential name|topic|project name|property dealname|deal|opportunity|name|title|subject|project|bezeichnung|' +
    'verkaufschance|projekt|nom de l opportunite|nom de l affaire|opportunite|affaire|nombre de la oportunidad|nombre del negocio|oportunidad|naam|kans|' +
    'dealnaam',
  amount:
    'amount|deal amount|deal value|opportunity amount|total contract value|tcv|contract value|contract amount|actual revenue|booked amount|booking amount|' +
    'bookings|booking value|booked|won amount|deal size|order value|order amount|value|total value|total price|planned revenue|amount net|net amount|' +
    'total first year potential|property amount|betrag|auftragswert|auftragssumme|auftragsvolumen|vertragswert|volumen|wert|montant|valeur|' +
    'montant du contrat|importe|valor|valor del contrato|monto|bedrag|waarde|contractwaarde|orderwaarde|dealwaarde',
  tax: TAX,
  date:
    'close date|closed date|closing date|actual close date|won date|date won|booking date|booked date|date booked|order date|signed date|signature date|' +
    'date signed|date closed|closed on|won on|date deadline|property closedate|contract date|date|abschlussdatum|geschlossen am|auftragsdatum|vertragsdatum|' +
    'gewonnen am|datum|date de cloture|date de signature|date de fermeture|date commande|fecha de cierre|fecha cierre|fecha de firma|fecha|sluitingsdatum|' +
    'afsluitdatum|orderdatum|datum gewonnen',
  stage:
    'stage|deal stage|stage name|sales stage|opportunity stage|forecast type|status|deal status|status label|stage id id|status type|property dealstage|' +
    'phase|verkaufsphase|vertriebsphase|stufe|etape|statut|etapa|fase de venta|fase|estado|verkoopfase',
  won: 'is won|won|gewonnen|gagne|ganado|ganada',
  type: 'deal type|opportunity type|type|order type|booking type|record type|auftragsart|art|type d affaire|tipo|soort',
  reference: CONTRACT,
  reference2: PURCHASE_ORDER,
  reference3: ORDER + '|quote number|quote id|quote no',
  text: 'description|memo|notes|note|comment|comments|beschreibung|bemerkung|notizen|commentaire|descripcion|comentarios|omschrijving|opmerking',
  start:
    'contract start date|contract start|subscription start date|subscription start|service start date|service start|term start|start date|start|' +
    'billing start date|vertragsbeginn|laufzeitbeginn|beginn|date de debut|debut|fecha de inicio|inicio|startdatum|ingangsdatum',
  end:
    'contract end date|effective contract end date|contract end|subscription end date|subscription end|service end date|service end|term end|end date|end|' +
    'vertragsende|laufzeitende|ende|date de fin|fin|fecha de fin|einddatum',
  term:
    'term months|term in months|contract term months|contract term|subscription term|term|contract length|duration months|months|laufzeit monate|' +
    'laufzeit in monaten|laufzeit|duree mois|duree|plazo meses|plazo|duracion|looptijd maanden|looptijd',
  billing:
    'billing frequency|billing cycle|billing period|invoicing frequency|billing|invoice frequency|billing schedule|payment frequency|abrechnung|' +
    'abrechnungszyklus|rechnungsrhythmus|frequence de facturation|facturation|frecuencia de facturacion|facturacion|factuurfrequentie|facturatie',
  discount: 'discount amount|discount|rabatt|rabattbetrag|remise|descuento|korting',
  margin:
    'partner margin|reseller margin|channel margin|marketplace fee|partner fee|reseller discount|partnermarge|marge partenaire|margen socio',
} as const;

const DOCUMENT = {
  ...WHO,
  customer:
    'customer name|customer|bill to customer name|bill to name|bill to|account name|contact name|invoice partner display name|customer ref name|client name|' +
    'client|company name|account|contact|buyer|debtor|debtor name|sold to|name|kunde|kundenname|debitorenname|rechnungsempfanger|firma|nom du client|' +
    'nom client|raison sociale|tiers|cliente|nombre del cliente|nombre cliente|razon social|klant|klantnaam|debiteur|relatie|naam|company|organization|' +
    'organisation',
  parent: DEAL_WORDS.parent,
  owner: OWNER,
  net:
    'net amount|net|subtotal|sub total|net total|total net|amount net|net value|net invoice amount|amount excl tax|amount ex tax|amount excl vat|' +
    'amount ex vat|total excl tax|total excl vat|total ex vat|amount without tax|untaxed amount|untaxed amount signed|untaxed amount signed currency|' +
    'line amount ex|nettobetrag|netto|betrag netto|rechnungsbetrag netto|nettowert|montant ht|total ht|ht|base imponible|importe neto|neto|bedrag excl btw|' +
    'nettobedrag|netto bedrag|excl btw|totaal excl btw',
  tax: TAX,
  gross:
    'gross amount|gross|gross total|grand total|total gross|invoice total|total incl tax|total incl vat|total including tax|total including vat|' +
    'amount incl tax|amount incl vat|amount inc vat|total inc vat|total inc tax|total in currency signed|total amount|total amt|total|bruttobetrag|brutto|betrag brutto|' +
    'rechnungsbetrag brutto|gesamtbetrag|gesamt|montant ttc|total ttc|ttc|total con iva|importe total|importe bruto|bedrag incl btw|brutobedrag|bruto|' +
    'totaal incl btw|incl btw|totaal',
  amount:
    'invoice amount|invoiced amount|amount invoiced|amount in doc curr|amount in document currency|amount foreign currency|original amount|document amount|' +
    'billed amount|amount billed|amount|line amount|item total|value|invoice value|invoiced|rechnungsbetrag|betrag|belegbetrag|montant facture|montant|' +
    'importe factura|importe facturado|importe|monto|factuurbedrag|bedrag',
  debit: 'debit|debit amount|soll|debe|debet',
  credit: 'credit|credit amount|haben|haber',
  open:
    'open balance|open amount|balance due|amount due|invoice amount due|outstanding amount|outstanding|amount outstanding|balance|open|remaining|' +
    'remaining balance|unpaid amount|remaining credit|offener betrag|offener posten|offen|restbetrag|saldo|solde du|reste a payer|restant du|solde|' +
    'saldo pendiente|pendiente|importe pendiente|openstaand bedrag|openstaand|restant',
  due:
    'due date|net due date|due on|payment due date|payment due|due|pay by|falligkeitsdatum|falligkeit|fallig am|fallig|zahlbar bis|date d echeance|' +
    'echeance|fecha de vencimiento|fecha vencimiento|vencimiento|vervaldatum|vervaldag',
  status:
    'invoice status|document status|status|state|payment status|credit note status|st|rechnungsstatus|belegstatus|zahlungsstatus|statut|etat|estado|' +
    'estado de la factura|factuurstatus',
  type:
    'document type|doc type|transaction type|invoice type|transaction class|type|kind|belegart|dokumentart|art|typ|type de document|type de piece|tipo|' +
    'tipo de documento|soort|documentsoort|documenttype',
  appliesTo:
    'applies to|applied to|applies to invoice|applied to invoice|original invoice|original invoice number|original invoice no|credited invoice|return against|' +
    'against invoice|related invoice|corrected invoice|credit for invoice|invoice credited|ursprungsrechnung|zu rechnung|bezugsrechnung|rechnungsbezug|' +
    'facture d origine|facture origine|facture corrigee|factura original|factura rectificada|oorspronkelijke factuur|bij factuur',
  reference: DEAL_ID.replace('|deal|opportunity|', '|deal|opportunity|opportunity name|deal name|'),
  reference2:
    PURCHASE_ORDER +
    '|' +
    CONTRACT +
    '|customer reference|your reference|ihr zeichen|kundenreferenz|votre reference|su referencia|uw referentie',
  reference3:
    ORDER +
    '|estimate number|assignment|reference|reference number|reference no|extra reference|ref|our reference|cross reference|referenz|zuordnung|' +
    'referencia|referentie|kenmerk|betalingskenmerk',
  text:
    'memo|memo main|description|memo description|line description|item desc|private note|document header text|text|details|notes|comments|comment|remarks|' +
    'message|item|product|line item|beschreibung|bemerkung|buchungstext|text zeile|leistung|libelle|designation|commentaire|descripcion|concepto|' +
    'observaciones|omschrijving|opmerking',
  serviceStart:
    'service start date|service start|service period start|service from|period start|period start date|rev rec start date|revenue start date|' +
    'minimum line item period start|contract item start date|start date|leistungsbeginn|leistung von|leistungszeitraum von|debut de periode|' +
    'debut de prestation|inicio del servicio|inicio de periodo|periode van|dienst van|ingangsdatum',
  serviceEnd:
    'service end date|service end|service period end|service to|period end|period end date|rev rec end date|revenue end date|maximum line item period end|' +
    'end date|leistungsende|leistung bis|leistungszeitraum bis|fin de periode|fin de prestation|fin del servicio|fin de periodo|periode tot|dienst tot|' +
    'einddatum',
  final: 'final invoice|final|is final|last invoice|schlussrechnung|facture finale|facture de solde|factura final|eindfactuur',
  discount: 'discount amount|total discount amount|discount|rabatt|remise|descuento|korting',
} as const;

const INVOICE_DATE =
  'invoice date|date of invoice|invoice bill date|transaction date|document date|issue date|date issued|issued on|issued|invoiced on|billing date|bill date|' +
  'txn date|tran date|trandate|tax date|date|finalized at|posting date|rechnungsdatum|belegdatum|ausstellungsdatum|datum|date de facture|date facture|' +
  'date de facturation|date d emission|date piece|fecha de factura|fecha factura|fecha de emision|fecha|factuurdatum|created time';

const CREDIT_NUMBER =
  'credit note number|credit note no|credit note id|credit memo number|credit memo no|credit memo id|credit note|credit memo|credit number|credit no|cn number|' +
  'cn no|gutschriftsnummer|gutschrift nr|gutschriftnr|gutschrift|numero d avoir|numero avoir|avoir|nota de credito|numero nota de credito|abono|' +
  'creditnotanummer|creditnota|creditfactuur';

const DOCUMENT_NUMBER =
  'document number|document no|doc number|doc no|docnumber|transaction number|transaction no|number|num|bc number|belegnummer|beleg nr|belegnr|no piece|' +
  'numero de piece|numero|documento|numero de documento|documentnummer|nummer|id|internal id';

export const INVOICE_WORDS = {
  invoices: {
    ...DOCUMENT,
    id: INVOICE_NUMBER + '|' + DOCUMENT_NUMBER + '|' + CREDIT_NUMBER,
    date: INVOICE_DATE,
  },
  credits: {
    ...DOCUMENT,
    id: CREDIT_NUMBER + '|' + DOCUMENT_NUMBER,
    appliesTo: DOCUMENT.appliesTo + '|' + INVOICE_NUMBER,
    date:
      'credit note date|credit memo date|credit date|date of credit|gutschriftsdatum|date d avoir|date avoir|fecha de abono|fecha nota de credito|' +
      'datum creditnota|' +
      INVOICE_DATE,
    amount: 'credit amount|credited amount|amount credited|credit note amount|credit memo amount|' + DOCUMENT.amount,
    credit: 'credit|haben|haber',
  },
} as const;

export const SCHEDULE_WORDS = {
  ...WHO,
  id: 'schedule id|schedule no|schedule number|line id|revenue line|entry id|id',
  customer: DOCUMENT.customer,
  parent: DEAL_WORDS.parent,
  owner: OWNER,
  month:
    'revenue month|recognition month|month|period|accounting period|posting period|rev month|schedule month|recognition period|revenue period|fiscal month|' +
    'fiscal period|monat|periode|umsatzmonat|buchungsperiode|mois|periode comptable|mes|periodo|maand|boekperiode',
  date:
    'recognition date|revenue date|recognised on|recognized on|posting date|schedule date|period end|period end date|booked date|date|buchungsdatum|datum|' +
    'date de reconnaissance|fecha de reconocimiento|fecha|boekdatum',
  amount:
    'recognised revenue|recognized revenue|revenue recognised|revenue recognized|recognised amount|recognized amount|amount recognised|amount recognized|' +
    'recognised|recognized|revenue amount|revenue|scheduled amount|scheduled revenue|amount|net amount|value|umsatzerlos|umsatz|ertrag|erlos|betrag|' +
    'revenu reconnu|chiffre d affaires|produit|montant|ingreso reconocido|ingresos|ingreso|importe|omzet|opbrengst|bedrag',
  reference: INVOICE_NUMBER + '|source document|document number|document no',
  reference2: DEAL_ID + '|deal name|opportunity name',
  reference3: CONTRACT + '|revenue arrangement|' + ORDER + '|' + PURCHASE_ORDER + '|reference|ref|referenz|referencia|referentie',
  text: 'description|memo|notes|comment|item|product|beschreibung|text|libelle|descripcion|omschrijving',
  serviceMonth:
    'service month|earned month|service period|delivery month|leistungsmonat|mois de prestation|mes de servicio|dienstmaand',
  status: 'status|schedule status|statut|estado',
} as const;

export const RECEIPT_WORDS = {
  ...WHO,
  id:
    'payment id|receipt number|receipt no|receipt id|payment number|payment no|customer payment id|transaction id|balance transaction id|receipt|payment|' +
    'transaction number|bank transaction id|zahlungsnummer|zahlung nr|numero de paiement|no paiement|numero de pago|betalingsnummer|betaling nr|number|' +
    'document number|belegnummer|id|reference id',
  customer:
    'customer name|customer|payer|payer name|paid by|received from|party name|counterparty|counterparty name|account name|client name|client|customer vendor|' +
    'remitter|sender|debtor|company name|company|name|kunde|kundenname|zahler|zahlungspflichtiger|auftraggeber|auftraggeber begunstigter|' +
    'auftraggeber zahlungsempfanger|name zahlungsbeteiligter|payeur|donneur d ordre|nom du client|tiers|cliente|pagador|ordenante|nombre del cliente|klant|' +
    'klantnaam|betaler|tegenpartij|naam tegenpartij|naam tegenrekening|naam|account',
  owner: OWNER,
  amount:
    'amount received|received amount|payment amount|receipt amount|cash received|amount paid|paid amount|amount|amount signed|total amount|net amount|net|gross|value|cash|zahlungsbetrag|' +
    'betrag|zahlung|umsatz|montant recu|montant du paiement|montant|importe recibido|importe del pago|importe|monto|ontvangen bedrag|betaald bedrag|bedrag',
  credit:
    'money in|paid in|credit amount|credit|amount in|deposits|deposit amount|credits|received|in|eingang|gutschrift|haben|einnahmen|credit eur|entree|' +
    'encaissement|abono|abonos|ingreso|ingresos|haber|bij|bijschrijving',
  debit:
    'money out|paid out|debit amount|debit|amount out|withdrawals|withdrawal amount|debits|out|ausgang|lastschrift|soll|ausgaben|belastung|debit eur|sortie|' +
    'decaissement|cargo|cargos|debe|gasto|af|afschrijving',
  direction:
    'direction|debit credit|credit debit|dr cr|cr dr|d c|c d|in out|af bij|soll haben|s h|sens|debe haber|debit credit indicator',
  date:
    'payment date|receipt date|date received|received on|received date|cash date|payment received|date paid|paid on|paid date|booking date|transaction date|' +
    'posting date|posted date|cleared date|date|created date|created|value date|buchungstag|buchungsdatum|zahlungsdatum|zahlungseingang am|zahltag|datum|' +
    'wertstellung|valutadatum|valuta|date de paiement|date operation|date de l operation|date de valeur|fecha de pago|fecha operacion|fecha de operacion|' +
    'fecha valor|fecha|betaaldatum|betalingsdatum|boekdatum|transactiedatum|rentedatum',
  reference: INVOICE_NUMBER + '|applied to|applied to invoice|invoices paid|against invoice|for invoice|invoice numbers',
  reference2: DEAL_ID + '|' + ORDER + '|' + CONTRACT,
  reference3:
    'payment reference|bank reference|remittance reference|customer reference|reference number|reference|reference no|cheque reference no|check number|ref|' +
    'end to end id|end to end reference|referenz|kundenreferenz|reference client|referencia|referentie|betalingskenmerk|kenmerk|po number',
  text:
    'remittance text|remittance information|remittance|payment details|narrative|transaction description|description|memo|details|notes|message|particulars|' +
    'verwendungszweck|buchungstext|zahlungszweck|text|libelle|motif|communication|concepto|descripcion|omschrijving|mededelingen|mededeling',
  type:
    'payment type|transaction type|receipt type|type|kind|reporting category|category|transaktionsart|umsatzart|buchungsart|art|type de paiement|' +
    'type operation|tipo|tipo de pago|tipo de operacion|soort|mutatiesoort|transactiesoort',
  status: 'payment status|status|state|zahlungsstatus|statut|etat|estado',
  fee:
    'fee|fees|bank charges|bank charge|bank fee|processing fee|transaction fee|stripe fee|gebuhr|gebuhren|entgelt|frais|frais bancaires|commission|comision|' +
    'comisiones|gastos bancarios|kosten|transactiekosten',
  withheld:
    'withholding tax|withholding tax amount|withheld|tax withheld|wht|wht amount|tds|tds amount|quellensteuer|einbehalt|retenue a la source|retenue|' +
    'retencion|retenciones|bronbelasting|ingehouden',
} as const;

export const LIST_WORDS = {
  customer: DEAL_WORDS.customer + '|display name|name|naam|nombre|nom',
  customerId: WHO.customerId + '|record id|id|internal id|contact id',
  otherId:
    'crm id|crm account id|salesforce id|salesforce account id|hubspot id|external id|erp id|erp customer id|ledger id|ledger account|billing id|finance id|' +
    'accounting id|netsuite id|quickbooks id|xero id|stripe customer id|other id',
  parent: DEAL_WORDS.parent,
  taxNumber: WHO.taxNumber,
  domain: WHO.domain,
  owner: OWNER + '|company owner|contact owner',
} as const;

export const RATE_WORDS = {
  fromCurrency:
    'from currency|from|source currency|currency from|base currency|currency|currency code|von wahrung|von|wahrung|de la devise|devise source|devise|' +
    'moneda origen|de moneda|moneda|van valuta|van|valuta',
  toCurrency:
    'to currency|to|target currency|currency to|quote currency|nach wahrung|nach|zielwahrung|vers la devise|devise cible|moneda destino|a moneda|naar valuta|naar',
  date: 'rate date|effective date|valid from|effective from|date|month|period|as of|stichtag|gultig ab|datum|monat|date d effet|mois|fecha|mes|maand|ingangsdatum',
  rate: WHO.rate + '|rate|mid rate|closing rate|average rate|kurs|taux|tasa|cambio',
} as const;
