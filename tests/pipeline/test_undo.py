"""A judgement taken back leaves nothing behind: the graph is, byte for byte, the one it would have been."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import pipeline, resolve
from kg.errors import DecisionError
from kg.model import Decision, EntityType, Judgement, MentionKey
from kg.pipeline.assemble import assemble
from kg.pipeline.gather import Gathered, gather

PAGES = {
    "a": "Rencontre des élus, 12 mars 2019, Metz\n\n9h00 Accueil par Jean Modèle, maire de Metz\n"
    "10h00 Exposé de Karl Muster, président de la Chambre de commerce de la Sarre\n",
    "b": "Forum transfrontalier, 3 mai 2021, Thionville\n\n9h00 Accueil par Jean Modèle, maire de Thionville\n"
    "10h00 Exposé de Karl Muster, directeur de l'Agence d'urbanisme\n",
    "c": "Journée d'étude, 7 juin 2022, Luxembourg\n\n10h00 Exposé de Karl Muster\n11h00 Débat animé par Jean Modèle\n",
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("undo")
    (folder / "documents").mkdir()
    for name, text in PAGES.items():
        (folder / "documents" / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def gathered(data: Path) -> Gathered:
    return gather(pipeline.find_inputs(data))


def lines(data: Path, gathered: Gathered, decisions: list[Decision]) -> tuple[str, ...]:
    """The graph with these decisions in the folder."""
    shutil.rmtree(data / "decisions", ignore_errors=True)
    resolve.append(data / "decisions", decisions)
    return assemble(pipeline.find_inputs(data), gathered.records).lines


KEYS = [MentionKey(page, EntityType.PERSON, name) for page in PAGES for name in ("Jean Modèle", "Karl Muster")]
PAIRS: list[tuple[MentionKey | str, MentionKey | str]] = [
    (one, other) for one in KEYS for other in KEYS if one < other and one.document != other.document
]
ITEMS = [f"http://www.wikidata.org/entity/Q{number}" for number in (1, 2)]
THINGS: list[MentionKey | str] = [*KEYS, "territory-metz"]
LINKS: list[tuple[MentionKey | str, MentionKey | str]] = [(thing, item) for thing in THINGS for item in ITEMS]
DECISIONS = st.builds(
    lambda pair, judgement: Decision(left=pair[0], right=pair[1], judgement=judgement, by="A. B.", on="2024-05-06"),
    st.sampled_from(PAIRS) | st.sampled_from(LINKS),
    st.sampled_from(Judgement),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    kept=st.lists(DECISIONS, max_size=2, unique_by=str),
    undone=st.lists(DECISIONS, min_size=1, max_size=3, unique_by=str),
)
def test_the_graph_is_that_of_never_having_judged(
    data: Path, gathered: Gathered, kept: list[Decision], undone: list[Decision]
) -> None:
    undone = [one for one in undone if str(one) not in set(map(str, kept))]
    try:
        never = lines(data, gathered, kept)
    except DecisionError:
        return
    back = [resolve.taking_back(one, "C. D.", "2024-06-07") for one in reversed(undone)]
    assert lines(data, gathered, [*kept, *undone, *back]) == never


def test_an_accepted_merge_and_its_undoing_in_a_whole_build(data: Path, tmp_path: Path) -> None:
    merge = Decision(left=KEYS[1], right=KEYS[3], judgement=Judgement.SAME, by="A. B.", on="2024-05-06", reason="Photo")
    made = {}
    for name, decisions in {
        "never": [],
        "merged": [merge],
        "undone": [merge, resolve.taking_back(merge, "A. B.", "2024-05-07")],
    }.items():
        shutil.rmtree(data / "decisions", ignore_errors=True)
        resolve.append(data / "decisions", decisions)
        pipeline.build(data, tmp_path / name)
        made[name] = {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in sorted((tmp_path / name).rglob("*"))
            if path.is_file() and "store" not in path.parts
        }
    assert made["undone"] == made["never"]
    graph = made["merged"][Path("graph.nq")].decode("utf-8")
    assert graph != made["never"][Path("graph.nq")].decode("utf-8")
    assert "decided by A. B. on 2024-05-06" in graph
    assert "ns#Match" in graph
