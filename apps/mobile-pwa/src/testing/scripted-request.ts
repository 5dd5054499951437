/** What comes back for a request; null: nothing ever does. */
export type Reply = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
} | null;

export interface Asked {
  readonly method: string;
  readonly address: string;
  readonly bytes: number;
  readonly headers: Headers;
  aborted: boolean;
  /** The browser tells that so many bytes of the body are gone. */
  readonly progress: (loaded: number) => void;
}

/** As much of the browser's XMLHttpRequest as carries a file, on a way that answers as told. */
export function scriptedRequest(asked: Asked[], reply: (request: Asked) => Reply) {
  return class ScriptedRequest {
    readonly upload: { onprogress?: (event: object) => void } = {};
    onload: (() => void) | undefined;
    onerror: ((error: Error) => void) | undefined;
    status = 0;
    responseText = '';
    #answered = new Headers();
    #method = '';
    #address = '';
    #sent: Asked | undefined;
    readonly #headers = new Headers();

    open(method: string, address: string): void {
      this.#method = method;
      this.#address = address;
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }
    // Where there is no such header, a browser gives null.
    getResponseHeader(name: string): string | null {
      return this.#answered.get(name);
    }
    send(body: Blob | null): void {
      const sent: Asked = {
        method: this.#method,
        address: this.#address,
        bytes: body?.size ?? 0,
        headers: this.#headers,
        aborted: false,
        progress: (loaded) => this.upload.onprogress?.({ lengthComputable: true, loaded }),
      };
      this.#sent = sent;
      asked.push(sent);
      const answer = reply(sent);
      if (answer === null) return;
      this.status = answer.status;
      this.#answered = new Headers(answer.headers);
      this.responseText = answer.body ?? '';
      queueMicrotask(() => this.onload?.());
    }
    abort(): void {
      if (this.#sent) this.#sent.aborted = true;
    }
  };
}
