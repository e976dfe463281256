from itertools import combinations, pairwise
from random import Random

from kg.view import layout as module
from kg.view.layout import layout
from kg.view.spread import HEIGHT, WIDTH
from kg.view.stress import LEAST_PIVOTS, PAIRS, positions

RING = [f"n{number:02}" for number in range(12)]
AROUND = list(zip(RING, [*RING[1:], RING[0]], strict=True))


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def test_same_graph_gives_the_same_picture() -> None:
    assert layout(RING, AROUND) == layout(RING, AROUND)


def test_direction_and_repetition_of_ties_do_not_matter() -> None:
    assert layout(RING, AROUND) == layout(RING, [(b, a) for a, b in [*AROUND, *AROUND]])


def test_another_seed_gives_another_picture() -> None:
    assert layout(RING, AROUND) != layout(RING, AROUND, seed=2)


def test_neighbours_are_nearer_than_what_is_opposite() -> None:
    places = layout(RING, AROUND)
    neighbours = [distance(places[a], places[b]) for a, b in AROUND]
    opposite = [distance(places[RING[i]], places[RING[i + 6]]) for i in range(6)]
    assert max(neighbours) < min(opposite)


def test_no_two_nodes_share_a_box() -> None:
    star = ["hub", *(f"leaf-{number}" for number in range(40))]
    places = layout(star, [("hub", leaf) for leaf in star[1:]])
    close = [
        (a, b)
        for (a, p), (b, q) in combinations(places.items(), 2)
        if abs(p[0] - q[0]) < WIDTH * 0.8 and abs(p[1] - q[1]) < HEIGHT * 0.8
    ]
    assert close == []


def test_separate_parts_stand_apart() -> None:
    one, two = RING[:6], RING[6:]
    places = layout(RING, [*pairwise(one), *pairwise(two)])
    boxes = [[places[node] for node in part] for part in (one, two)]
    left, right = [(min(x for x, _ in box), max(x for x, _ in box)) for box in boxes]
    top, bottom = [(min(y for _, y in box), max(y for _, y in box)) for box in boxes]
    assert left[1] < right[0] or right[1] < left[0] or top[1] < bottom[0] or bottom[1] < top[0]


def test_nothing_and_one_node_have_a_place() -> None:
    assert layout([], []) == {}
    assert layout(["alone"], []) == {"alone": (0, 0)}


def test_large_graph_is_placed_by_pivots() -> None:
    count = PAIRS // LEAST_PIVOTS + 1
    neighbours = [[n for n in (node - 1, node + 1) if 0 <= n < count] for node in range(count)]
    points = positions(neighbours, Random(1))
    ends = distance((points[0][0], points[0][1]), (points[-1][0], points[-1][1]))
    steps = [distance((a[0], a[1]), (b[0], b[1])) for a, b in pairwise(points)]
    assert ends > count / 3
    assert sum(steps) / len(steps) < 2


def test_step_is_the_length_of_a_tie() -> None:
    (a, b) = layout(["a", "b"], [("a", "b")]).values()
    assert abs(distance(a, b) - module.STEP) < module.STEP / 10
