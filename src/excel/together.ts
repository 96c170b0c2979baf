/** What belongs together is looked up part by part and then written in one request, so that all of it stands or none. */

import type { TroubleError } from './trouble';

export interface Part {
  readonly rows: number;
  /** Asks for the writing; nothing is sent. */
  readonly queue: () => void;
  /** After the request: what is otherwise than it was looked up, and is then asked to get back what it held. */
  readonly putBack?: () => TroubleError | null;
}

/** A write whose places are looked up. */
export interface Prepared {
  readonly parts: readonly Part[];
  /** Looks anew for what stands of these parts, and prepares to take that away. */
  readonly takeBack: (sent: ReadonlySet<Part>) => Promise<Prepared>;
}

export const NOTHING_TO_WRITE: Prepared = { parts: [], takeBack: () => Promise.resolve(NOTHING_TO_WRITE) };

/** More than a person settles one by one goes in several requests. */
const MOST_ROWS = 2_000;
/** What a part costs apart from its rows. */
const ROWS_A_PART = 10;

/** @throws what Excel refused, or the trouble of a part; what was written is then taken back as far as Excel lets us. */
export async function writeTogether(context: Excel.RequestContext, prepared: readonly Prepared[]): Promise<void> {
  const sent = new Set<Part>();
  try {
    await send(
      context,
      prepared.flatMap(({ parts }) => parts),
      sent,
    );
  } catch (error) {
    // One after the other, since each moves what stands below it; the first fault is the one to tell.
    for (const one of prepared.toReversed()) await takeBack(context, one, sent).catch(() => undefined);
    throw error;
  }
}

async function takeBack(
  context: Excel.RequestContext,
  { parts, takeBack: back }: Prepared,
  sent: ReadonlySet<Part>,
): Promise<void> {
  const own = new Set(parts.filter((part) => sent.has(part)));
  if (own.size > 0) await send(context, (await back(own)).parts, new Set());
}

/** @param sent gets the parts that may stand. */
async function send(context: Excel.RequestContext, parts: readonly Part[], sent: Set<Part>): Promise<void> {
  for (const request of inRequests(parts)) {
    for (const part of request) {
      sent.add(part);
      part.queue();
    }
    await context.sync();
    const troubles = request.flatMap((part) => {
      const trouble = part.putBack?.() ?? null;
      if (trouble !== null) sent.delete(part);
      return trouble ?? [];
    });
    if (troubles[0] === undefined) continue;
    await context.sync();
    throw troubles[0];
  }
}

/** As many as one request is to ask for. */
export function inRequests<T extends { readonly rows: number }>(parts: readonly T[]): T[][] {
  const requests: T[][] = [];
  let size = 0;
  for (const part of parts) {
    const more = part.rows + ROWS_A_PART;
    const last = requests.at(-1);
    if (last === undefined || size + more > MOST_ROWS) {
      requests.push([part]);
      size = more;
    } else {
      last.push(part);
      size += more;
    }
  }
  return requests;
}
