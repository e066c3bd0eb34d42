/* Written by strong-soap: see write-templates.ts. A build writes it anew for itself; `npm run templates` writes this file. */
import type { Templates } from './template.ts';

export const WRITTEN_TEMPLATES: Templates = {
  "getPaymentStatus": [
    {
      "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body><ns1:getPaymentStatus xmlns:ns1=\"http://external.interfaces.ers.seamless.com/\"><context><channel>{context.channel}</channel><clientId>{context.clientId}</clientId><clientReference>{context.clientReference}</clientReference><clientRequestTimeout>{context.clientRequestTimeout}</clientRequestTimeout><initiatorPrincipalId><id>{context.initiatorPrincipalId.id}</id><type>{context.initiatorPrincipalId.type}</type></initiatorPrincipalId><password>{context.password}</password></context><invoiceReference>{invoiceReference}</invoiceReference><invoiceVersion>{invoiceVersion}</invoiceVersion></ns1:getPaymentStatus></soap:Body></soap:Envelope>",
      "headers": {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": "\"\""
      }
    },
    {
      "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body><ns1:getPaymentStatus xmlns:ns1=\"http://external.interfaces.ers.seamless.com/\"><context><channel>{context.channel}</channel><clientId>{context.clientId}</clientId><clientReference>{context.clientReference}</clientReference><clientRequestTimeout>{context.clientRequestTimeout}</clientRequestTimeout><initiatorPrincipalId><id>{context.initiatorPrincipalId.id}</id><type>{context.initiatorPrincipalId.type}</type><userId>{context.initiatorPrincipalId.userId}</userId></initiatorPrincipalId><password>{context.password}</password></context><invoiceReference>{invoiceReference}</invoiceReference><invoiceVersion>{invoiceVersion}</invoiceVersion></ns1:getPaymentStatus></soap:Body></soap:Envelope>",
      "headers": {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": "\"\""
      }
    }
  ],
  "cancelInvoice": [
    {
      "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body><ns1:cancelInvoice xmlns:ns1=\"http://external.interfaces.ers.seamless.com/\"><context><channel>{context.channel}</channel><clientId>{context.clientId}</clientId><clientReference>{context.clientReference}</clientReference><clientRequestTimeout>{context.clientRequestTimeout}</clientRequestTimeout><initiatorPrincipalId><id>{context.initiatorPrincipalId.id}</id><type>{context.initiatorPrincipalId.type}</type></initiatorPrincipalId><password>{context.password}</password></context><invoiceReference>{invoiceReference}</invoiceReference></ns1:cancelInvoice></soap:Body></soap:Envelope>",
      "headers": {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": "\"\""
      }
    },
    {
      "xml": "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header/><soap:Body><ns1:cancelInvoice xmlns:ns1=\"http://external.interfaces.ers.seamless.com/\"><context><channel>{context.channel}</channel><clientId>{context.clientId}</clientId><clientReference>{context.clientReference}</clientReference><clientRequestTimeout>{context.clientRequestTimeout}</clientRequestTimeout><initiatorPrincipalId><id>{context.initiatorPrincipalId.id}</id><type>{context.initiatorPrincipalId.type}</type><userId>{context.initiatorPrincipalId.userId}</userId></initiatorPrincipalId><password>{context.password}</password></context><invoiceReference>{invoiceReference}</invoiceReference></ns1:cancelInvoice></soap:Body></soap:Envelope>",
      "headers": {
        "Content-Type": "text/xml; charset=utf-8",
        "SOAPAction": "\"\""
      }
    }
  ]
};
