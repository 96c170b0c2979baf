/** One source: what is asked of it, what it is used as and how it was read, its columns and its first rows. */

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
import { columnStates } from '../columnStates';
import { NARROW } from '../narrow';
import { usePane } from '../paneContext';
import { questionsAbout } from '../paneState';
import { nameOf, roleWords, titleOf } from '../sourceWords';
import { texts } from '../texts';
import { ColumnList } from './ColumnList';
import { LayoutFields } from './LayoutFields';
import { EarlierLayout } from './EarlierLayout';
import { PlaceLink } from './PlaceLink';
import { Preview } from './Preview';
import { QuestionCard } from './QuestionCard';
import { SourceFacts } from './SourceFacts';

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
  questions: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalXS,
    ':empty': { display: 'none' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
  },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  field: { gridTemplateColumns: '33% minmax(0, 1fr)', [NARROW]: { display: 'block' } },
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
  const { state, session } = usePane();
  const sources = state.inspection?.sources ?? [];
  const title = titleOf(source, sources);
  const changeRole = (value: string): void => {
    const role = ROLE_CHOICES.find((choice) => choice === value);
    if (role !== undefined) void session.changeRole(index, role);
  };
  return (
    <section className={styles.root} aria-label={title}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {nameOf(source, sources)}
        </Text>
        <PlaceLink place={{ sheet: source.sheet, address: source.area }} label={texts.sources.about(source.area)}>
          {source.area}
        </PlaceLink>
      </div>
      <div className={styles.questions}>
        {questionsAbout(state, source).map((placed) => (
          <QuestionCard key={placed.key} placed={placed} />
        ))}
      </div>
      <Field label={texts.sources.role} orientation="horizontal" className={styles.field}>
        <Select value={mapping.role} onChange={(_, { value }) => changeRole(value)}>
          {ROLE_CHOICES.map((role) => (
            <option key={role} value={role}>
              {roleWords(role, source.isBankList)}
            </option>
          ))}
        </Select>
      </Field>
      {source.roleReason === '' ? null : (
        <Caption1 className={styles.quiet}>{texts.sources.why(texts.engine(source.roleReason))}</Caption1>
      )}
      <EarlierLayout mapping={mapping} />
      {mapping.role === 'ignore' ? null : (
        <>
          <SourceFacts source={source} mapping={mapping} />
          <SourceDetails index={index} source={source} mapping={mapping} />
        </>
      )}
    </section>
  );
}

/** What stands in a closed part is not rendered: a workbook may have many sources with many columns. */
function SourceDetails({ index, source, mapping }: SourceCardProps) {
  const styles = useStyles();
  const columns = columnStates(source, mapping);
  const used = columns.filter(({ field, month }) => field !== null || month !== null).length;
  const unsure = columns.filter(({ isUnsure }) => isUnsure).length;
  // Columns found anew are another list.
  const found = `${mapping.role} ${String(mapping.headerRow)} ${String(mapping.headerRows)}`;
  return (
    <Accordion collapsible multiple className={styles.accordion}>
      <AccordionItem value="layout">
        <AccordionHeader size="small">{texts.sources.layout}</AccordionHeader>
        <AccordionPanel>
          <LayoutFields index={index} source={source} mapping={mapping} />
        </AccordionPanel>
      </AccordionItem>
      <AccordionItem value="columns">
        <AccordionHeader size="small">
          {unsure === 0 ? texts.sources.columnsMapped(used) : texts.sources.columnsToCheck(used, unsure)}
        </AccordionHeader>
        <AccordionPanel>
          <ColumnList key={found} index={index} source={source} mapping={mapping} />
        </AccordionPanel>
      </AccordionItem>
      <AccordionItem value="preview">
        <AccordionHeader size="small">{texts.sources.preview}</AccordionHeader>
        <AccordionPanel>
          <Preview source={source} />
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
