/**
 * The words by which systems and people say what a row is, by meaning: English, German, French, Spanish, Dutch, Portuguese and
 * Italian, and the codes of the usual systems. Written as compared: lower case, without accents and punctuation.
 */

export const STAGE_WORDS = {
  won:
    'won|win|closed won|closedwon|close won|closed and won|deal won|deal closed|signed|contract signed|booked|order|ordered|order received|' +
    'completed|purchased|sold|true|yes|1|' +
    'gewonnen|abgeschlossen gewonnen|abgeschlossen und gewonnen|geschlossen gewonnen|geschlossen und gewonnen|auftrag|auftrag erhalten|' +
    'beauftragt|unterschrieben|verkauft|ja|' +
    'gagne|gagnee|ferme gagne|fermee gagnee|ferme et gagne|cloture gagne|cloture gagnee|cloturee gagnee|conclu gagne|conclue gagnee|' +
    'affaire gagnee|affaire conclue|transaction gagnee|opportunite gagnee|signe|signee|commande|vendu|oui|' +
    'ganado|ganada|cerrado ganado|cerrada ganada|cerrado y ganado|cerrada y ganada|cierre ganado|negocio ganado|oportunidad ganada|' +
    'firmado|contrato firmado|vendido|vendida|si|' +
    'gesloten gewonnen|gesloten en gewonnen|afgesloten gewonnen|deal gewonnen|getekend|ondertekend|opdracht|verkocht|' +
    'ganho|ganha|fechado ganho|fechada ganha|fechado e ganho|fechado ganha|negocio fechado|negocio ganho|contrato assinado|assinado|sim|' +
    'vinto|vinta|chiuso vinto|chiusa vinta|chiuso e vinto|chiusura vinta|firmato|venduto',
  lost:
    'lost|closed lost|closedlost|close lost|closed and lost|deal lost|cancelled|canceled|dead|disqualified|unqualified|out sold|declined|' +
    'rejected|abandoned|no decision|no sale|deleted|duplicate|false|no|0|' +
    'verloren|abgeschlossen verloren|abgeschlossen und verloren|geschlossen verloren|geschlossen und verloren|abgesagt|absage|abgelehnt|' +
    'storniert|nein|' +
    'perdu|perdue|ferme perdu|fermee perdue|ferme et perdu|cloture perdu|cloture perdue|cloturee perdue|conclu perdu|affaire perdue|' +
    'transaction perdue|opportunite perdue|abandonne|abandonnee|annule|annulee|refuse|refusee|non|' +
    'perdido|perdida|cerrado perdido|cerrada perdida|cerrado y perdido|cerrada y perdida|cierre perdido|negocio perdido|descartado|' +
    'descartada|rechazado|rechazada|cancelado|cancelada|anulado|anulada|' +
    'gesloten verloren|gesloten en verloren|afgesloten verloren|afgewezen|geannuleerd|nee|' +
    'fechado perdido|fechada perdida|fechado e perdido|recusado|recusada|descartado|nao|' +
    'perso|persa|chiuso perso|chiusa persa|chiuso e perso|chiusura persa|annullato|annullata',
  open:
    'open|active|in progress|prospecting|qualification|qualified|needs analysis|value proposition|id decision makers|perception analysis|' +
    'proposal|proposal price quote|negotiation|negotiation review|appointment scheduled|qualified to buy|presentation scheduled|' +
    'decision maker bought in|contract sent|verbal|commit|offen|in bearbeitung|en cours|ouvert|abierto|abierta|en curso|in behandeling|' +
    'aberto|aberta|em andamento|aperto|in corso',
} as const;

/** A word that decides for won or lost wherever it stands in a stage ("6 - Won", "Lost to competitor"). */
export const DECIDING = {
  won: 'won|closedwon|gewonnen|gagne|gagnee|ganado|ganada|ganho|ganha|vinto|vinta',
  lost: 'lost|closedlost|verloren|perdu|perdue|perdido|perdida|perso|persa',
} as const;

export const INVOICE_STATUS_WORDS = {
  issued:
    'issued|open|sent|posted|paid|unpaid|not paid|part paid|partly paid|partially paid|partial|partially applied|overdue|past due|due|' +
    'payment due|awaiting payment|authorised|authorized|approved|closed|in payment|pending|outstanding|settled|reversed|return|fully applied|' +
    'applied|credit note issued|paid in full|fully paid|overpaid|auto paid|viewed|delivered|emailed|printed|deposited|disputed|in dispute|' +
    'not due|current|invoiced|billed|finalized|finalised|refunded|partially refunded|unpaid and discounted|paid and discounted|on hold|' +
    'collections|in collections|reminder sent|accepted|registered|transferred|in process|' +
    'offen|bezahlt|teilbezahlt|teilweise bezahlt|unbezahlt|uberfallig|fallig|versendet|versandt|gesendet|gebucht|verbucht|gestellt|' +
    'ausgestellt|beglichen|ausgeglichen|abgeschlossen|gemahnt|freigegeben|in mahnung|inkasso|fakturiert|' +
    'payee|paye|payee partiellement|partiellement payee|partiellement paye|impayee|impaye|envoyee|envoye|en retard|echue|emise|emis|validee|' +
    'valide|en attente de paiement|a payer|reglee|regle|soldee|comptabilisee|facturee|ouverte|ouvert|en attente|' +
    'pagada|pagado|pendiente|pendiente de pago|vencida|vencido|enviada|enviado|emitida|emitido|parcialmente pagada|parcialmente pagado|' +
    'parcial|abierta|abierto|cobrada|cobrado|contabilizada|no pagada|impagada|impagado|publicado|publicada|' +
    'betaald|openstaand|verzonden|deels betaald|gedeeltelijk betaald|onbetaald|verlopen|te laat|geboekt|afgerond|gesloten|' +
    'definitief|verstuurd|' +
    'paga|pago|em aberto|parcialmente paga|parcialmente pago|vencida|em atraso|atrasada|emitida|enviada|liquidada|pendente|faturada|' +
    'pagata|pagato|inviata|emessa|scaduta|non pagata|parzialmente pagata|aperta|saldata|registrata',
  'not-issued':
    'draft|void|voided|deleted|cancelled|canceled|cancel|awaiting approval|submitted|pending approval|pending submission|rejected|declined|' +
    'failed|error|test|scheduled|template|' +
    'entwurf|storniert|geloscht|annulliert|ungultig|abgelehnt|in freigabe|vorlage|' +
    'brouillon|annulee|annule|supprimee|supprime|rejetee|refusee|en attente de validation|a valider|' +
    'borrador|anulada|anulado|cancelada|cancelado|eliminada|eliminado|rechazada|pendiente de aprobacion|' +
    'concept|geannuleerd|vervallen|verwijderd|afgewezen|nietig|' +
    'rascunho|anulada|cancelada|excluida|eliminada|rejeitada|' +
    'bozza|annullata|annullato|eliminata|rifiutata',
  'written-off':
    'written off|write off|writeoff|uncollectible|bad debt|forgiven|doubtful|charged off|' +
    'abgeschrieben|ausgebucht|uneinbringlich|ausfall|forderungsausfall|' +
    'irrecouvrable|creance irrecouvrable|passee en perte|passee en pertes et profits|' +
    'incobrable|fallida|dada de baja|castigada|' +
    'oninbaar|afgeboekt|afgeschreven|' +
    'incobravel|baixada como perda|perda|' +
    'inesigibile|stralciata',
  quote:
    'quote|quotation|estimate|proforma|pro forma|pro forma invoice|proforma invoice|offer|sales order|order|' +
    'angebot|kostenvoranschlag|proformarechnung|auftrag|devis|facture proforma|facture pro forma|bon de commande|' +
    'presupuesto|cotizacion|factura proforma|pedido|offerte|pro forma factuur|pro formafactuur|proforma factuur|' +
    'orcamento|fatura proforma|fatura pro forma|preventivo|fattura proforma|offerta',
} as const;

/** Statuses of payments that say that no money came. */
export const DEAD_PAYMENT_WORDS =
  'failed|declined|canceled|cancelled|cancel|void|voided|deleted|draft|bounced|rejected|authorization|authorisation|' +
  'requires payment method|requires action|requires confirmation|requires capture|incomplete|blocked|uncaptured|pending|pending submission|' +
  'customer approval denied|scheduled|planned|returned|expired|denied|unclaimed|abandoned|error|processing|' +
  'fehlgeschlagen|abgelehnt|storniert|entwurf|vorgemerkt|ausstehend|geplatzt|geloscht|zuruckgewiesen|' +
  'echoue|echouee|annule|annulee|refuse|refusee|rejete|rejetee|brouillon|en attente|impaye|' +
  'fallido|fallida|anulado|anulada|rechazado|rechazada|cancelado|cancelada|borrador|pendiente|devuelto|devuelta|' +
  'mislukt|geannuleerd|afgewezen|geweigerd|concept|in afwachting|' +
  'falhou|falhado|recusado|recusada|estornado|rascunho|pendente|devolvido|' +
  'fallito|annullato|rifiutato|bozza|in sospeso';

export const DOCUMENT_WORDS = {
  invoice:
    'invoice|invoices|sales invoice|customer invoice|client invoice|tax invoice|sales receipt|cash sale|standard invoice|receivable invoice|' +
    'statement charge|finance charge|finance charge memo|debit memo|debit note|recurring invoice|final invoice|progress invoice|' +
    'accrec|custinvc|cashsale|finchrg|out invoice|inv|si|in|rv|' +
    'rechnung|ausgangsrechnung|kundenrechnung|schlussrechnung|abschlagsrechnung|teilrechnung|belastungsanzeige|faktura|' +
    'facture|facture client|facture de vente|note de debit|factura|factura de venta|factura de cliente|nota de debito|nota de cargo|' +
    'factuur|verkoopfactuur|debetnota|fattura|fattura di vendita|fattura cliente|fatura|fatura recibo|fatura de venda|nota fiscal',
  credit:
    'credit|credits|credit memo|credit memos|credit note|credit notes|sales credit note|sales credit|customer credit note|customer credit|' +
    'customer credit memo|credit invoice|receivable credit note|adjustment note|accreccredit|custcred|cashrfnd|cash refund|out refund|cm|cn|' +
    'sc|cr|rg|dg|gs|return|refund receipt|sales credit memo|sales return|' +
    'gutschrift|rechnungskorrektur|korrekturrechnung|storno|stornorechnung|kundengutschrift|' +
    'avoir|facture d avoir|avoir client|note de credit|nota de credito|nota de credito de cliente|abono|nota de abono|factura rectificativa|' +
    'creditnota|creditfactuur|credit factuur|verkoopcreditnota|nota di credito|nota credito',
  payment:
    'payment|payments|receipt|receipts|customer payment|customer receipt|receivable payment|customer deposit|deposit|sales overpayment|' +
    'receivable overpayment|receivable prepayment|overpayment|prepayment|sales prepayment|payment on account|receive|receive money|' +
    'receive overpayment|receive prepayment|inbound|direct debit payment|custpymt|custdep|aroverpayment|arprepayment|sr|sa|dz|' +
    'zahlung|zahlungseingang|kundenzahlung|eingangszahlung|paiement|paiement client|reglement|reglement client|encaissement|' +
    'pago|pago de cliente|cobro|cobro de cliente|recibo|betaling|klantbetaling|ontvangst|incasso|pagamento|pagamento de cliente|recebimento|' +
    'incasso cliente|pagamento cliente',
  refund:
    'refund|refunds|customer refund|payment refund|refund of payment|chargeback|charge back|dispute|disputes|reversal|payment reversal|' +
    'payment failure refund|charge failure|custrfnd|' +
    'erstattung|ruckerstattung|ruckzahlung|ruckbuchung|rucklastschrift|remboursement|remboursement client|rejet de prelevement|' +
    'reembolso|devolucion|contracargo|terugbetaling|terugboeking|stornering|estorno|devolucao|rimborso|storno incasso',
  quote:
    'quote|quotation|estimate|proforma|pro forma|pro forma invoice|proforma invoice|sales order|salesord|purchase order|sales quote|' +
    'angebot|auftrag|auftragsbestatigung|kostenvoranschlag|proformarechnung|devis|bon de commande|commande client|facture proforma|' +
    'facture pro forma|presupuesto|cotizacion|pedido|pedido de venta|factura proforma|offerte|verkooporder|pro forma factuur|' +
    'proforma factuur|orcamento|pedido de venda|fatura proforma|fatura pro forma|preventivo|fattura proforma|ordine di vendita',
  purchase:
    'bill|bills|vendor bill|vendbill|vendcred|vendpymt|purchase invoice|supplier invoice|payable invoice|payable credit note|payable payment|' +
    'accpay|accpaycredit|expense|expenses|check|cheque|bill payment|bill payment check|bill payment credit card|vendor credit|vendor payment|' +
    'supplier credit|supplier payment|credit card credit|credit card charge|pay|spend|spend money|outbound|in invoice|in refund|' +
    'pi|pc|pp|pa|kr|kg|kz|zp|' +
    'eingangsrechnung|lieferantenrechnung|lieferantengutschrift|facture fournisseur|avoir fournisseur|factura de compra|' +
    'factura de proveedor|pago a proveedor|inkoopfactuur|fatura de compra|fatura de fornecedor|fattura fornitore|fattura di acquisto',
  'write-off':
    'write off|writeoff|bad debt|bad debt write off|adjustment write off|abschreibung|forderungsausfall|ausbuchung|perte sur creance|' +
    'creance irrecouvrable|incobrable|baja por incobrable|afboeking|oninbaar|incobravel|perdita su crediti|stralcio',
} as const;

export const DEPOSIT_WORDS =
  'deposit|customer deposit|custdep|prepayment|sales prepayment|receivable prepayment|receive prepayment|arprepayment|advance|advance payment|' +
  'down payment|payment on account|on account|retainer|sa|anzahlung|vorauszahlung|abschlagszahlung|acompte|avance|arrhes|anticipo|senal|' +
  'aanbetaling|vooruitbetaling|adiantamento|sinal|acconto';

/** Bank lines that are no customer's money. */
export const OWN_MONEY_WORDS =
  'transfer|own transfer|internal transfer|bank transfer between accounts|transfer between accounts|receive transfer|spend transfer|payout|' +
  'payouts|payout reversal|stripe payout|topup|top up|loan|loan drawdown|loan repayment|payroll|salary|salaries|wages|tax|taxes|vat payment|' +
  'vat refund|tax refund|interest|dividend|bank fee|bank charge|bank charges|fee|fees|stripe fee|network cost|' +
  'umbuchung|ubertrag|eigenubertrag|darlehen|gehalt|gehalter|lohn|lohne|steuer|steuern|steuererstattung|zinsen|bankgebuhr|bankgebuhren|gebuhr|' +
  'gebuhren|entgelt|virement interne|pret|salaire|salaires|impot|impots|interets|frais|frais bancaires|traspaso|transferencia interna|prestamo|' +
  'nomina|nominas|impuesto|impuestos|intereses|comision|comisiones|comision bancaria|eigen overboeking|interne overboeking|lening|salaris|' +
  'salarissen|belasting|belastingen|rente|bankkosten|transferencia entre contas|emprestimo|salario|salarios|imposto|impostos|juros|tarifa|' +
  'tarifa bancaria|taxa|giroconto|prestito|stipendi|stipendio|imposte|interessi|commissioni bancarie';

export const DIRECTION_WORDS = {
  in:
    'in|incoming|inbound|received|receive|receipt|credit|crdt|cr|c|money in|paid in|deposit|plus|bij|ontvangen|ontvangst|haben|h|eingang|' +
    'zugang|gutschrift|kredit|entree|encaissement|recette|entrada|ingreso|abono|haber|credito|recebido|entrata|accredito|avere',
  out:
    'out|outgoing|outbound|sent|pay|spend|debit|dbit|dr|d|money out|paid out|withdrawal|minus|af|uitgaand|debet|soll|s|ausgang|abgang|' +
    'lastschrift|belastung|sortie|decaissement|depense|salida|gasto|cargo|debe|debito|saida|enviado|uscita|addebito|dare',
} as const;

export const YES_WORDS =
  'true|t|yes|y|1|x|checked|ja|j|wahr|oui|o|vrai|si|s|verdadero|cierto|waar|sim|verdadeiro|vero|final|last';
export const NO_WORDS = 'false|f|no|n|0|unchecked|nein|falsch|non|faux|falso|nee|onwaar|nao';
