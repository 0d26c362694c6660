/** Result templates: the paper a dossier ends in, from the pack where the procedure names one, else a general letter of reply. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packFolderOf } from '../../platform/config/project-root.ts';
import { compileTemplate, type ResultTemplate } from '../../platform/documents/results/compile-template.ts';
import type { Form } from '../../platform/forms/form.ts';
import type { FormLists } from '../../platform/forms/form-lists.ts';
import { readYaml } from '../../platform/pack/read-yaml.ts';
import type { ProcedureDefinition } from '../procedures/index.ts';

export type ResultKind = 'approved' | 'rejected';

const compiled = new WeakMap<Form, Map<string, ResultTemplate>>();

/** Throws when even the general letter does not compile: that is a fault of the program. */
export function templateFor(
  province: string,
  { definition, form, kind }: { definition: ProcedureDefinition; form: Form; kind: ResultKind },
): ResultTemplate {
  const named = kind === 'approved' ? definition.results.find((result) => result.template)?.template : undefined;
  const known = compiled.get(form) ?? new Map<string, ResultTemplate>();
  compiled.set(form, known);
  const key = `${province}/${definition.code}/${kind}/${named ?? ''}`;
  const found = known.get(key) ?? compileFor(province, { definition, form, kind }, named);
  known.set(key, found);
  return found;
}

function compileFor(
  province: string,
  asked: { definition: ProcedureDefinition; form: Form; kind: ResultKind },
  named: string | undefined,
): ResultTemplate {
  const library = { lists: ((name: string) => (name === 'communes' ? asked.form.communes : undefined)) as FormLists };
  const fromPack = named === undefined ? undefined : readTemplate(province, named);
  // A version pinned before the template's form was written has another form: the general letter serves it.
  if (fromPack !== undefined) {
    const whole = compileTemplate(
      fromPack,
      (code) => (code === asked.form.definition.code ? asked.form.definition : undefined),
      library,
    );
    if (whole.template) return whole.template;
  }
  const general = compileTemplate(
    asked.kind === 'approved' ? generalResult(asked) : rejection(asked),
    () => asked.form.definition,
    library,
  );
  if (!general.template) throw new Error(`the general result letter is wrong: ${JSON.stringify(general.faults)}`);
  return general.template;
}

const readTemplate = (province: string, code: string): unknown =>
  readYaml(readFileSync(join(packFolderOf(province), 'documents', `${code}.yaml`), 'utf8')).value;

function generalResult({ definition, form }: { definition: ProcedureDefinition; form: Form }): unknown {
  const result = definition.results[0]?.name ?? definition.name;
  return {
    code: 'general-result',
    title: result,
    form: form.definition.code,
    symbol: 'KQ',
    fields: [
      {
        kind: 'textarea',
        key: 'content',
        label: { vi: 'Nội dung kết quả', en: 'What is decided' },
        maxLength: 2000,
      },
    ],
    body: [
      { kind: 'title', text: escaped(result.vi).toLocaleUpperCase('vi') },
      {
        kind: 'text',
        indent: true,
        text: `Căn cứ hồ sơ số {issue.dossier_code} tiếp nhận ngày {issue.received_on} về thủ tục “${escaped(definition.name.vi)}”, {issue.agency} quyết định như sau:`,
      },
      { kind: 'text', indent: true, text: '{result.content}' },
    ],
    signer: {},
  };
}

/** NĐ 61/2018 Điều 19: a rejection is written, with its reasons. */
function rejection({ definition, form }: { definition: ProcedureDefinition; form: Form }): unknown {
  return {
    code: 'rejection',
    title: { vi: 'Văn bản từ chối giải quyết', en: 'Rejection' },
    form: form.definition.code,
    symbol: 'TB',
    fields: [{ kind: 'textarea', key: 'reason', label: { vi: 'Lý do', en: 'Reasons' }, maxLength: 2000 }],
    body: [
      { kind: 'title', text: 'THÔNG BÁO', under: 'Về việc từ chối giải quyết hồ sơ' },
      {
        kind: 'text',
        indent: true,
        text: `{issue.agency} đã xem xét hồ sơ số {issue.dossier_code} tiếp nhận ngày {issue.received_on} về thủ tục “${escaped(definition.name.vi)}” và thông báo hồ sơ không đủ điều kiện giải quyết, với lý do:`,
      },
      { kind: 'text', indent: true, text: '{result.reason}' },
      {
        kind: 'text',
        indent: true,
        text: 'Ông/Bà có quyền khiếu nại hoặc khởi kiện theo quy định của pháp luật nếu không đồng ý với thông báo này.',
      },
    ],
    signer: {},
  };
}

/** Braces would be read as a place of the template. */
const escaped = (text: string): string => text.replaceAll(/[{}]/g, '');
