/** `<hyperlinks>`: places in the workbook by `location`, outside ones by a relation. */
import type { Hyperlink } from '../workbook/model';
import { parseA1 } from '../workbook/address';
import { areaText } from './a1';
import { RELATION, relationKind, type Relation } from './package';
import type { Section } from './section';
import { attribute, child, childrenNamed, element, prefixedAttribute, type XmlNode } from './xml';

export const hyperlinks: Section = {
  elements: ['hyperlinks'],
  state: (sheet) => sheet.hyperlinks,
  read: ({ sheet, root, relations, findings }) => {
    for (const node of childrenNamed(child(root, 'hyperlinks'), 'hyperlink')) {
      const link = readLink(node, relations);
      if (link === null) findings.add('objectUnreadable', sheet.name, `link at ${attribute(node, 'ref') ?? ''}`);
      else sheet.hyperlinks.push(link);
    }
  },
  write: ({ sheet, relations }) => {
    relations.drop((relation) => relationKind(relation) === 'hyperlink');
    const items = sheet.hyperlinks.map((link) =>
      element('hyperlink', {
        ref: areaText(link.area),
        'r:id': link.address === '' ? null : relations.toOutside(RELATION.hyperlink, link.address),
        location: link.documentReference === '' ? null : link.documentReference,
        tooltip: link.screenTip === '' ? null : link.screenTip,
      }),
    );
    return [items.length === 0 ? '' : `<hyperlinks>${items.join('')}</hyperlinks>`];
  },
};

function readLink(node: XmlNode, relations: readonly Relation[]): Hyperlink | null {
  const area = parseA1(attribute(node, 'ref') ?? '');
  const id = prefixedAttribute(node, 'id');
  const relation = relations.find((each) => each.id === id);
  if (area === null || (id !== null && relation === undefined)) return null;
  return {
    area,
    address: relation?.target ?? '',
    documentReference: attribute(node, 'location') ?? '',
    screenTip: attribute(node, 'tooltip') ?? '',
  };
}
