import type { DocumentChange, Problem } from '@regulars/schema';
import { html } from 'hono/html';
import type { DocumentKind } from '../../documents/document-kind.ts';
import type { Html } from '../format.ts';
import { messages } from '../messages.ts';

const TEXT = messages.documents;

/** A document on its way to a draft. */
export interface EditContent {
  readonly kind: DocumentKind;
  /** JSON as it was written. */
  readonly text: string;
  readonly why: string;
  /** Where the text came from. */
  readonly from: 'draft' | 'live' | 'form';
  /** Published revision. */
  readonly head: number;
  /** Revision that the text began with. */
  readonly base: number;
  /** What was published since `base`; empty when it is the published one. */
  readonly since: readonly DocumentChange[];
  readonly problems: readonly Problem[];
}

/** Changes in words, each with what it is to visitors. */
export function changeList(changes: readonly DocumentChange[]): Html {
  if (changes.length === 0) return html`<p class="empty">${TEXT.noChanges}</p>`;
  return html`<ul class="changes">${changes.map(
    ({ type, sentence }) =>
      html`<li><span class="tag ${type === 'gain' ? 'good' : type === 'lose' ? 'bad' : ''}">${TEXT[type]}</span> ${sentence}</li>`,
  )}</ul>`;
}

/** The document in a text field, with what is wrong with it and what to do. Nothing that was typed is lost. */
export function editView(content: EditContent, basePath: string): Html {
  const { kind, text, why, from } = content;
  const base = `${basePath}/operator`;
  return html`<h2>${TEXT.kinds[kind]}</h2>
    ${staleView(content, base)}${problemView(content.problems)}
    <p>${TEXT.editLead[from]} ${TEXT.editMeans}</p>
    <form class="stack" method="post" action="${base}/api/documents/${kind}/draft">
      <label>${TEXT.editField}<textarea name="text" rows="22" spellcheck="false" autocomplete="off" required${content.problems.length > 0 ? html` aria-invalid="true" aria-describedby="problems"` : ''}>
${text}</textarea></label>
      <label>${TEXT.whyField}<input name="why" maxlength="300" value="${why}"></label>
      <div class="row">${
        content.base === content.head
          ? html`<button type="submit" class="main">${TEXT.keepDraft}</button>`
          : html`<button type="submit" class="main" name="over" value="${content.head}">${TEXT.keepOver(content.head)}</button>`
      }<a class="button" href="${base}/documents">${TEXT.cancel}</a></div>
    </form>`;
}

function staleView({ kind, base, head, since }: EditContent, path: string): Html | string {
  if (base === head) return '';
  return html`<div class="notice bad" role="alert"><p>${TEXT.staleText(base, head)}</p></div>
    <h3>${TEXT.since(base)}</h3>${changeList(since)}
    <p><a href="${path}/documents/${kind}/${head}">${TEXT.revision(TEXT.kinds[kind], head)}</a></p>`;
}

function problemView(problems: readonly Problem[]): Html | string {
  if (problems.length === 0) return '';
  return html`<div class="notice bad" role="alert"><p>${TEXT.problems(problems.length)}</p></div>
    <ul class="changes" id="problems">${problems.map(
      ({ path, what, why, fix, line }) =>
        html`<li>${line === undefined ? '' : html`<span class="tag bad">${TEXT.line(line)}</span> `}<code>${path}</code> ${what} ${why} <strong>${fix}</strong></li>`,
    )}</ul>`;
}
