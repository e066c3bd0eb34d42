import { useSnapshot } from '../../store/index.ts';
import { PaymentScreen } from '../payment/index.ts';

/** The test payment while it runs: the payment's own screen in the place of the page. */
export function TestPayment() {
  const payment = useSnapshot((snapshot) => snapshot.payment);
  return payment === null ? null : <PaymentScreen view={payment} />;
}
