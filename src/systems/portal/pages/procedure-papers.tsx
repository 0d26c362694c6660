/** Papers: what the dossier is made of, alternatives together, with what is only shown and what the office finds by itself. */
import { Tag } from '../../../platform/web/components/tag/tag.tsx';
import { Unconfirmed } from '../../../platform/web/components/tag/unconfirmed.tsx';
import { Local } from '../../../platform/web/local.tsx';
import type { ProcedureTexts } from './procedure-texts.ts';
import type { ComponentGroup, ComponentView } from './procedure-view.ts';

export function ProcedurePapers({ groups, words }: { groups: readonly ComponentGroup[]; words: ProcedureTexts }) {
  if (groups.length === 0) return <p>{words.noPapers}</p>;
  return (
    <ul class="vc-ruled">
      {groups.map((group) => (
        <li key={group.alternatives[0]?.name.vi}>
          {group.condition && (
            <p class="vc-quiet vc-small">
              {words.when}
              <Local text={group.condition} />
            </p>
          )}
          {group.alternatives.length > 1 ? (
            <>
              <p class="vc-quiet vc-small">{words.oneOf}</p>
              <ul class="vc-list">
                {group.alternatives.map((paper) => (
                  <li key={paper.name.vi}>
                    <Paper paper={paper} words={words} />
                  </li>
                ))}
              </ul>
            </>
          ) : (
            group.alternatives.map((paper) => <Paper key={paper.name.vi} paper={paper} words={words} />)
          )}
        </li>
      ))}
    </ul>
  );
}

function Paper({ paper, words }: { paper: ComponentView; words: ProcedureTexts }) {
  return (
    <>
      <p>
        <Local text={paper.name} /> {paper.confirm && <Unconfirmed />}
      </p>
      <p class="vc-paper-how">
        {paper.eForm && <Tag tone="info">{words.eForm}</Tag>}
        {paper.handling === 'shown' && <Tag>{words.shown}</Tag>}
        {paper.handling === 'data' && <Tag>{words.data}</Tag>}
        {paper.copies && (
          <span>
            <Local text={paper.copies} />
          </span>
        )}
      </p>
      {paper.replacedBy && (
        <p class="vc-quiet vc-small">
          {words.replaced}
          {paper.replacedBy.map((register, index) => (
            <span key={register.vi}>
              {index > 0 && ', '}
              <Local text={register} />
            </span>
          ))}
        </p>
      )}
    </>
  );
}
