// A sound of a few seconds, made on the spot.

/**
 * A WAV file (PCM, 8 bit, mono) with a tone that rises from second to second.
 * @param seconds how long it plays
 * @param pitch of the first second, in hertz; another pitch is another recording
 */
export function smallWav(seconds: number, pitch = 220, rate = 8000): Buffer {
  const samples = Math.round(seconds * rate);
  const file = Buffer.alloc(44 + samples);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + samples, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples, 40);
  for (let at = 0; at < samples; at += 1) {
    const hertz = pitch * (1 + Math.floor(at / rate) / 12);
    file[44 + at] = 128 + Math.round(60 * Math.sin((2 * Math.PI * hertz * at) / rate));
  }
  return file;
}
