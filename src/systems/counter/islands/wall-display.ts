/** Wall display: told of calls as they come; a chime where somebody has turned sound on, for browsers make none before they are touched. */
import { LiveList } from '../../../platform/web/islands/live/live-list.ts';

customElements.define('live-list', LiveList);

let audio: AudioContext | undefined;
const button = document.querySelector<HTMLButtonElement>('[data-sound]');
if (button) {
  button.hidden = false;
  button.addEventListener('click', () => {
    audio = new AudioContext();
    button.hidden = true;
    chime(audio);
  });
}

const calls = document.querySelector('[data-slot="calls"]');
let heard = callingNow();
if (calls)
  new MutationObserver(() => {
    const now = callingNow();
    const isNew = [...now].some((call) => !heard.has(call));
    heard = now;
    if (isNew && audio) chime(audio);
  }).observe(calls, { childList: true, subtree: true });

/** Each call, and each time it was called again. */
function callingNow(): Set<string> {
  const found = document.querySelectorAll<HTMLElement>('[data-calling="true"]');
  return new Set([...found].map(({ dataset }) => dataset.call ?? ''));
}

/** Two tones, a fourth apart. */
function chime(context: AudioContext): void {
  for (const [index, frequency] of [659, 494].entries()) {
    const from = context.currentTime + index * 0.4;
    const tone = new OscillatorNode(context, { frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0.4, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.8);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.8);
  }
}
