import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fireEvent, render, screen } from '@testing-library/angular';
import { AppErrors } from './app-errors';
import { MissingCode } from './missing-code';
import { MissingCodeNotice } from './missing-code-notice';

const SAID = [
  'Failed to fetch dynamically imported module: https://tidemark.example/chunk-A1.js',
  'error loading dynamically imported module: https://tidemark.example/chunk-A1.js',
  'Importing a module script failed.',
  'NG0750',
];

async function open() {
  const { detectChanges } = await render(MissingCodeNotice, {
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: ErrorHandler, useExisting: AppErrors },
    ],
  });
  return (error: unknown) => {
    TestBed.inject(ErrorHandler).handleError(error);
    detectChanges();
  };
}

describe('missing code', () => {
  let logged: jest.SpyInstance;
  beforeEach(() => (logged = jest.spyOn(console, 'error').mockImplementation()));
  afterEach(() => logged.mockRestore());

  it.each(SAID)('is told to the person, and to nobody else: %s', async (message) => {
    const tell = await open();
    tell(new TypeError(message));
    expect(screen.getByRole('alert').textContent).toContain('could not be loaded');
    expect(logged).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('knows the page that was asked for, also when the same error is told again', async () => {
    await open();
    const [missing, error] = [TestBed.inject(MissingCode), new TypeError(SAID[0])];
    missing.note(error);
    expect(missing.what()).toEqual({ page: undefined });
    missing.note(error, '/projects');
    missing.note(error);
    expect(missing.what()).toEqual({ page: '/projects' });
  });

  it.each([new TypeError('x is not a function'), new Error('NG0100'), 'text', null, undefined])(
    'is not what another error is: %p stays on the console',
    async (error) => {
      const tell = await open();
      tell(error);
      expect(screen.queryByRole('alert')).toBeNull();
      expect(logged).toHaveBeenCalledTimes(1);
    },
  );
});
