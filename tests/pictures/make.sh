#!/bin/sh
# Prints the pictures of the sample site: script -> SVG -> 2400 px PNG -> JPEG of at most 260 KB beside its entry.
# Usage: tests/pictures/make.sh [part of a name]   needs python3, rsvg-convert (librsvg) and convert (ImageMagick)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
content=$here/../../content
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
export PYTHONDONTWRITEBYTECODE=1
python3 "$here/scenes.py" --list | grep -F -- "${1:-}" | while read -r path; do
    mkdir -p "$(dirname "$content/$path")"
    python3 "$here/scenes.py" "$path" "$work/sheet.svg"
    rsvg-convert --width 2400 "$work/sheet.svg" --output "$work/sheet.png"
    # 1600 px is the widest step that the site shows; the share picture has the size that networks ask for.
    wide=1600
    [ "$path" = cover.jpg ] && wide=1200
    convert "$work/sheet.png" -filter Lanczos -resize "${wide}x" -strip "$work/small.ppm"
    for quality in 84 80 76 72 68 64 60; do
        convert "$work/small.ppm" -sampling-factor 4:2:0 -interlace Plane -quality "$quality" "$work/sheet.jpg"
        [ "$(wc -c < "$work/sheet.jpg")" -le 260000 ] && break
    done
    cmp -s "$work/sheet.jpg" "$content/$path" 2>/dev/null || cp "$work/sheet.jpg" "$content/$path"
    echo "$path $quality $(wc -c < "$content/$path")"
done
