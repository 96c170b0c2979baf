/** One source: what it is used as, how many rows, its columns and a preview. */

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Caption1,
  Field,
  makeStyles,
  Select,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { SourceInspection } from '../../settings/inspection';
import { mappingSchema } from '../../settings/mapping';
import type { SourceMapping } from '../../settings/mapping';
import { usePane } from '../paneContext';
import { texts } from '../texts';
import { ColumnList } from './ColumnList';
import { Preview } from './Preview';

const ROLE_CHOICES = mappingSchema.shape.role.options;

const useStyles = makeStyles({
  root: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: tokens.spacingHorizontalM,
    paddingBottom: tokens.spacingVerticalXS,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  rows: { whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  accordion: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
});

export interface SourceCardProps {
  /** Place among the sources. */
  readonly index: number;
  readonly source: SourceInspection;
  readonly mapping: SourceMapping;
}

export function SourceCard({ index, source, mapping }: SourceCardProps) {
  const styles = useStyles();
  const { session, format } = usePane();
  const title = texts.sources.sheetAndTable(source.sheet, source.table);
  const changeRole = (value: string): void => {
    const role = ROLE_CHOICES.find((choice) => choice === value);
    if (role !== undefined) void session.changeRole(index, role);
  };
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {title}
        </Text>
        <Caption1 className={styles.rows}>{texts.sources.rows(source.rows, format.count(source.rows))}</Caption1>
      </div>
      {source.hiddenRows > 0 ? <Caption1>{texts.sources.hidden(format.count(source.hiddenRows))}</Caption1> : null}
      <Field label={texts.sources.role} orientation="horizontal">
        <Select value={mapping.role} onChange={(_, { value }) => changeRole(value)}>
          {ROLE_CHOICES.map((role) => (
            <option key={role} value={role}>
              {texts.roles[role]}
            </option>
          ))}
        </Select>
      </Field>
      {source.roleReason === '' ? null : <Caption1 className={styles.quiet}>{texts.sources.why(source.roleReason)}</Caption1>}
      {mapping.role === 'ignore' ? null : (
        <Accordion collapsible multiple className={styles.accordion}>
          <AccordionItem value="columns">
            <AccordionHeader size="small">{texts.sources.columnsMapped(Object.keys(mapping.columns).length)}</AccordionHeader>
            <AccordionPanel>
              <ColumnList index={index} source={source} mapping={mapping} />
            </AccordionPanel>
          </AccordionItem>
          <AccordionItem value="preview">
            <AccordionHeader size="small">{texts.sources.preview}</AccordionHeader>
            <AccordionPanel>
              <Preview source={source} />
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </section>
  );
}
