import type { Configuration } from '../../../readers/terraform/resources/configuration.fixture.ts';

/** One small system in two languages. Logical ids are the Terraform names in capitals: `failed_orders`, `FailedOrders`. */
export interface EquivalenceCase {
  readonly title: string;
  readonly terraform: Configuration;
  /** Below `Resources:`. */
  readonly template: string;
}
