#!/bin/sh
# Draws the icons of the home screen from icon.svg: as it is, and for systems that cut a shape of their own out of it, with
# the ground to the edge and the mark within the middle four fifths (W3C manifest, «maskable»). Needs rsvg-convert.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
sed -e 's/ rx="6"//' -e 's/<g fill/<g transform="translate(9.6 9.6) scale(.7)"><g fill/' -e 's/<\/svg>/<\/g><\/svg>/' icon.svg > "$work/maskable.svg"
print() { rsvg-convert --width "$2" --height "$2" "$1" --output "$3"; }
print icon.svg 192 icon-192.png
print icon.svg 512 icon-512.png
print "$work/maskable.svg" 512 icon-maskable.png
