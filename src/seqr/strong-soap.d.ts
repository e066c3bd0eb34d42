/** The part of strong-soap 6 that is used; it brings no types of its own. */
declare module 'strong-soap' {
  export interface StrongSoapHttpClient {
    readonly options: { readonly prettyPrint: boolean };
    /** The documented extension point: called within the operation's own call, with the finished envelope. */
    readonly request: (url: string, xml: string, callback: unknown, headers: Readonly<Record<string, string>>) => undefined;
  }
  export interface StrongSoapClient {
    /** service → port → operation. */
    describe(): Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
    lastRequest: string;
    lastMessage: string;
    readonly [operation: string]: unknown;
  }
  export const soap: {
    readonly WSDL: new (
      text: string,
      uri: string,
      options: object,
    ) => {
      load(done: (error: unknown, wsdl?: unknown) => void): void;
    };
    readonly Client: new (wsdl: unknown, endpoint: string, options: { readonly httpClient: StrongSoapHttpClient }) => StrongSoapClient;
  };
}
