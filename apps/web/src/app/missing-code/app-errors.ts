import { ErrorHandler, inject, Service } from '@angular/core';
import { MissingCode } from './missing-code';

/** Errors that nobody took. Of missing code the person is told; everything else is a defect and goes to the console. */
@Service()
export class AppErrors extends ErrorHandler {
  private readonly missing = inject(MissingCode);

  override handleError(error: unknown): void {
    if (!this.missing.note(error)) super.handleError(error);
  }
}
