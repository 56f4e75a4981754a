import type { AbstractControl, FormGroup } from '@angular/forms';
import type { Problem } from '@tidemark/contracts';

/**
 * Puts the server's field errors (`errors[].pointer`, a JSON pointer such as "/name") onto the controls of the same name,
 * where they stay until the value changes. Answers what no control could take: show it above the form.
 */
export function applyProblem(form: FormGroup, problem: Problem): string | undefined {
  const homeless = (problem.errors ?? []).filter(({ pointer, message }) => {
    const control = controlAt(form, pointer);
    control?.setErrors({ server: { message: sentence(message, pointer) } });
    control?.markAsTouched();
    return !control;
  });
  if (homeless.length > 0) return homeless.map(({ message }) => message).join(' ');
  return problem.errors?.length ? undefined : problem.detail;
}

/** The wire speaks of "display_name must not be empty"; people read "Display name must not be empty". */
function sentence(message: string, pointer: string): string {
  const field = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (!field || !message.startsWith(`${field} `)) return message;
  const name = field.replaceAll('_', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1) + message.slice(field.length);
}

function controlAt(form: FormGroup, pointer: string): AbstractControl | null {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return path.length > 0 ? form.get(path) : null;
}
