"""The bookcases, the market, the trail, the streets, the handbook and the cover of the sample site."""

from parts import *  # noqa: F403
from sheets import scene
