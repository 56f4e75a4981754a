import { Service } from '@angular/core';

/** What somebody has asked for and is not on screen yet: what they type is meant for it, and acts on nothing else. */
@Service()
export class Awaited {
  private count = 0;

  get any(): boolean {
    return this.count > 0;
  }

  /** Counts it until it has arrived, or has failed to. */
  async until<T>(arrival: Promise<T>): Promise<T> {
    this.count++;
    try {
      return await arrival;
    } finally {
      this.count--;
    }
  }
}
