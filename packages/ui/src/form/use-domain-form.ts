import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type * as z from 'zod/mini';
import { useMessages } from '../i18n.ts';
import { type AlsoWrong, domainResolver } from './domain-resolver.ts';
import { noteSchema } from './form-schema.ts';

/** A form whose schema is the payload of a command. Empty texts count as not given. */
export function useDomainForm<Input extends FieldValues, Output>(
  schema: z.ZodMiniType<Output, Input>,
  defaultValues: DefaultValues<Input>,
  also?: AlsoWrong<Input>,
): UseFormReturn<Input, unknown, Output> {
  const { language } = useMessages();
  const form = useForm<Input, unknown, Output>({
    defaultValues,
    resolver: domainResolver(schema, language, also),
    shouldFocusError: false,
  });
  noteSchema(form.control, schema);
  return form;
}
