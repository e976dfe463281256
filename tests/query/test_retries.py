"""What is tried again, how long it is waited, and that one deadline holds for all tries."""

import pytest

from kg.errors import InputError
from kg.query.refusals import ExceededError, RefusedError, UnreachableError
from kg.query.retries import Patience, patiently
from kg.query.transfer import Limits


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def refused(status: int, retry_after: float | None = None) -> RefusedError:
    error = RefusedError("e refused the query.")
    error.status, error.retry_after = status, retry_after
    return error


class Endpoint:
    """Fails as it is told, then answers with the seconds that were left."""

    def __init__(self, *errors: InputError) -> None:
        self.errors = list(errors)
        self.asked = 0

    def __call__(self, limits: Limits) -> float:
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)
        return limits.seconds


def tried(endpoint: Endpoint, clock: Clock, seconds: float = 60.0) -> float:
    patience = Patience(clock=lambda: clock.now, sleep=clock.sleep)
    return patiently(endpoint, Limits(seconds=seconds), patience)


@pytest.mark.parametrize("error", [refused(429), refused(502), refused(503), refused(504), UnreachableError("gone.")])
def test_what_may_pass_is_tried_again(error: InputError) -> None:
    clock, endpoint = Clock(), Endpoint(error)
    assert tried(endpoint, clock) == 59.0
    assert endpoint.asked == 2


@pytest.mark.parametrize(
    "error", [refused(400), refused(404), refused(500), ExceededError("late."), InputError("odd.")]
)
def test_what_would_be_so_again_is_not(error: InputError) -> None:
    clock, endpoint = Clock(), Endpoint(error)
    with pytest.raises(InputError) as caught:
        tried(endpoint, clock)
    assert caught.value is error
    assert (endpoint.asked, clock.slept) == (1, [])


def test_each_pause_is_twice_the_one_before() -> None:
    clock, endpoint = Clock(), Endpoint(*(UnreachableError("gone.") for _ in range(9)))
    with pytest.raises(UnreachableError, match="gone, 4 times"):
        tried(endpoint, clock)
    assert clock.slept == [1.0, 2.0, 4.0]


def test_the_endpoint_says_when() -> None:
    clock, endpoint = Clock(), Endpoint(refused(429, 7.0), refused(503, 3.0))
    assert tried(endpoint, clock) == 50.0
    assert clock.slept == [7.0, 3.0]


def test_a_wait_beyond_the_deadline_ends_it_at_once() -> None:
    clock, endpoint = Clock(), Endpoint(refused(429, 120.0))
    with pytest.raises(RefusedError, match="asked again in 120 seconds"):
        tried(endpoint, clock)
    assert clock.slept == []
    clock, endpoint = Clock(), Endpoint(UnreachableError("gone."))
    with pytest.raises(UnreachableError):
        tried(endpoint, clock, seconds=0.5)
    assert endpoint.asked == 1
