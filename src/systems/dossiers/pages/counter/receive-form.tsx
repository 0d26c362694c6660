/** Receive form: who hands in, which papers, what the procedure asks, and where the result goes. */
import { type ComponentChildren, Fragment } from 'preact';
import { inLanguage, type LocalText } from '../../../../platform/i18n/local-text.ts';
import { timeInSentence } from '../../../../platform/text/vietnamese-date.ts';
import { Notice } from '../../../../platform/web/components/notice/notice.tsx';
import type { LikeDossier } from '../../like-dossiers.ts';
import type { Answers } from '../../../../platform/forms/answers.ts';
import type { FieldError } from '../../../../platform/forms/field-error.ts';
import type { Provenance } from '../../../../platform/forms/prefill.ts';
import type { FormContext } from '../../../../platform/forms/form.ts';
import { CommuneSuggestions } from '../../../../platform/forms/address-question.tsx';
import { liveForm } from '../../../../platform/forms/live-form.ts';
import { SectionQuestions } from '../../../../platform/forms/section-questions.tsx';
import { Button, ButtonGroup, LinkButton } from '../../../../platform/web/components/button/button.tsx';
import { CommandForm } from '../../../../platform/web/components/command-form/command-form.tsx';
import { Checkbox } from '../../../../platform/web/components/field/checkbox.tsx';
import { FileInput } from '../../../../platform/web/components/field/file-input.tsx';
import { Radios } from '../../../../platform/web/components/field/radios.tsx';
import { Select } from '../../../../platform/web/components/field/select.tsx';
import { TextInput } from '../../../../platform/web/components/field/text-input.tsx';
import { useFrame } from '../../../../platform/web/frame.tsx';
import type { ExemptionClaim } from '../../exemption-claim.ts';
import { ExemptionFields } from '../officer/exemption-fields.tsx';
import type { Component, PinnedVersion } from '../../../procedures/index.ts';
import { personBlocks } from '../../population-blocks.ts';
import type { RegisterAnswer } from '../../register-answers.ts';
import { RegisterAnswerText } from '../register-answer.tsx';
import { LOOK_UP } from '../../fill-from-register.ts';
import { OFFLINE } from '../offline/offline-words.ts';
import { counterWords, FIND } from './counter-words.ts';

/** A scan that an earlier press of the form brought. */
export interface KeptScan {
  readonly component: string;
  readonly fileId: string;
  readonly name: string;
}

export interface CounterForm {
  readonly version: PinnedVersion;
  readonly applicant: Readonly<Record<'name' | 'personalNumber' | 'phone' | 'address', string>>;
  /** An account with this number exists, so that the person sees the dossier online. */
  readonly known: boolean;
  readonly area: string;
  readonly answers: Answers;
  readonly context: FormContext;
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, string>>;
  readonly papers: ReadonlySet<string>;
  readonly receiveBy: string;
  /** The office of the counter; '' where the officer sits at none, and the dossier is received at the authority's own. */
  readonly office: string;
  /** Where the result is collected. */
  readonly returnAt: string;
  readonly offices: readonly { readonly id: string; readonly name: LocalText }[];
  /** Nothing was sent yet: the first field that the card leaves open has the focus. After a mistake the summary has it. */
  readonly isNew: boolean;
  readonly kept: readonly KeptScan[];
  /** What the person has open under this procedure already. */
  readonly alike: readonly LikeDossier[];
  /** What a register said in place of a paper. */
  readonly answered: readonly RegisterAnswer[];
  /** Of people in the form. */
  readonly provenance: Provenance;
  readonly caseId: string;
  /** An exemption from fees that the answers claim, and what was said of it. */
  readonly claim?: ExemptionClaim;
  readonly judgement?: (name: string) => string;
}

/** Said before the form, and asked about at its end when the button was pressed. */
function Alike({ alike }: Pick<CounterForm, 'alike'>) {
  const { locale } = useFrame();
  const words = counterWords(locale);
  if (alike.length === 0) return null;
  return (
    <Notice kind="warning" title={words.alike}>
      <ul>
        {alike.map(({ code, receivedAt, office }) => (
          <li key={code}>
            {words.alikeOne(code, timeInSentence(receivedAt, locale), inLanguage(office, locale).text)}
          </li>
        ))}
      </ul>
      <Checkbox name="alike_seen" label={words.alikeSeen} />
    </Notice>
  );
}

/** Where the form goes when the line is down, or was: without scans, and without money. */
export interface OfflineSending {
  readonly action: string;
  readonly submit: string;
  readonly more: ComponentChildren;
}

interface ReceiveFormProps {
  readonly chosen: CounterForm;
  readonly asked: { readonly the: string };
  readonly offline?: OfflineSending;
}

export function ReceiveForm({ chosen, asked, offline }: ReceiveFormProps) {
  const { locale } = useFrame();
  const words = counterWords(locale);
  const { version, applicant } = chosen;
  return (
    <>
      {offline ? (
        <p>
          <strong>{inLanguage(version.definition.name, locale).text}</strong>{' '}
          <a class="ds-link" href={OFFLINE}>
            {words.another}
          </a>
        </p>
      ) : (
        <CommandForm action={FIND}>
          <input type="hidden" name="the" value={asked.the || applicant.personalNumber} />
          <p>
            <strong>{inLanguage(version.definition.name, locale).text}</strong>{' '}
            <Button variant="tertiary">{words.another}</Button>
          </p>
        </CommandForm>
      )}
      <CommandForm action={offline?.action ?? '/can-bo/quay'} multipart={!offline}>
        <input type="hidden" name="version_id" value={version.id} />
        <input type="hidden" name="tt" value={version.definition.code} />
        <input type="hidden" name="case_id" value={chosen.caseId} />
        <Alike alike={chosen.alike} />
        {chosen.claim && <ExemptionFields claim={chosen.claim} typed={chosen.judgement ?? (() => '')} />}
        <div class="vc-counter-columns">
          <div class="vc-stack">
            <h2>{words.person}</h2>
            <TextInput
              name="applicant_name"
              label={words.name}
              value={applicant.name}
              maxLength={200}
              autofocus={chosen.isNew && applicant.name === ''}
            />
            <TextInput
              name="applicant_number"
              label={words.number}
              value={applicant.personalNumber}
              inputMode="numeric"
              optional
              {...(chosen.known ? { hint: words.known } : {})}
            />
            <TextInput
              name="applicant_phone"
              label={words.phone}
              value={applicant.phone}
              inputMode="tel"
              optional
              autofocus={chosen.isNew && applicant.name !== ''}
            />
            <TextInput
              name="applicant_address"
              label={words.address}
              value={applicant.address}
              optional
              maxLength={300}
            />
            <Select
              name="area"
              label={words.area}
              hint={words.areaHint}
              value={chosen.area}
              options={version.form.communes.map((commune) => ({
                value: commune.value,
                label: inLanguage(commune.label, locale).text,
              }))}
            />
            {chosen.office !== '' && (
              <Select
                name="return_at"
                label={words.returnAt}
                value={chosen.returnAt}
                options={chosen.offices.map(({ id, name }) => ({ value: id, label: inLanguage(name, locale).text }))}
              />
            )}
            <h2>{words.papers}</h2>
            <Papers {...chosen} scans={!offline} />
            {!asksHowToReceive(version) && (
              <Radios
                name="receive_by"
                label={words.receive}
                value={chosen.receiveBy}
                options={(['counter', 'post', 'electronic'] as const).map((value) => ({ value, label: words[value] }))}
              />
            )}
            {offline?.more ?? <Checkbox name="pay_now" label={words.pay} />}
          </div>
          <div class="vc-stack">
            <h2>{words.answers}</h2>
            {version.form.sections.map((section) => (
              <Fragment key={section.key}>
                <SectionQuestions
                  form={version.form}
                  section={section.key}
                  answers={chosen.answers}
                  context={chosen.context}
                  errors={chosen.errors}
                  typed={chosen.typed}
                  provenance={chosen.provenance}
                  suggestions={false}
                />
                <LookUpPeople chosen={chosen} section={section.key} />
              </Fragment>
            ))}
            <CommuneSuggestions form={version.form} />
          </div>
        </div>
        <ButtonGroup>
          <Button>{offline?.submit ?? words.submit}</Button>
          <LinkButton variant="secondary" href={offline ? OFFLINE : '/can-bo/quay'}>
            {words.nextPerson}
          </LinkButton>
        </ButtonGroup>
      </CommandForm>
    </>
  );
}

/** By the number that stands in the form; what the officer has typed stays. */
function LookUpPeople({ chosen, section }: { chosen: CounterForm; section: string }) {
  const { locale } = useFrame();
  const words = counterWords(locale);
  const { version, answers, context } = chosen;
  const asked = liveForm(version.form, answers, context).sections.some((one) => one.section.key === section);
  const blocks = asked ? personBlocks(version.form).filter((block) => block.section === section) : [];
  return (
    <>
      {blocks.map(({ path, label }) => (
        <p key={path}>
          <Button variant="secondary" name={LOOK_UP} value={path}>
            {words.lookUp}: {inLanguage(label, locale).text}
          </Button>
        </p>
      ))}
    </>
  );
}

/** Forms that ask it themselves are not asked twice. */
const asksHowToReceive = ({ form }: PinnedVersion): boolean =>
  form.sections.some((section) => section.nodes.some((node) => node.kind === 'block' && node.key === 'receive'));

function Papers({ version, papers, kept, answered, scans }: CounterForm & { readonly scans: boolean }) {
  const { locale } = useFrame();
  const words = counterWords(locale);
  return (
    <>
      {version.definition.components
        .filter((one) => one.kind !== 'form' && (isPaper(one) || answered.some(({ component }) => component === one)))
        .map((one) => {
          const name = inLanguage(one.name, locale).text;
          const said = answered.find(({ component }) => component === one);
          if (said?.state === 'answered')
            return (
              <fieldset key={one.key} class="vc-counter-paper">
                <legend class="ds-label">{name}</legend>
                <RegisterAnswerText answer={said} facts />
              </fieldset>
            );
          return (
            <fieldset key={one.key} class="vc-counter-paper">
              <legend class="ds-label">{name}</legend>
              {said && <RegisterAnswerText answer={said} />}
              <Checkbox
                name={`paper.${one.key}`}
                label={one.handling === 'handed-in' ? words.taken : words.seen}
                checked={papers.has(one.key)}
              />
              {kept
                .filter(({ component }) => component === one.key)
                .map(({ fileId, name: file }) => (
                  <div key={fileId}>
                    <input type="hidden" name={`kept.${one.key}`} value={fileId} />
                    <Checkbox name={`drop.${fileId}`} label={words.kept(file)} />
                  </div>
                ))}
              {scans && one.handling === 'handed-in' && (
                <FileInput
                  name={`scan.${one.key}`}
                  label={words.scan(name)}
                  accept="image/*,application/pdf"
                  optional
                />
              )}
            </fieldset>
          );
        })}
    </>
  );
}

const isPaper = ({ handling }: Component): boolean => handling === 'handed-in' || handling === 'shown';
