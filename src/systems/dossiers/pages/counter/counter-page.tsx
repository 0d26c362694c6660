/** Counter page: person, procedure, papers, answers and fee on one screen, from the card reader to the receipt by keyboard. */
import { type KeyHint, KeyHints } from '../../../../platform/web/components/key-hints/key-hints.tsx';
import { FormErrorSummary } from '../../../../platform/forms/form-error-summary.tsx';
import { Button } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { ErrorSummary } from '../../../../platform/web/components/error-summary/error-summary.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import { Local } from '../../../../platform/web/local.tsx';
import type { ProcedureSearchResult } from '../../../procedures/index.ts';
import { DeskLayout } from '../officer/desk-layout.tsx';
import { counterWords, FIND } from './counter-words.ts';
import { type CounterForm, ReceiveForm } from './receive-form.tsx';

export interface CounterPageProps {
  /** What was read or typed: card or number, words for the procedure. */
  readonly asked: Readonly<Record<'the' | 'q', string>>;
  readonly found: ProcedureSearchResult['found'];
  readonly chosen?: CounterForm;
  readonly refused?: string;
  /** The field that the refusal is about. */
  readonly refusedAt?: string;
  /** What the reader typed is no card. */
  readonly unreadable?: boolean;
}

export function CounterPage({ asked, found, chosen, refused, refusedAt, unreadable }: CounterPageProps) {
  const { locale } = useFrame();
  const words = counterWords(locale);
  return (
    <DeskLayout title={words.title}>
      <div class="vc-counter">
        {refused && <ErrorSummary errors={[{ message: refused, ...(refusedAt && { name: refusedAt }) }]} />}
        {unreadable && <ErrorSummary errors={[{ name: 'the', message: words.unreadable }]} />}
        {chosen && <FormErrorSummary errors={chosen.errors} />}
        <h1>{words.title}</h1>
        {chosen ? (
          <ReceiveForm chosen={chosen} asked={asked} />
        ) : (
          <>
            <CommandForm action={FIND}>
              <div class="vc-counter-ask">
                <TextInput
                  name="the"
                  label={words.card}
                  value={asked.the}
                  optional
                  maxLength={500}
                  autofocus={asked.the === '' && !asked.q}
                  {...(unreadable ? { error: words.unreadable } : {})}
                />
                <TextInput
                  name="q"
                  label={words.procedure}
                  value={asked.q}
                  maxLength={100}
                  autofocus={asked.the !== '' && asked.q === '' && !unreadable}
                />
                <Button>{words.find}</Button>
              </div>
            </CommandForm>
            {asked.q && !unreadable && (
              <>
                <h2>{words.matches}</h2>
                {found.length === 0 && <p>{words.nothing}</p>}
                {found.length > 0 && (
                  <CommandForm action={FIND}>
                    <input type="hidden" name="the" value={asked.the} />
                    <input type="hidden" name="q" value={asked.q} />
                    <ol class="vc-counter-found">
                      {found.map((procedure, index) => (
                        <li key={procedure.id}>
                          <Button
                            variant="tertiary"
                            name="tt"
                            value={procedure.code}
                            keyHint={String(index + 1)}
                            autofocus={index === 0 && !unreadable}
                          >
                            <Local text={procedure.name} /> <span class="vc-quiet">{procedure.code}</span>
                          </Button>
                        </li>
                      ))}
                    </ol>
                  </CommandForm>
                )}
              </>
            )}
          </>
        )}
        <KeyHints hints={hintsOf(words, { choosing: found.length > 0, filling: chosen !== undefined })} />
      </div>
    </DeskLayout>
  );
}

function hintsOf(
  words: ReturnType<typeof counterWords>,
  { choosing, filling }: { readonly choosing: boolean; readonly filling: boolean },
): KeyHint[] {
  if (filling)
    return [
      { keys: ['Tab'], does: words.tab },
      { keys: ['Space'], does: words.space },
      { keys: ['Enter'], does: words.submit },
    ];
  return [
    ...(choosing ? [{ keys: ['1', '…', '8'], does: words.chooseOne }] : []),
    { keys: ['Enter'], does: words.enter },
  ];
}
