/** Reasons D: two right numbers under two definitions. */

import { ALL, BI, definition } from './reason';
import type { Reason } from './reason';

export const DEFINITIONS = {
  D1: definition('contract years not begun', {
    gaps: BI,
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Keep; show as backlog with the billing plan',
    fixIn: 'CRM',
  }),
  D4: definition('tax in one side', {
    gaps: ['BI', 'IC'],
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Compare net; set the mapping',
    fixIn: 'CRM',
  }),
  D5: definition('partner margin', {
    gaps: BI,
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Choose principal or agent view',
    fixIn: 'CRM',
  }),
  D8: definition('out of scope', {
    gaps: ALL,
    forms: ['left out'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Exclude, listed',
    fixIn: 'Billing',
  }),
  D10: definition('discount in the booked amount', {
    gaps: BI,
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Map the net field',
    fixIn: 'CRM',
  }),
  D11: definition('another owner', {
    gaps: ALL,
    forms: ['move', 'note'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Choose the owner rule',
    fixIn: 'CRM',
  }),
  D12: definition('another customer of the group', {
    gaps: ALL,
    forms: ['move'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Roll up to the agreed level',
    fixIn: 'Billing',
  }),
  D13: definition('rate missing', {
    gaps: ALL,
    forms: ['left out', 'single'],
    treatment: 'Act',
    exception: 'yes',
    family: 'read',
    action: 'Add the rate to the table',
    fixIn: 'Billing',
  }),
  D14: definition('exchange rate', {
    gaps: ['BI', 'IR'],
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Show as FX, never as price',
    fixIn: 'Billing',
  }),
  D16: definition('credit not taken off the booking', {
    gaps: BI,
    forms: ['single'],
    treatment: 'Expected',
    exception: 'no',
    action: 'Agree whether bookings are reduced by credits',
    fixIn: 'CRM',
  }),
} as const satisfies Record<string, Reason>;
