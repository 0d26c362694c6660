/** Procedure page: what to bring, what it costs, how long it takes and what comes out, before anybody sets out. */
import type { ComponentChildren } from 'preact';
import { inLanguage } from '../../../platform/i18n/local-text.ts';
import type { Alert } from '../../../platform/web/components/alert-band/alert-band.tsx';
import { DataTable } from '../../../platform/web/components/data-table/data-table.tsx';
import { Notice } from '../../../platform/web/components/notice/notice.tsx';
import { SummaryList } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { Breadcrumb } from '../../../platform/web/components/trail/trail.tsx';
import { type SiteLink, useLocale } from '../../../platform/web/frame.tsx';
import { CitizenLayout } from '../../../platform/web/layouts/citizen-layout.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FactList, FactText } from './fact-text.tsx';
import { ProcedureFacts } from './procedure-facts.tsx';
import { ProcedurePapers } from './procedure-papers.tsx';
import { type ProcedureTexts, procedureTexts } from './procedure-texts.ts';
import type { ProcedureView } from './procedure-view.ts';

export interface ProcedurePageProps {
  alerts?: readonly Alert[];
  procedure: ProcedureView;
  /** The pages above: all procedures, the field. */
  crumbs: readonly SiteLink[];
  /** Where an application starts; absent where none is taken online. */
  apply?: string;
  /** Page of the counters that take it. */
  counters?: string;
}

export function ProcedurePage({ alerts, procedure, crumbs, apply, counters }: ProcedurePageProps) {
  const locale = useLocale();
  const words = procedureTexts(locale);
  const name = inLanguage(procedure.name, locale).text;
  return (
    <CitizenLayout title={name} description={words.description(name)} alerts={alerts}>
      <Breadcrumb crumbs={crumbs.map(({ label, href }) => ({ label: <Local text={label} />, href }))} />
      <p class="vc-quiet vc-small">
        <span class="vc-whole">{procedure.code}</span> · <Local text={procedure.field} />
      </p>
      <h1 class="vc-page-title">
        <Local text={procedure.name} />
      </h1>
      <div class="vc-with-facts">
        <ProcedureFacts procedure={procedure} words={words} apply={apply} counters={counters} />
        <div class="vc-sections">
          {!procedure.isRecord && (
            <>
              <Section title={words.papers}>
                <ProcedurePapers groups={procedure.components} words={words} />
              </Section>
              <Section title={words.fees}>
                {procedure.fees.length > 0 ? <Fees procedure={procedure} words={words} /> : <p>{words.noFees}</p>}
              </Section>
            </>
          )}
          <Process procedure={procedure} words={words} />
          <Basis procedure={procedure} words={words} />
        </div>
      </div>
    </CitizenLayout>
  );
}

interface PartProps {
  procedure: ProcedureView;
  words: ProcedureTexts;
}

function Fees({ procedure, words }: PartProps) {
  return (
    <DataTable
      caption={words.fees}
      captionHidden
      rows={procedure.fees}
      keyOf={(fee) => fee.name.vi}
      columns={[
        {
          key: 'name',
          head: words.fee,
          names: true,
          cell: (fee) => (
            <>
              <Local text={fee.name} />
              {fee.exempt && (
                <p class="vc-caption">
                  {words.exempt}
                  <Local text={fee.exempt} />
                </p>
              )}
            </>
          ),
        },
        { key: 'amount', head: words.amount, align: 'end', cell: (fee) => <FactText fact={fee.amount} /> },
      ]}
    />
  );
}

function Process({ procedure, words }: PartProps) {
  const { cases, steps, results, requirements, silence } = procedure;
  return (
    <>
      {cases.length > 0 && (
        <Section title={words.cases}>
          <SummaryList
            rows={cases.map((each) => ({ label: <Local text={each.name} />, value: <FactText fact={each.term} /> }))}
          />
        </Section>
      )}
      {steps.length > 0 && (
        <Section title={words.steps}>
          <ol class="vc-list">
            {steps.map((step) => (
              <li key={step.name.vi}>
                <Local text={step.name} />
                {step.detail && (
                  <p class="vc-quiet vc-small">
                    <FactText fact={step.detail} />
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Section>
      )}
      {results.length > 0 && (
        <Section title={words.results}>
          <FactList facts={results} />
        </Section>
      )}
      {requirements.length > 0 && (
        <Section title={words.requirements}>
          <FactList facts={requirements} />
        </Section>
      )}
      {silence && (
        <Notice title={words.silence}>
          <p>
            <Local text={silence} />
          </p>
        </Notice>
      )}
    </>
  );
}

function Basis({ procedure, words }: PartProps) {
  return (
    <>
      {procedure.legalBasis.length > 0 && (
        <Section title={words.legalBasis}>
          <ul class="vc-list">
            {procedure.legalBasis.map((rule) => (
              <li key={rule.title.vi}>
                <Local text={rule.title} />
                {rule.articles && `, ${rule.articles}`} {rule.confirm && <Unconfirmed />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {procedure.remarks.length > 0 && (
        <Section title={words.remarks}>
          <FactList facts={procedure.remarks.map((text) => ({ text }))} />
        </Section>
      )}
      {procedure.unconfirmed && <p class="vc-quiet vc-small">{words.unconfirmed}</p>}
    </>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="vc-section-title">{title}</h2>
      {children}
    </section>
  );
}
