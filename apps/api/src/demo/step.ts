type Body = Record<string, unknown>;

/** A path below /api, and how its answer becomes the body; null when there is nothing to do after all. */
export interface Question {
  path: string;
  body: (answer: never) => Body | null;
}

/** Something that somebody does in the product at a certain moment, as a request below /api. */
export interface Step {
  at: Date;
  /** Username; nobody for a request by somebody who is not signed in. */
  by?: string;
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** May speak of things by the name that an earlier step gave them: "/projects/{project:ferry}/archive". */
  path: string;
  /** Likewise: `{ project_id: '{project:ferry}' }`. Lists of names, too. Further inside ids are texts, as in addresses. */
  body?: Body;
  /** A file of CSV instead of a body. */
  csv?: string;
  /** What the product is asked before, for a body that depends on what the work has come to. */
  asks?: Question;
  /** The name under which later steps speak of the thing that this step makes. */
  as?: string;
  /** The id of that thing, where it is only a part of what the product answers. */
  made?: (answer: never) => number | undefined;
  /** The status with which the product is to refuse it; 2xx otherwise. */
  refusedWith?: number;
}
