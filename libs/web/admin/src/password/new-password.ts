import { FormControl, type ValidatorFn, Validators } from '@angular/forms';
import { PASSWORD_MAX, PASSWORD_MIN } from '@tidemark/contracts';

/** Length in code points, as the server counts. */
const length: ValidatorFn = ({ value }) => {
  const count = [...(value as string)].length;
  if (count < PASSWORD_MIN)
    return { length: { message: `Use at least ${PASSWORD_MIN} characters` } };
  return count > PASSWORD_MAX
    ? { length: { message: `Use at most ${PASSWORD_MAX} characters` } }
    : null;
};

/** The control of a password that is about to be set. */
export function newPasswordControl(): FormControl<string> {
  return new FormControl('', { nonNullable: true, validators: [Validators.required, length] });
}
