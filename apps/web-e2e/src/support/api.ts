import { type APIRequestContext, expect } from '@playwright/test';

/** The API as one person, for what a spec needs beforehand. A refused request fails the spec. */
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly token?: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send('POST', path, body);
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<void> {
    return this.send('DELETE', path);
  }

  private async send<T>(method: string, path: string, data?: object): Promise<T> {
    const headers: Record<string, string> = this.token
      ? { Authorization: `Bearer ${this.token}` }
      : {};
    const response = await this.request.fetch(`/api/${path}`, { method, headers, data });
    const text = await response.text();
    expect(response.ok(), `${method} /api/${path}: ${text}`).toBe(true);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
