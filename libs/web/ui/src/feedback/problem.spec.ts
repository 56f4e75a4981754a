import { HttpErrorResponse } from '@angular/common/http';
import { codeOf, isTransient, toProblem } from './problem';

const refusal = {
  type: '/problems/in-use',
  title: 'In use',
  status: 409,
  detail: 'The project has time entries',
  instance: '7f3a',
  error: 'In use',
  message: 'The project has time entries',
};

describe('a problem', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is taken over as the server says it', () => {
    const problem = toProblem(new HttpErrorResponse({ status: 409, error: refusal }));
    expect(problem).toEqual(refusal);
    expect(codeOf(problem)).toBe('in-use');
    expect(isTransient(problem)).toBe(false);
  });

  it('tells being offline from a server that does not answer', () => {
    const dead = new HttpErrorResponse({ status: 0, error: new ProgressEvent('error') });
    expect(codeOf(toProblem(dead))).toBe('unreachable');
    jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(toProblem(dead).detail).toContain('offline');
  });

  it('never shows the words of a proxy, and can be tried again', () => {
    const problem = toProblem(
      new HttpErrorResponse({ status: 502, error: '<html>502 Bad Gateway nginx</html>' }),
    );
    expect(problem.detail).not.toContain('nginx');
    expect(problem.status).toBe(502);
    expect(isTransient(problem)).toBe(true);
  });

  it('has a sentence for anything that can be thrown', () => {
    const timeout = Object.assign(new Error('x'), { name: 'TimeoutError' });
    expect(codeOf(toProblem(timeout))).toBe('timeout');
    for (const thrown of [undefined, null, 'text', new TypeError('x'), { status: 400 }])
      expect(toProblem(thrown).detail).toMatch(/\.$/);
  });
});
