from kg.view.desk.order import order
from kg.view.scene import Scene, Tie

TIES = tuple(
    Tie(source=s, target=t, kind="part")
    for s, t in [("id:a", "id:b"), ("id:b", "id:c"), ("id:b", "id:d"), ("id:c", "id:d")]
)
SCENE = Scene(nodes={f"id:{name}": "event" for name in "abcd"}, ties=TIES)


def test_best_tied_come_first_and_what_is_only_named_last() -> None:
    found = order(SCENE, ["id:z", "id:a", "id:y"])
    assert found.nodes == ("id:b", "id:c", "id:d", "id:a", "id:y", "id:z")
    assert found.drawn == 4
    assert found.numbers(["id:b", "id:z"]) == [0, 5]


def test_ties_between_well_tied_nodes_come_first() -> None:
    found = order(SCENE, [])
    assert found.ties[-1] == TIES[0]
    assert set(found.ties) == set(TIES)
