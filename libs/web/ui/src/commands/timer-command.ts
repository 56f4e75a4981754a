import { Service } from '@angular/core';
import { Subject } from 'rxjs';

/** "Start or stop the timer", asked from anywhere (hotkey, phone bar); whoever owns the timer listens. */
@Service()
export class TimerCommand {
  private readonly asked = new Subject<void>();

  /** Each wish to start or stop. */
  readonly toggled = this.asked.asObservable();

  toggle(): void {
    this.asked.next();
  }
}
