/** Who wrote the comments of a workbook: one list for all sheets. */
import { CONTENT, partOfKind, RELATION, type RelationList } from './package';
import type { PartSink } from './section';
import { attribute, childrenNamed, element, splice, XML_HEAD, type XmlNode } from './xml';

export interface Person {
  readonly id: string;
  readonly name: string;
  /** "" where the list has none. */
  readonly email: string;
}

export const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

export const readPersons = (root: XmlNode | null): Person[] =>
  childrenNamed(root, 'person').map((node) => ({
    id: attribute(node, 'id') ?? '',
    name: attribute(node, 'displayName') ?? '',
    // Accounts of a firm stand as `S::name@firm.example::id`.
    email: (attribute(node, 'userId') ?? '').split('::').find((each) => each.includes('@')) ?? '',
  }));

/** The list while a file is written: those it had, and those who wrote since. */
export class PersonList {
  private readonly added: Person[] = [];

  constructor(private readonly known: readonly Person[]) {}

  idOf(name: string, email: string): string {
    const all = [...this.known, ...this.added];
    const found = all.find((each) => each.name === name && each.email === email);
    if (found !== undefined) return found.id;
    const taken = new Set(all.map(({ id }) => id.toUpperCase()));
    let number = 1;
    while (taken.has(personId(number))) number += 1;
    this.added.push({ id: personId(number), name, email });
    return personId(number);
  }

  /** @param relations of the workbook's part, at `path` */
  write(path: string, relations: RelationList, parts: PartSink): void {
    if (this.added.length === 0) return;
    const part = partOfKind(path, relations.all, 'person') ?? 'xl/persons/person.xml';
    const items = this.added
      .map(({ id, name, email }) =>
        element('person', { xmlns: THREADED, displayName: name, id, userId: email === '' ? name : email, providerId: 'None' }),
      )
      .join('');
    const was = parts.readable(part);
    const text = was
      ? splice(was.source, [{ start: was.root.contentEnd, end: was.root.contentEnd, text: items }])
      : `${XML_HEAD}<personList xmlns="${THREADED}">${items}</personList>`;
    parts.add(part, CONTENT.persons, text);
    relations.toPart(RELATION.person, part);
  }
}

const personId = (number: number): string => `{00000000-0002-0000-0000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
