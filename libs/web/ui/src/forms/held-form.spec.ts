import { Component, signal, viewChildren } from '@angular/core';
import { fireEvent, render, screen, waitFor } from '@testing-library/angular';
import { HeldForm } from './held-form';

@Component({ selector: 'tm-waiting-field', template: '' })
class WaitingField {
  readonly awaited = signal(false);
  private readonly form = new HeldForm(this.awaited);

  arrive(): void {
    this.awaited.set(false);
    this.form.send();
  }
}

const sent = jest.fn((event: SubmitEvent) => {
  event.preventDefault();
  return event.submitter?.textContent;
});

@Component({
  selector: 'tm-forms',
  imports: [WaitingField],
  template: `
    <form (submit)="sent($event)">
      @if (isOpen()) {
        <tm-waiting-field />
        <tm-waiting-field />
      }
      <button>Draft</button>
      <button>Send</button>
    </form>
    <form (submit)="sent($event)"><button>Search</button></form>
  `,
})
class Forms {
  readonly sent = sent;
  readonly isOpen = signal(true);
  readonly fields = viewChildren(WaitingField);
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const waiting = () =>
  screen
    .getAllByRole('button')
    .filter((button) => button.getAttribute('aria-busy') === 'true')
    .map(({ textContent }) => textContent);
const pressed = () => sent.mock.results.map(({ value }) => value as unknown);

async function open(...awaited: boolean[]) {
  sent.mockClear();
  const { fixture } = await render(Forms);
  const fields = fixture.componentInstance.fields();
  awaited.forEach((one, at) => fields[at]?.awaited.set(one));
  await fixture.whenStable();
  return { fixture, fields };
}

describe('a form with a field that waits', () => {
  it('is sent at once while nothing is awaited, and so is any other form', async () => {
    await open();
    press('Send');
    expect(pressed()).toEqual(['Send']);
  });

  it('waits visibly for what is awaited, and is sent by the button that was pressed last', async () => {
    const { fixture, fields } = await open(true);
    press('Send');
    press('Draft');
    press('Search');
    expect(pressed()).toEqual(['Search']);
    expect(waiting()).toEqual(['Draft']);

    fields[0]?.arrive();
    await fixture.whenStable();
    expect(pressed()).toEqual(['Search', 'Draft']);
    expect(waiting()).toEqual([]);
  });

  it('is not sent when nobody has pressed anything', async () => {
    const { fixture, fields } = await open(true);
    fields[0]?.arrive();
    await fixture.whenStable();
    expect(pressed()).toEqual([]);
  });

  it('waits for all that is awaited, in whatever order it comes', async () => {
    const { fixture, fields } = await open(true, true);
    press('Send');
    fields[0]?.arrive();
    await waitFor(() => expect(waiting()).toEqual(['Send']));
    expect(pressed()).toEqual([]);

    fields[1]?.arrive();
    await fixture.whenStable();
    expect(pressed()).toEqual(['Send']);
  });

  it('lets the button go and forgets that it was pressed when nothing is awaited any more', async () => {
    const { fixture, fields } = await open(true);
    press('Send');
    fields[0]?.awaited.set(false);
    await fixture.whenStable();
    expect(waiting()).toEqual([]);

    fields[0]?.arrive();
    await fixture.whenStable();
    expect(pressed()).toEqual([]);
  });

  it('lets the button go when the field that is waited for goes', async () => {
    const { fixture } = await open(true);
    press('Send');
    fixture.componentInstance.isOpen.set(false);
    await fixture.whenStable();
    expect(waiting()).toEqual([]);
    press('Send');
    expect(pressed()).toEqual(['Send']);
  });
});
