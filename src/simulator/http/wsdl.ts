import { escapeXml } from '../wire/codec.ts';

/** The service description with this service's address in it instead of the published one. */
export function wsdlWithAddress(wsdl: string, soapUrl: string): string {
  const address = escapeXml(soapUrl).replace(/"/g, '&quot;');
  return wsdl.replace(/(<soap:address\s+location=")[^"]*(")/, (_, open: string, close: string) => open + address + close);
}
