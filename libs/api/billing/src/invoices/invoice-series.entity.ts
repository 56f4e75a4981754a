import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest number of a year. Whoever draws or gives back a number holds this row until the transaction ends. */
@Entity()
export class InvoiceSeries {
  @PrimaryColumn({ type: 'int' })
  readonly year: number;

  @Column({ type: 'int' })
  readonly lastNumber: number;
}
