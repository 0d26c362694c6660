/** Key facts: how long, how much, who, where, and the one button to begin; beside the text on wide screens, above it on phones. */
import type { ComponentChildren } from 'preact';
import { ButtonGroup, LinkButton } from '../../../platform/web/components/button/button.tsx';
import { SummaryList, type SummaryRow } from '../../../platform/web/components/summary-list/summary-list.tsx';
import { Local } from '../../../platform/web/local.tsx';
import { FactText } from './fact-text.tsx';
import type { ProcedureTexts } from './procedure-texts.ts';
import type { ProcedureView } from './procedure-view.ts';

export interface ProcedureFactsProps {
  procedure: ProcedureView;
  words: ProcedureTexts;
  apply?: string;
  counters?: string;
}

export function ProcedureFacts({ procedure, words, apply, counters }: ProcedureFactsProps) {
  return (
    <aside class="vc-facts" aria-label={words.inShort}>
      {(apply || counters) && (
        <ButtonGroup>
          {apply && <LinkButton href={apply}>{words.apply}</LinkButton>}
          {counters && (
            <LinkButton href={counters} variant="secondary">
              {words.counters}
            </LinkButton>
          )}
        </ButtonGroup>
      )}
      {!apply && <p class="vc-quiet vc-small">{words.noOnline}</p>}
      <SummaryList rows={factRows(procedure, words)} />
    </aside>
  );
}

function factRows(procedure: ProcedureView, words: ProcedureTexts): SummaryRow[] {
  const rows: SummaryRow[] = [
    { label: words.term, value: <FactText fact={procedure.term} /> },
    { label: words.cost, value: <FactText fact={procedure.feeSummary} /> },
    {
      label: words.authority,
      value: procedure.authorities.map((fact) => (
        <Line key={fact.text.vi}>
          <FactText fact={fact} />
        </Line>
      )),
    },
    { label: words.onlineLevel, value: words[procedure.online] },
    {
      label: words.channels,
      value: procedure.channels.map((channel) => (
        <Line key={channel.name.vi}>
          <Channel channel={channel} />
        </Line>
      )),
    },
    {
      label: words.subjects,
      value: procedure.subjects.map((subject) => (
        <Line key={subject.vi}>
          <Local text={subject} />
        </Line>
      )),
    },
  ];
  return rows.filter((row) => !Array.isArray(row.value) || row.value.length > 0);
}

function Channel({ channel }: { channel: ProcedureView['channels'][number] }) {
  return (
    <>
      <Local text={channel.name} />
      {channel.term && (
        <>
          : <FactText fact={channel.term} />
        </>
      )}
      {channel.note && (
        <span class="vc-quiet">
          {' '}
          (<Local text={channel.note} />)
        </span>
      )}
    </>
  );
}

const Line = ({ children }: { children: ComponentChildren }) => <div>{children}</div>;
