from itertools import pairwise
from random import Random

import numpy as np
import pytest

from kg.view.placing.forces import positions
from kg.view.placing.parts import connected, offsets
from kg.view.placing.places import ROOM, SMALL, places
from kg.view.placing.spacing import separated

GROUPS, SIZE = 6, 60
COUNT = GROUPS * SIZE


def communities() -> np.ndarray:
    """Groups with many ties inside and few between them."""
    random = Random(3)
    ties = [(node, group * SIZE + random.randrange(SIZE)) for node in range(COUNT) for group in [node // SIZE] * 3]
    ties += [(random.randrange(COUNT), random.randrange(COUNT)) for _ in range(COUNT // 10)]
    return np.array(ties)


def nearest(points: np.ndarray, node: int, count: int) -> list[int]:
    distances = np.hypot(*(points - points[node]).T)
    distances[node] = np.inf
    return [int(one) for one in np.argsort(distances)[:count]]


def test_same_seed_gives_the_same_bytes_and_another_does_not() -> None:
    ties = communities()
    assert places(COUNT, ties).tobytes() == places(COUNT, ties).tobytes()
    assert places(COUNT, ties).tobytes() != places(COUNT, ties, seed=2).tobytes()


def test_direction_repetition_and_loops_do_not_matter() -> None:
    ties = communities()
    more = np.concatenate([ties[:, ::-1], ties, np.array([(5, 5)])])
    assert places(COUNT, more).tobytes() == places(COUNT, ties).tobytes()


def test_communities_stand_apart() -> None:
    points = places(COUNT, communities()).astype(float)
    own = [other // SIZE == node // SIZE for node in range(0, COUNT, 7) for other in nearest(points, node, 10)]
    assert sum(own) / len(own) > 0.9


def test_hardly_any_two_nodes_are_over_each_other() -> None:
    points = places(COUNT, communities()).astype(float)
    near = [np.hypot(*(points[node] - points[nearest(points, node, 1)[0]])) for node in range(COUNT)]
    assert np.percentile(near, 5) > ROOM / 3
    assert min(near) > 0


def test_nodes_at_one_place_are_pushed_apart() -> None:
    points = separated(np.zeros((12, 2)), 10.0)
    near = [np.hypot(*(points[node] - points[nearest(points, node, 1)[0]])) for node in range(12)]
    assert min(near) > 6


def test_picture_is_wider_than_high() -> None:
    width, height = np.ptp(places(COUNT, communities()), axis=0)
    assert width > height


def test_parts_do_not_overlap() -> None:
    chain = list(pairwise(range(SMALL + 20)))
    other = [(SMALL + 20 + one, SMALL + 20 + two) for one, two in pairwise(range(10))]
    points = places(SMALL + 30, np.array(chain + other))
    boxes = [(part.min(axis=0), part.max(axis=0)) for part in np.split(points, [SMALL + 20])]
    (low, high), (lower, higher) = boxes
    assert (high < lower).any() or (higher < low).any()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_graphs_have_places(count: int) -> None:
    ties = np.zeros((0, 2), np.int64)
    points = places(count, ties)
    assert points.shape == (count, 2)
    assert len({tuple(point) for point in points.tolist()}) == count


def test_parts_come_the_largest_first() -> None:
    parts = connected(7, np.array([(0, 3), (4, 5), (5, 6)]))
    assert [part.tolist() for part in parts] == [[4, 5, 6], [0, 3], [1], [2]]


def test_boxes_are_laid_into_rows() -> None:
    corners = offsets([(10, 10), (10, 10), (10, 10), (10, 10)])
    assert corners == [(0, 0), (10, 0), (0, 10), (10, 10)]


def test_positions_have_a_mean_square_of_one() -> None:
    points = positions(COUNT, np.unique(np.sort(communities(), axis=1), axis=0), 1)
    assert np.isclose((points * points).sum(axis=1).mean(), 1)
    assert np.allclose(points.mean(axis=0), 0)
