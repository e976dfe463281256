"""The numbered items of minutes and of an order of business."""

from kg.extract import items, minutes, outline, times
from kg.extract.drafts import Draft, Scene
from kg.extract.lines import Line
from kg.extract.state import State


def numbered(state: State, line: Line, n: int) -> bool:
    """An item of minutes or of an order of business, by its number: the one after the last."""
    taken = minutes.again(state, line)
    if taken is not None:
        state.item, state.sub, state.talk, state.role, state.pending = taken, None, None, None, []
        return True
    found = items.numbered(state.page.text, line) if state.minutes or state.programme else None
    if found is None or len(line.words) > items.TITLE_WORDS or outline.sentence(state.page.text, line):
        return False
    number, start = found
    if start >= line.end or times.opening(state.page.text, start, line.end) is not None:
        return False
    if items.first_person(line, state.people) == 0:
        return False
    draft = Draft(day=state.today(), parent=state.main)
    first = next((i for i, w in enumerate(line.words) if w.start >= start), 0)
    items.title_until_person(state.page, line, first, draft, state.people)
    same = None if state.main is None else state.said_before(draft)
    if number != state.number + 1 and same is None:
        return False
    if state.main is None:
        state.need_main()
        draft.parent = state.main
    state.number, state.role, state.open = number, None, False
    state.item, state.sub, state.pending = state.add(draft) if same is None else same, None, []
    state.numbers.setdefault(number, state.item)
    state.out.scenes.append(Scene(line, state.item, None, True))
    return True
