/** Chart types as office.js names them, and how a file says the same. */

import { dictionary } from '../../src/domain/dictionary';

export interface ChartKind {
  readonly element: 'barChart' | 'lineChart' | 'pieChart' | 'doughnutChart' | 'areaChart';
  readonly direction?: 'col' | 'bar';
  readonly grouping?: 'clustered' | 'stacked' | 'percentStacked' | 'standard';
  readonly markers?: boolean;
}

export const CHART_KINDS: Readonly<Record<string, ChartKind>> = dictionary({
  ColumnClustered: { element: 'barChart', direction: 'col', grouping: 'clustered' },
  ColumnStacked: { element: 'barChart', direction: 'col', grouping: 'stacked' },
  ColumnStacked100: { element: 'barChart', direction: 'col', grouping: 'percentStacked' },
  BarClustered: { element: 'barChart', direction: 'bar', grouping: 'clustered' },
  BarStacked: { element: 'barChart', direction: 'bar', grouping: 'stacked' },
  BarStacked100: { element: 'barChart', direction: 'bar', grouping: 'percentStacked' },
  Line: { element: 'lineChart', grouping: 'standard', markers: false },
  LineStacked: { element: 'lineChart', grouping: 'stacked', markers: false },
  LineStacked100: { element: 'lineChart', grouping: 'percentStacked', markers: false },
  LineMarkers: { element: 'lineChart', grouping: 'standard', markers: true },
  LineMarkersStacked: { element: 'lineChart', grouping: 'stacked', markers: true },
  LineMarkersStacked100: { element: 'lineChart', grouping: 'percentStacked', markers: true },
  Area: { element: 'areaChart', grouping: 'standard' },
  AreaStacked: { element: 'areaChart', grouping: 'stacked' },
  AreaStacked100: { element: 'areaChart', grouping: 'percentStacked' },
  Pie: { element: 'pieChart' },
  Doughnut: { element: 'doughnutChart' },
});

/** The name for what a file says; null for kinds that stay in the file untouched. */
export function chartType(kind: ChartKind): string | null {
  const found = Object.entries(CHART_KINDS).find(
    ([, each]) =>
      each.element === kind.element &&
      each.direction === kind.direction &&
      each.grouping === kind.grouping &&
      (each.markers ?? false) === (kind.markers ?? false),
  );
  return found?.[0] ?? null;
}

export const isRound = (kind: ChartKind): boolean => kind.element === 'pieChart' || kind.element === 'doughnutChart';
