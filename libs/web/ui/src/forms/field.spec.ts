import { Component } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import type { Problem } from '@tidemark/contracts';
import { HttpErrorResponse } from '@angular/common/http';
import { applyProblem } from './apply-problem';
import { Field } from './field';
import { FieldControl } from './field-control';
import { FormFailure } from './form-failure';
import { Submission } from './submission';

@Component({
  selector: 'tm-client-form',
  imports: [Field, FieldControl, FormFailure, ReactiveFormsModule],
  template: `
    <form [formGroup]="form" (ngSubmit)="submit($event)">
      <tm-form-failure [text]="submission.failure()" />
      <tm-field label="Name" hint="As on the invoice">
        <input tmControl formControlName="name" />
      </tm-field>
      <tm-field label="E-mail"><input tmControl formControlName="email" /></tm-field>
      <button>Save</button>
    </form>
  `,
})
class ClientForm {
  readonly form = new FormGroup({
    name: new FormControl('', { nonNullable: true, validators: Validators.required }),
    email: new FormControl('', { nonNullable: true }),
  });
  readonly submission = new Submission(this.form);
  send: () => Promise<void> = () => Promise.resolve();

  submit(event: Event): Promise<boolean> {
    return this.submission.run(event, () => this.send());
  }
}

const problem = (errors: Problem['errors']): Problem => ({
  type: '/problems/validation-failed',
  title: 'Invalid',
  status: 400,
  detail: 'Check the fields.',
  instance: 'r1',
  error: 'Invalid',
  message: 'Check the fields.',
  errors,
});
const refusal = (errors: Problem['errors']) =>
  new HttpErrorResponse({ status: 400, error: problem(errors) });
const described = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

async function open(send?: () => Promise<void>) {
  const { fixture } = await render(ClientForm);
  if (send) fixture.componentInstance.send = send;
  return {
    form: fixture.componentInstance,
    name: screen.getByRole('textbox', { name: 'Name' }),
    email: screen.getByRole('textbox', { name: 'E-mail' }),
    save: () => fireEvent.click(screen.getByRole('button', { name: 'Save' })),
  };
}

describe('a form', () => {
  it('complains only after the person has been there, and hints before', async () => {
    const { name } = await open();
    expect(described(name)).toBe('As on the invoice');
    expect(name.getAttribute('aria-invalid')).toBeNull();
    fireEvent.blur(name);
    await waitFor(() => expect(described(name)).toBe('Enter a value'));
    expect(name.getAttribute('aria-invalid')).toBe('true');
  });

  it('is not sent while it is invalid, and leads to the first error', async () => {
    const send = jest.fn(() => Promise.resolve());
    const { name, save } = await open(send);
    save();
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(send).not.toHaveBeenCalled();
  });

  it('is sent once, however often the button is pressed', async () => {
    let finish: () => void = () => undefined;
    const send = jest.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const { name, save } = await open(send);
    fireEvent.input(name, { target: { value: 'Acme' } });
    save();
    save();
    finish();
    save();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('shows what the server says about a field at the field, until it is changed', async () => {
    const taken = [{ pointer: '/email', code: 'duplicate', message: 'This address is taken' }];
    const { name, email, save } = await open(() => Promise.reject(refusal(taken)));
    fireEvent.input(name, { target: { value: 'Acme' } });
    save();
    await waitFor(() => expect(described(email)).toBe('This address is taken'));
    expect(screen.getByRole('alert').textContent?.trim()).toBe('');
    fireEvent.input(email, { target: { value: 'a@acme.example' } });
    await waitFor(() => expect(email.getAttribute('aria-invalid')).toBeNull());
  });

  it('shows above the form what belongs to no field', async () => {
    const { name, save } = await open(() => Promise.reject(refusal(undefined)));
    fireEvent.input(name, { target: { value: 'Acme' } });
    save();
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('Check the fields.'),
    );
  });
});

describe('applyProblem', () => {
  it('reads the wire’s names as people do', () => {
    const form = new FormGroup({ display_name: new FormControl('') });
    const message = 'display_name must not be empty';
    applyProblem(form, problem([{ pointer: '/display_name', code: 'x', message }]));
    expect(form.controls.display_name.getError('server')).toEqual({
      message: 'Display name must not be empty',
    });
  });

  it('finds nested controls, and gives back what has none', () => {
    const form = new FormGroup({
      'a/b': new FormControl(''),
      address: new FormGroup({ city: new FormControl('') }),
    });
    const rest = applyProblem(
      form,
      problem([
        { pointer: '/a~1b', code: 'x', message: 'First' },
        { pointer: '/address/city', code: 'x', message: 'Second' },
        { pointer: '/other', code: 'x', message: 'Third' },
        { pointer: '', code: 'x', message: 'Fourth' },
      ]),
    );
    expect(form.get(['a/b'])?.errors).toEqual({ server: { message: 'First' } });
    expect(form.get('address.city')?.errors).toEqual({ server: { message: 'Second' } });
    expect(rest).toBe('Third Fourth');
  });
});
