export { PaymentScreen } from './payment-screen.tsx';
export { customerWords } from './payment-words.ts';
export { usePaymentAttention } from './use-payment-attention.ts';
export { BigAmount } from './big-amount.tsx';
