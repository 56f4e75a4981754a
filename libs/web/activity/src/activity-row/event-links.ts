import { DOCUMENT, Location } from '@angular/common';
import { inject, Service } from '@angular/core';

/** Addresses of activities for others: whole ones, and without the filter of whoever sends them. */
@Service()
export class EventLinks {
  private readonly paths = inject(Location);
  private readonly origin = inject(DOCUMENT).location.origin;

  /** "https://tidemark.example/activity/123" */
  of(id: number): string {
    return this.origin + this.paths.prepareExternalUrl(`/activity/${id}`);
  }
}
