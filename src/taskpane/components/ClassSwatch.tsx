/** A class's colour beside its word. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { classColour } from '../classColours';

const useStyles = makeStyles({
  root: {
    display: 'inline-block',
    width: '10px',
    height: '10px',
    marginInlineEnd: tokens.spacingHorizontalSNudge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: 'none',
  },
});

export function ClassSwatch({ reasonClass }: { readonly reasonClass: string }) {
  const styles = useStyles();
  return <span className={styles.root} style={{ backgroundColor: classColour(reasonClass) }} aria-hidden="true" />;
}
