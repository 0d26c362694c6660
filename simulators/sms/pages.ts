/** The page that shows what would be on people's phones. */
import { html } from '../html.ts';
import { renderPage } from '../page.ts';
import { type Message, TREATMENTS } from './gateway.ts';

const SHOWN = 200;

const STATUS: Readonly<Record<Message['status'], string>> = {
  accepted: 'đang gửi',
  delivered: 'đã đến',
  undelivered: 'không phát được',
};

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The newest messages first, all of them or those of one phone. */
export function MessagesPage(messages: readonly Message[], to: string): string {
  return renderPage({
    title: to ? `Tin nhắn đến ${to}` : 'Tin nhắn đã gửi',
    simulated: 'cổng tin nhắn',
    content: html`<form method="get"><div class="field"><label for="to">Chỉ xem tin của số</label>
<input class="short" type="text" id="to" name="to" inputmode="tel" autocomplete="off" value="${to}"></div>
<button type="submit">Xem</button></form>
${messages.length === 0 && html`<p>Chưa có tin nhắn nào.</p>`}
${messages
  .slice(-SHOWN)
  .reverse()
  .map(
    (message) => html`<h2>${message.to}</h2><p>${message.text}</p>
<p class="hint">${clock.format(new Date(message.acceptedAt))}, ${STATUS[message.status]}, ${message.parts} tin</p>`,
  )}
<h2>Số để thử</h2>
<p>Hai chữ số cuối của số nhận quyết định cổng xử sự thế nào; các số khác đều nhận được tin.</p>
<dl>${Object.entries(TREATMENTS).map(([suffix, { text }]) => html`<dt>…${suffix}</dt><dd>${text}</dd>`)}</dl>`,
  });
}
