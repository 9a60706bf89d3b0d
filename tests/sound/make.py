#!/usr/bin/env python3
"""Makes the sounds of the sample site: spoken by espeak-ng, plucked by arithmetic, packed by ffmpeg.

    make.py [RELIC]     needs espeak-ng and ffmpeg on the path

Every text beside this script, NAME.LANG.txt with one sentence a line, becomes content/relics/NAME/audio/LANG.m4a
(AAC, 48 kbit/s, one channel) and LANG.vtt with the moment at which each sentence begins. The voices are machines' and
say so in their first sentence. NAME.tune.txt becomes audio/nhac.m4a: notes of a five-note scale on one plucked string.
The same versions of the programs give the same bytes.
"""
import array
import random
import subprocess
import sys
import tempfile
import wave
from pathlib import Path

HERE = Path(__file__).resolve().parent
RELICS = HERE.parent.parent / "content" / "relics"
# Words a minute: slower than the programs' usual pace, because people listen outdoors.
VOICES = {"vi": ["-v", "vi", "-s", "140"], "en": ["-v", "en-gb", "-s", "145"]}
PAUSE = 0.55
RATE = 22050
# D, E, G, A, B: the notes of the tune by their numbers, 1 to 5; a prime mark is an octave higher.
SCALE = {"1": 146.83, "2": 164.81, "3": 196.00, "4": 220.00, "5": 246.94}


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def samples(path):
    with wave.open(str(path)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (RATE, 1, 2), path
        return array.array("h", sound.readframes(sound.getnframes()))


def clock(seconds):
    millis = round(seconds * 1000)
    return f"{millis // 60000:02}:{millis // 1000 % 60:02}.{millis % 1000:03}"


def pack(sound, target, work, rate):
    raw = Path(work) / "whole.wav"
    with wave.open(str(raw), "w") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(sound.tobytes())
    target.parent.mkdir(parents=True, exist_ok=True)
    run("ffmpeg", "-y", "-i", raw, "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact",
        "-c:a", "aac", "-b:a", rate, "-ac", "1", "-movflags", "+faststart", target)


def speak(text, work):
    name, lang = text.stem.rsplit(".", 1)
    folder = RELICS / name / "audio"
    whole, cues = array.array("h"), []
    for number, line in enumerate(text.read_text(encoding="utf-8").splitlines()):
        spoken = Path(work) / f"{number}.wav"
        run("espeak-ng", *VOICES[lang], "-w", spoken, line)
        begin = len(whole) / RATE
        whole.extend(samples(spoken))
        cues.append((begin, len(whole) / RATE, line))
        whole.extend(array.array("h", bytes(2 * int(PAUSE * RATE))))
    pack(whole, folder / f"{lang}.m4a", work, "48k")
    blocks = [f"{clock(begin)} --> {clock(end)}\n{line}\n" for begin, end, line in cues]
    (folder / f"{lang}.vtt").write_text("WEBVTT\n\n" + "\n".join(blocks), encoding="utf-8")
    print(f"{name} {lang}: {len(whole) / RATE:.0f} s, {(folder / f'{lang}.m4a').stat().st_size} bytes")


def pluck(frequency, seconds, chance):
    """A string after Karplus and Strong: noise that runs round a loop and is smoothed at each turn."""
    loop = [chance.uniform(-1, 1) for _ in range(int(RATE / frequency))]
    out = []
    for i in range(int(RATE * seconds)):
        at = i % len(loop)
        out.append(loop[at])
        loop[at] = 0.4985 * (loop[at] + loop[(at + 1) % len(loop)])
    return out


def play(text, work):
    name = text.stem.split(".")[0]
    chance = random.Random(name)
    notes = text.read_text(encoding="utf-8").split()
    step = 0.6
    whole = [0.0] * int(RATE * (len(notes) * step + 3))
    for number, note in enumerate(notes):
        if note == "-":
            continue
        tone = SCALE[note[0]] * (2 if note.endswith("'") else 1)
        begin = int(number * step * RATE)
        for i, value in enumerate(pluck(tone, 3, chance)):
            whole[begin + i] += 0.22 * value
    sound = array.array("h", (int(max(-1, min(1, value)) * 32000) for value in whole))
    target = RELICS / name / "audio" / "nhac.m4a"
    pack(sound, target, work, "32k")
    print(f"{name} tune: {len(whole) / RATE:.0f} s, {target.stat().st_size} bytes")


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    with tempfile.TemporaryDirectory() as work:
        for text in sorted(HERE.glob("*.txt")):
            if wanted in text.name:
                (play if text.name.endswith(".tune.txt") else speak)(text, work)


if __name__ == "__main__":
    main()
