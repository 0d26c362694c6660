/** All forms of items, in the order in which pages offer them. */
import { endUnitForm, mergeForm, splitForm } from './end-forms.ts';
import type { ItemForm } from './item-form.ts';
import { appointForm, changePositionForm, dismissForm, endPositionForm, newPositionForm } from './position-forms.ts';
import { changeUnitForm, newUnitForm } from './unit-forms.ts';

export const ITEM_FORMS: readonly ItemForm[] = [
  newUnitForm,
  changeUnitForm,
  mergeForm,
  splitForm,
  endUnitForm,
  newPositionForm,
  changePositionForm,
  endPositionForm,
  appointForm,
  dismissForm,
];
