/** The chart that is the active one, and what charts tell of themselves. */

import type { Session } from '../session';
import type { ChartTarget } from './chartTarget';

type ChartEvent = 'chartAdded' | 'chartDeleted' | 'chartActivated' | 'chartDeactivated';

/** The collection hears under the id of its sheet, a chart under its own. */
export const tellOfChart = (type: ChartEvent, { sheet, chart }: ChartTarget, session: Session): void => {
  const payload = { chartId: chart.id, worksheetId: sheet.id, source: 'Local' };
  session.tell(type, sheet.id, payload);
  if (type === 'chartActivated' || type === 'chartDeactivated') session.tell(type, chart.id, payload);
};

export const deactivate = (session: Session): void => {
  const { activeChart } = session;
  session.activeChart = null;
  if (activeChart) tellOfChart('chartDeactivated', activeChart, session);
};

export const activate = (target: ChartTarget, session: Session): void => {
  session.workbook.activate(target.sheet);
  if (session.activeChart?.chart === target.chart) return;
  deactivate(session);
  session.activeChart = target;
  tellOfChart('chartActivated', target, session);
};
