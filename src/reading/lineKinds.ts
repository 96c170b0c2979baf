/** What a line of a document is for, by the words of its type column or of its item. */

import type { LineKind } from '../domain/record';
import { statusKey } from './words';

/** In this order: "monthly overage fee" is usage, "one-time subscription set-up" one-off. */
const WORDS: readonly (readonly [LineKind, RegExp])[] = [
  [
    'usage',
    /\b(usage|overages?|consumption|consumed|metered|pay as you go|excess|per use|verbrauch|nutzung|mehrverbrauch|consommation|depassement|consumo|exceso|verbruik|eccedenza)\b/,
  ],
  [
    'pass-through',
    /\b(freight|shipping|shipment|postage|carriage|courier|delivery charge|handling|expenses?|travel|reimburs\w*|disbursements?|pass through|out of pocket|customs|duty|fracht|versand\w*|porto|spesen|reisekosten|auslagen|zoll|frais de port|frais de deplacement|port|debours|flete|gastos de (?:envio|viaje)|suplidos|verzendkosten|vracht|reiskosten|spedizione|spese di (?:trasporto|viaggio)|portes|despesas)\b/,
  ],
  [
    'one-off',
    /\b(one ?time|one off|non ?recurring|nonrecurring|set ?up|setup|installation|implementation|onboarding|activation|training|professional services?|consulting|migration|einmalig\w*|einrichtung\w*|schulung\w*|beratung|inbetriebnahme|mise en service|formation|frais uniques?|instalacion|implantacion|formacion|puesta en marcha|eenmalig\w*|installatie|opleiding|una tantum|installazione|formazione|instalacao|formacao)\b/,
  ],
  [
    'recurring',
    /\b(recurring|subscriptions?|licen[cs]es?|maintenance|saas|seats?|rental|retainer|monthly|annual|yearly|abonnements?|abo|lizenz\w*|wartung|miete|wiederkehrend\w*|licences?|suscripcion|licencia|mantenimiento|abonnement|licentie|onderhoud|canone|licenza|manutenzione|assinatura|licenca)\b/,
  ],
];

/** `other` for words that say nothing of it. */
export function lineKind(text: string): LineKind {
  const key = statusKey(text);
  return WORDS.find(([, words]) => words.test(key))?.[0] ?? 'other';
}
