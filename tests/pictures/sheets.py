"""The list of sheets: which function draws which file.

Entry point: `scene`, the decorator that registers one; `SHEETS`, path below content/ -> (function, sheet options).
"""

SHEETS = {}


def scene(path, **sheet):
    """Registers a drawing under the file that it becomes."""
    def keep(draw_it):
        SHEETS[path] = (draw_it, sheet)
        return draw_it
    return keep
