/** A link that selects a cell or sheet in Excel. */

import { Link, makeStyles } from '@fluentui/react-components';
import { usePane } from '../paneContext';
import type { Place } from '../place';

export const useLinkStyles = makeStyles({
  root: {
    fontSize: 'inherit',
    minHeight: '24px',
    minWidth: '24px',
    textAlign: 'start',
    // A button's own colour would hide that it leads somewhere.
    '@media (forced-colors: active)': { color: 'LinkText', forcedColorAdjust: 'none', textDecorationLine: 'underline' },
  },
});

export interface PlaceLinkProps {
  readonly place: Place;
  /** For readers who hear the link alone. */
  readonly label?: string;
  readonly children: React.ReactNode;
}

export function PlaceLink({ place, label, children }: PlaceLinkProps) {
  const styles = useLinkStyles();
  const { session } = usePane();
  return (
    <Link as="button" className={styles.root} aria-label={label} onClick={() => void session.show(place)}>
      {children}
    </Link>
  );
}
