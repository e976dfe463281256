"""Run the W3C's test suites against the engines that kg stands on, and hold the failures that are known.

    python -m bench.conformance [SUITE...] [--folder FOLDER] [--list]

The suites are fetched by `python tools/suites.py`. `bench/conformance/known.yaml` names each test that is known to
fail, with the reason; the exit code is 1 where another test fails, and where one of those passes now: then its line
goes.
--list prints the failures as they would stand there.
"""

import argparse
import logging
import sys
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from bench.conformance.suites import SUITES, Suite

HERE = Path(__file__).parent


def failures(suite: Suite, folder: Path) -> tuple[int, list[str]]:
    """How many tests were run, and the names of those that failed."""
    failed: list[str] = []
    total = 0
    for case in suite.cases(folder):
        total += 1
        try:
            passed = suite.passes(case)
        except Exception as error:  # noqa: BLE001 - whatever an engine throws at a test is a failure of that test
            print(f"{case.name}: {type(error).__name__}: {str(error)[:120]}", file=sys.stderr)
            passed = False
        if not passed:
            failed.append(case.name)
    return total, sorted(failed)


def known() -> Mapping[str, Mapping[str, str]]:
    """The failures that are known: suite, test, reason."""
    return {k: v or {} for k, v in yaml.safe_load((HERE / "known.yaml").read_text(encoding="utf-8")).items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the suites that were asked for, all by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("suite", nargs="*", metavar="SUITE", help=", ".join(SUITES))
    parser.add_argument("--folder", type=Path, default=HERE.parents[1] / ".suites")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args(arguments)
    warnings.simplefilter("ignore")
    logging.disable()
    pinned, wrong = known(), 0
    print(f"{'suite':20}{'tests':>8}{'passed':>8}{'known':>8}")
    for name in given.suite or SUITES:
        total, failed = failures(SUITES[name], given.folder)
        expected = set(pinned.get(name, {}))
        print(f"{name:20}{total:8}{total - len(failed):8}{len(expected):8}")
        if given.list:
            print("\n".join(f"  {test}: " for test in failed))
        for test in sorted(set(failed) - expected):
            print(f"  fails, and is not known to: {test}")
        for test in sorted(expected - set(failed)):
            print(f"  passes now, or is gone: {test}")
        wrong += set(failed) != expected or not total
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
