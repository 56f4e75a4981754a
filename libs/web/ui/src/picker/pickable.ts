import type { Observable } from 'rxjs';

/** One thing that can be picked. */
export interface Pickable {
  id: number;
  name: string;
  /** A quiet word behind the name. */
  detail?: string;
  /** Heading under which it stands; choices of one group follow each other. */
  group?: string;
  /** "#rrggbb" */
  color?: string;
}

/** Where choices come from. */
export interface PickSource {
  /** The best matches in the order in which they are shown; for "" what people pick most. */
  search(text: string): Observable<Pickable[]>;
  /** The one with this id, also when a search would not offer it any more. */
  find(id: number): Observable<Pickable>;
}

export interface PickGroup {
  name: string;
  choices: Pickable[];
}

/** Neighbours with the same group under one heading; without a group under none. */
export function grouped(choices: Pickable[]): PickGroup[] {
  return choices.reduce<PickGroup[]>((groups, choice) => {
    const last = groups.at(-1);
    if (last && last.name === (choice.group ?? '')) last.choices.push(choice);
    else groups.push({ name: choice.group ?? '', choices: [choice] });
    return groups;
  }, []);
}
