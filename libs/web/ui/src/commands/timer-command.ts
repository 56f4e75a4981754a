import { Service, signal } from '@angular/core';
import { Subject } from 'rxjs';

/** "Start or stop the timer", asked from anywhere (hotkey, phone bar); whoever owns the timer listens and says whether it runs. */
@Service()
export class TimerCommand {
  private readonly asked = new Subject<void>();

  /** Each wish to start or stop. */
  readonly toggled = this.asked.asObservable();
  /** Set by the owner of the timer: decides what the button shows. */
  readonly running = signal(false);

  toggle(): void {
    this.asked.next();
  }
}
