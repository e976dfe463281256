import numpy as np

from kg.view.placing.field import Field


def test_push_is_that_of_all_upon_all() -> None:
    points = np.random.default_rng(1).normal(size=(40, 2))
    mass = np.arange(1, 41, dtype=float)
    away = points[:, None] - points[None]
    squared = (away * away).sum(axis=2)
    np.fill_diagonal(squared, np.inf)
    exact = (away / squared[..., None] * mass[None, :, None]).sum(axis=1) * mass[:, None]
    found = Field(256).push(points, mass)
    error = np.hypot(*(found - exact).T) / np.hypot(*exact.T)
    assert np.median(error) < 0.05


def test_far_ends_do_not_feel_each_other_around_the_edge() -> None:
    found = Field(64).push(np.array([[0.0, 0.0], [1.0, 0.0]]), np.ones(2))
    assert found[0, 0] < 0 < found[1, 0]
