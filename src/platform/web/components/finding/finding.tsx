/** Finding: what supervision has found, in a box with a red bar: flag, number, level and time; what happened in one sentence; the rule, by when it is answered, who sees it. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';
import { Tag, type Tone } from '../tag/tag.tsx';

export interface FindingProps {
  /** "V03.H53.15-261123-0001.7". */
  number: string;
  href?: string;
  level: { readonly words: string; readonly tone: Tone; readonly solid?: boolean };
  time: string;
  /** What the rule is called. */
  title: ComponentChildren;
  /** What happened, with both dates. */
  children: ComponentChildren;
  /** The rule, answer-by, who sees it: each a short line. */
  facts?: readonly ComponentChildren[];
  /** "Giải trình" and the evidence. */
  actions?: ComponentChildren;
}

export function Finding({ number, href, level, time, title, children, facts = [], actions }: FindingProps) {
  return (
    <section class="vc-finding" id={`phat-hien-${number}`}>
      <p class="vc-finding-head">
        <Icon name="flag" />
        {href ? (
          <a class="ds-link vc-whole" href={href}>
            {number}
          </a>
        ) : (
          <strong class="vc-whole">{number}</strong>
        )}
        <Tag tone={level.tone} {...(level.solid ? { solid: true } : {})}>
          {level.words}
        </Tag>
        <span class="vc-quiet vc-digits">{time}</span>
      </p>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{children}</p>
      {facts.length > 0 && (
        <ul class="vc-finding-facts">
          {facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
        </ul>
      )}
      {actions && <div class="vc-buttons">{actions}</div>}
    </section>
  );
}
