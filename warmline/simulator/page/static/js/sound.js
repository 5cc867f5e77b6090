// Sound, once somebody turns it on: the words of calls are read aloud, and phones ring quietly.
//
// Only voices of this machine are used: others would send the words to their maker.

import { el, icon } from "./elements.js";
import * as words from "./words.js";

const RING_EVERY_MS = 3000;
const TONES = [523, 659]; // Hz, a third: the friendliest of intervals
const LOUDNESS = 0.05;

export class Sound {
  /** `isShown(person)`: a phone that is not on the screen keeps quiet. */
  constructor(button, store, isShown) {
    Object.assign(this, { _button: button, _isShown: isShown, _isOn: false });
    this._waiting = []; // {call, said}, in the order they were heard
    this._speaks = null;
    this._ringing = new Set();
    button.hidden = !store.voice.length;
    button.title = words.SOUND.about;
    button.addEventListener("click", () => this._turn(!this._isOn));
    store.on("heard", ({ call, said, live }) => live && this._hear(call, said));
    store.on("call", ({ call }) => this._change(call));
    globalThis.speechSynthesis?.addEventListener?.("voiceschanged", () => this._draw());
    this._draw();
  }

  _turn(isOn) {
    this._isOn = isOn;
    if (!isOn) this._hush(() => true);
    this._audio ??= "AudioContext" in window ? new AudioContext() : null;
    clearInterval(this._timer);
    if (isOn) this._timer = setInterval(() => this._ring(), RING_EVERY_MS);
    this._draw();
    this._ring();
  }

  _draw() {
    const isMute = this._isOn && !voices().length;
    this._button.setAttribute("aria-pressed", String(this._isOn));
    this._button.replaceChildren(
      icon(this._isOn ? "sound" : "mute"),
      el("span", { class: "label" }, words.SOUND.name),
      isMute ? el("span", { class: "label" }, `(${words.SOUND.onlyRinging})`) : "",
    );
  }

  _hear(call, said) {
    if (!this._isOn || said.verb !== "Say" || !this._isShown(call.person)) return;
    this._waiting.push({ call, said });
    this._speak();
  }

  /** Keys and an end cut off what was being said, as on a phone. */
  _change(call) {
    if (call.state === "rings") this._ringing.add(call);
    else this._ringing.delete(call);
    const isCutOff = "keys" in (call.heard.at(-1) ?? {});
    if (isCutOff) this._hush((one) => one.call === call);
  }

  _hush(concerns) {
    this._waiting = this._waiting.filter((one) => !concerns(one));
    if (this._speaks && concerns(this._speaks)) globalThis.speechSynthesis?.cancel();
  }

  _speak() {
    if (this._speaks || !this._waiting.length) return;
    const next = this._waiting.shift();
    const voice = voiceFor(next.said.language || "en-US");
    if (!voice) return this._speak();
    const utterance = new SpeechSynthesisUtterance(next.said.words);
    Object.assign(utterance, { voice, lang: voice.lang, rate: 0.95 });
    utterance.onend = utterance.onerror = () => {
      this._speaks = null;
      this._speak();
    };
    this._speaks = next;
    return globalThis.speechSynthesis.speak(utterance);
  }

  _ring() {
    const isAnyRinging = [...this._ringing].some(({ person }) => this._isShown(person));
    if (!this._isOn || !this._audio || !isAnyRinging) return;
    TONES.forEach((tone, index) => beep(this._audio, tone, this._audio.currentTime + index * 0.35));
  }
}

const voices = () =>
  (globalThis.speechSynthesis?.getVoices() ?? []).filter((voice) => voice.localService);

/** A voice of this machine for a language: the same country's if there is one. */
function voiceFor(language) {
  const wanted = language.toLowerCase();
  const written = ({ lang }) => lang.replace("_", "-").toLowerCase();
  const speaking = voices().filter((voice) => written(voice).slice(0, 2) === wanted.slice(0, 2));
  const same = (voice) => written(voice) === wanted;
  return speaking.find(same) ?? speaking[0];
}

function beep(audio, tone, at) {
  const [source, volume] = [audio.createOscillator(), audio.createGain()];
  source.frequency.value = tone;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.04);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.9);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + 1);
}
