import { HttpParams } from '@angular/common/http';

/** A query as the API takes it. What is undefined, null or empty is left out, so that a cleared filter leaves no trace. */
export function toParams(query: object): HttpParams {
  return Object.entries(query).reduce(
    (params, [name, value]) =>
      value === undefined || value === null || value === ''
        ? params
        : params.set(name, String(value)),
    new HttpParams(),
  );
}
