import type { Cents } from '../money.ts';

/** One tea of the catalogue. */
export interface Tea {
  readonly sku: string;
  readonly name: string;
  readonly kind: 'green' | 'black' | 'white' | 'oolong' | 'herbal';
  readonly origin: string;
  readonly centsPer100g: Cents;
  /** Names the taste, then the water's temperature and the time. */
  readonly description: string;
}
