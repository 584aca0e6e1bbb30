/** What every labelled field has. */
export type FieldProps = {
  readonly label: string;
  /** The label is read out but not drawn, where the place makes clear what the field is. */
  readonly isLabelHidden?: boolean;
  /** Help below the field. */
  readonly hint?: string;
  /** What is wrong with the value, in a sentence; null where nothing is. */
  readonly error?: string | null;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
};
