import { type CatalogueEntry, ENTITY_TYPES } from '@tidemark/contracts';
import { ACTION_BADGES, type ActionBadge, ENTITY_BADGES, type EntityBadge } from '../entity-badges';

/** A piece of a sentence; `isPlaceholder` stands for what differs each time. */
export interface Piece {
  text: string;
  isPlaceholder: boolean;
}

export interface RecordedAction {
  entry: CatalogueEntry;
  badge: ActionBadge;
  sentences: Piece[][];
}

/** A kind of thing with everything that is recorded about it. */
export interface RecordedKind {
  badge: EntityBadge;
  actions: RecordedAction[];
}

/** The catalogue by kind of thing, as far as all words of the search are in what it says. */
export function recordedKinds(
  catalogue: readonly CatalogueEntry[],
  search: string,
): RecordedKind[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return ENTITY_TYPES.map((type) => {
    const badge = ENTITY_BADGES[type];
    const actions = catalogue
      .filter(({ entity_type }) => entity_type === type)
      .map((entry) => ({
        entry,
        badge: ACTION_BADGES[entry.action],
        sentences: entry.descriptions.map(piecesOf),
      }))
      .filter(({ entry, badge: { label } }) => {
        const said = [badge.label, badge.plural, label, ...entry.descriptions].join(' ');
        return words.every((word) => said.toLowerCase().includes(word));
      });
    return { badge, actions };
  }).filter(({ actions }) => actions.length > 0);
}

/** 'Created project "{name}"' → the words, and the name set apart. */
export function piecesOf(description: string): Piece[] {
  return description
    .split(/\{(\w+)\}/)
    .map((text, index) => ({ text, isPlaceholder: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
