/** A step's heading; takes the focus when its step is entered, so that keyboard and screen reader start there. */

import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { usePane } from '../paneContext';
import { focusStepHeading, STEP_HEADING_ID } from '../stepFocus';

const useStyles = makeStyles({ root: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none' } });

export function StepHeading({ children }: { readonly children: string }) {
  const styles = useStyles();
  const { hasMoved } = usePane().state;
  useEffect(() => {
    if (hasMoved) focusStepHeading();
  }, [hasMoved]);
  return (
    <h2 id={STEP_HEADING_ID} tabIndex={-1} className={styles.root}>
      {children}
    </h2>
  );
}
