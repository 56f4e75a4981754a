import { Component, computed, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule, type ValidatorFn, Validators } from '@angular/forms';
import { MatAutocomplete, MatAutocompleteTrigger, MatOption } from '@angular/material/autocomplete';
import { Field, FieldControl, isZone } from '@tidemark/web/ui';
import { startWith, switchMap } from 'rxjs';
import { allZones, findZones } from './zones';

const SHOWN = 60;

const knownZone: ValidatorFn = ({ value }) =>
  isZone(value as string) ? null : { zone: { message: 'Choose a time zone from the list' } };

/** The control of a time zone, by its IANA name. */
export function zoneControl(zone: string): FormControl<string> {
  return new FormControl(zone, { nonNullable: true, validators: [Validators.required, knownZone] });
}

/** A time zone, found by typing a city or an offset. */
@Component({
  selector: 'tm-zone-field',
  imports: [
    Field,
    FieldControl,
    MatAutocomplete,
    MatAutocompleteTrigger,
    MatOption,
    ReactiveFormsModule,
  ],
  templateUrl: './zone-field.html',
  styleUrl: './zone-field.css',
})
export class ZoneField {
  readonly control = input.required<FormControl<string>>();
  readonly hint = input('Days and times are shown in this zone');

  private readonly zones = allZones();
  private readonly typed = toSignal(
    toObservable(this.control).pipe(
      switchMap((control) => control.valueChanges.pipe(startWith(control.value))),
    ),
    { initialValue: '' },
  );

  /** With a whole name in the field everything is on offer: somebody who opens the list wants another one. */
  protected readonly options = computed(() => {
    const typed = this.typed();
    const query = this.zones.includes(typed) ? '' : typed;
    return findZones(this.zones, query, Date.now(), query ? SHOWN : this.zones.length);
  });
}
