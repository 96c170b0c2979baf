/** A new sheet's page and protection, as Excel makes them. */
import type { PageLayout, Protection } from './model';

export const newPageLayout = (): PageLayout => ({
  orientation: 'Portrait',
  paperSize: 9,
  zoom: { scale: 100 },
  printArea: null,
  titleRows: null,
  titleColumns: null,
  columnBreaks: [],
  rowBreaks: [],
  margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  headers: { left: '', center: '', right: '' },
  footers: { left: '', center: '', right: '' },
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
});

export const newProtection = (): Protection => ({ protected: false, options: {}, password: null });
