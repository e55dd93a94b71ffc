import type { MessagePart } from '../../protocol/conversation.ts';
import type { NoticeCode } from '../../protocol/parts.ts';
import type { Facet } from '../catalog/engine.ts';
import type { ModelMessage, NotedFacts, SearchState } from '../model/port.ts';
import type { SearchFound } from '../tools/tool.ts';

/** What a turn has learnt that its guard judges with. Items are read again from the catalogue by their ids. */
export interface EvidenceState {
  readonly admitted: readonly string[];
  readonly shown: { readonly items: readonly string[]; readonly videos: readonly string[]; readonly visibleBytes: number };
  readonly days: readonly number[];
  readonly passages: readonly string[];
  readonly naming: readonly string[];
  readonly outside: readonly string[];
  readonly calls: { readonly called: number; readonly succeeded: number };
}

/** What a turn has said in its finished steps. */
export interface SpeakerState {
  readonly parts: readonly MessagePart[];
  readonly spoke: boolean;
  readonly noticed: readonly NoticeCode[];
  readonly sources: readonly string[];
}

/** The last search of a turn that found something to go on with, and what it can be narrowed by. */
export type LastSearch = SearchFound & { readonly facets: readonly Facet[] };

/** A turn at the end of a step, as JSON: another replica goes on from here when this one dies. */
export interface TurnState {
  /** Steps finished. */
  readonly step: number;
  readonly history: readonly ModelMessage[];
  readonly noted: NotedFacts;
  readonly search?: LastSearch;
  /** Calls made, by name and arguments. */
  readonly calls: readonly string[];
  readonly flags: { readonly repaired: boolean; readonly mended: boolean; readonly withheld: boolean; readonly amounts: boolean };
  readonly evidence: EvidenceState;
  readonly speaker: SpeakerState;
}

/**
 * The search that the next message may edit.
 * @param before as the last turn left it.
 * @param search this turn's last one, where there was one.
 * @param shown ids of the cards of this turn.
 */
export function searchStateAfter(
  before: SearchState | undefined,
  search: LastSearch | undefined,
  shown: Iterable<string>,
): SearchState | undefined {
  if (search) {
    const { arguments: asked, total, cursor } = search;
    return { arguments: asked, total, shown: [...shown], ...(cursor ? { cursor } : {}) };
  }
  const added = [...shown];
  return before && added.length > 0 ? { ...before, shown: [...new Set([...before.shown, ...added])] } : before;
}
